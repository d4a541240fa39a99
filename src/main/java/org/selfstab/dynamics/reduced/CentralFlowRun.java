package org.selfstab.dynamics.reduced;

import java.util.List;

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
}
