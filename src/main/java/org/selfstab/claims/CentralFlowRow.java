package org.selfstab.claims;

import java.util.OptionalDouble;

/**
 * The central flow beside the constrained trajectory and the time-averaged iterates at one step.
 *
 * @param t the step
 * @param fromConstrained the flow's distance from {@code dagger_t}
 * @param fromMeanIterate the flow's distance from the mean of {@code theta_t} over the window about t
 * @param sigmaSquared {@code sigma^2} of the flow
 * @param deltaSquared {@code delta^2} at {@code dagger_t}; empty where it is not defined
 * @param meanXSquared the mean of {@code x_t^2} over the window
 * @param averagedLoss {@code L + sigma^2/eta} of the flow, theory.md (23)
 * @param meanLoss the mean of {@code L(theta_t)} over the window
 */
public record CentralFlowRow(
        int t,
        double fromConstrained,
        double fromMeanIterate,
        double sigmaSquared,
        OptionalDouble deltaSquared,
        double meanXSquared,
        double averagedLoss,
        double meanLoss) {}
