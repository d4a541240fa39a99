package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/**
 * Whether gradient descent, which is a function of its iterate alone, has come back to an iterate in every digit, as it does once it has
 * converged. By Brent's method: each iterate is compared with one earlier one, which is exchanged after 1, 2, 4, 8, ... steps
 * (R. P. Brent, <i>An improved Monte Carlo factorization algorithm</i>, BIT 20, 1980).
 *
 * @param <T> the iterates' numbers
 */
final class Recurrence<T extends CalculusFieldElement<T>> {

    private FieldVector<T> earlier;
    private long age;
    private long exchangedAt = 1;

    /** Whether the next iterate equals an earlier one; found after at most three times as many steps as the first return takes. */
    boolean isSeenIn(FieldVector<T> theta) {
        if (theta.equals(earlier)) {
            return true;
        }
        age++;
        if (age == exchangedAt) {
            earlier = theta.copy();
            exchangedAt *= 2;
            age = 0;
        }
        return false;
    }
}
