package org.selfstab.theory;

import java.util.Locale;
import org.selfstab.vocabulary.Bound;

/** Bounds in reasons, for instance {@code C1 = 13.403, at most 15}. */
final class BoundText {

    private BoundText() {}

    static String of(String quantity, Bound bound) {
        String sense = bound.sense() == Bound.Sense.AT_MOST ? "at most" : "at least";
        return String.format(
                Locale.ROOT,
                "%s = %.6g, %s %s %.6g",
                quantity,
                bound.value(),
                bound.isMet() ? "is" : "must be",
                sense,
                bound.threshold());
    }
}
