package org.selfstab.claims;

/**
 * Averages over the whole periods of a run, from t = 0 on, theory.md (27).
 *
 * @param periods the number of whole periods averaged over, at least 1
 * @param duration the time in steps that they take together, interpolated between steps
 * @param oscillation {@code mean x_t^2 / mean delta_t^2}; 1 + O(eps) by the theory
 * @param lossElevation {@code mean (L(theta_t) - L(dagger_t)) eta / mean delta_t^2}; 1 + O(eps) by the theory
 * @param isNoise whether rounding may have driven the iterates along u by more than eps delta within that time, so that the averages may be those
 *     of another run than the exact one
 */
public record PeriodAverages(int periods, double duration, double oscillation, double lossElevation, boolean isNoise) {}
