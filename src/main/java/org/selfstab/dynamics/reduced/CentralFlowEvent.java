package org.selfstab.dynamics.reduced;

import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/**
 * The central flow comes to the edge of stability or goes from it.
 *
 * @param kind which of the two
 * @param time when, in steps, not a whole number in general
 * @param theta where, of dimension n
 * @param sharpness {@code S(theta)}, {@code 2/eta} to rounding
 */
public record CentralFlowEvent(Kind kind, double time, FieldVector<Binary64> theta, double sharpness) {

    /** What happens at the edge. */
    public enum Kind {
        /** S rises to 2/eta; from here on the constraint is kept. */
        ENTERED_EDGE,
        /** sigma^2 falls to 0 (or would be negative at once); from here on this is gradient flow. */
        LEFT_EDGE
    }
}
