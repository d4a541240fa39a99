package org.selfstab.claims;

/**
 * What is averaged over the whole periods of a run, theory.md (27).
 *
 * @param periods how many whole periods, at least 1
 * @param steps how many steps they take together, from t = 0
 * @param oscillation {@code mean x_t^2 / mean delta_t^2 - 1}
 * @param elevation {@code mean (L(theta_t) - L(dagger_t)) / mean (delta_t^2/eta) - 1}
 */
public record PeriodAverages(int periods, int steps, double oscillation, double elevation) {}
