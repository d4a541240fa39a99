package org.selfstab.claims;

import java.util.Optional;
import java.util.OptionalDouble;
import org.selfstab.run.CentralFlowRun;

/**
 * The central flow beside the constrained trajectory and the time-averaged iterates at one step.
 *
 * @param flow the flow at the step
 * @param fromConstrained the flow's distance from {@code dagger_t}
 * @param deltaSquared {@code delta^2} at {@code dagger_t}; empty where it is not defined
 * @param means the iterates' means over the window about the step; empty where the run does not hold the whole window
 */
public record CentralFlowRow(
        CentralFlowRun.CentralFlowSample flow,
        double fromConstrained,
        OptionalDouble deltaSquared,
        Optional<Means> means) {

    /**
     * Means of the exact iterates over a window.
     *
     * @param distance the flow's distance from the mean of {@code theta_t}
     * @param xSquared the mean of {@code x_t^2}
     * @param loss the mean of {@code L(theta_t)}
     */
    public record Means(double distance, double xSquared, double loss) {}
}
