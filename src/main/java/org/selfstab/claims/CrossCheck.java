package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.Digits;

/**
 * The loss, its gradient and Hessian, and {@code D3L(a, ., .)}, {@code D4L(a, b, ., .)} along two directions that single out no coordinate, by
 * automatic differentiation and by Symja, at points of a run. Both are evaluated with 100 digits, so that their difference is
 * one of the formulas and not of rounding.
 *
 * @param points at how many points they were compared
 * @param largest the largest difference of two entries, divided by the largest of all entries at its point, or by 1 if that is smaller
 * @param obstacle why they were not compared, if they were not
 */
public record CrossCheck(int points, double largest, Optional<String> obstacle) {

    /** Larger differences are a mistake in one of the two. */
    private static final double TOLERANCE = 1e-40;

    /** Whether the two are the same; false only if they were compared and differ. */
    public boolean agrees() {
        return largest <= TOLERANCE;
    }

    /** The result in one line. */
    public String description() {
        if (obstacle.isPresent()) {
            return "not cross-checked: " + obstacle.get();
        }
        return String.format(
                Digits.LOCALE,
                "%s by automatic differentiation and by computer algebra, at %d points: largest relative difference %.1e",
                agrees() ? "the same" : "DIFFERENT",
                points,
                largest);
    }
}
