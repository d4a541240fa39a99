package org.selfstab.run;

import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/**
 * What one integration of the central flow gave.
 *
 * @param samples the flow at t = 0, 1, ..., as far as it came
 * @param events when it entered and left the edge, in order
 * @param largestDrift the largest {@code |S - 2/eta|} that the integrator built up at the edge within one step, before the point was
 *     brought back
 * @param end why it ended
 */
public record CentralFlowRun(
        List<CentralFlowSample> samples, List<CentralFlowEvent> events, double largestDrift, CentralFlowEnd end) {

    public CentralFlowRun {
        samples = List.copyOf(samples);
        events = List.copyOf(events);
    }

    /**
     * The central flow at a whole step.
     *
     * @param t the step, from 0
     * @param theta the flow's point, of dimension n
     * @param loss {@code L(theta)}
     * @param sharpness {@code S(theta)}
     * @param sigmaSquared the oscillation's variance along u, theory.md (22); 0 below the edge
     * @param averagedLoss the time-averaged loss {@code L(theta) + sigma^2/eta}, theory.md (23)
     */
    public record CentralFlowSample(
            int t,
            FieldVector<Binary64> theta,
            double loss,
            double sharpness,
            double sigmaSquared,
            double averagedLoss) {}

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
}
