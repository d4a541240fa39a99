package org.selfstab.theory;

import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Digits;

/** Bounds in reasons, for instance {@code C1 = 13.403, at most 15}. */
final class BoundText {

    private BoundText() {}

    static String of(String quantity, Bound bound) {
        String sense = bound.sense() == Bound.Sense.AT_MOST ? "at most" : "at least";
        return String.format(
                Digits.LOCALE,
                "%s = %.6g, %s %s %.6g",
                quantity,
                bound.value(),
                bound.isMet() ? "is" : "must be",
                sense,
                bound.threshold());
    }
}
