package org.selfstab.claims;

/**
 * Averages over whole periods of the oscillation, theory.md (27).
 *
 * @param periods the number of whole periods averaged over, at least 1
 * @param from the time in steps at which the first begins, interpolated between steps
 * @param to the time in steps at which the last ends, interpolated between steps
 * @param oscillation {@code mean x_t^2 / mean delta_t^2}; 1 + O(eps) by the theory
 * @param lossElevation {@code mean (L(theta_t) - L(dagger_t)) eta / mean delta_t^2}; 1 + O(eps) by the theory
 */
public record PeriodAverages(int periods, double from, double to, double oscillation, double lossElevation) {}
