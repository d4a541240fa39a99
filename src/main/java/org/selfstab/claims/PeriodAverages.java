package org.selfstab.claims;

/**
 * Averages over the whole periods of a run, from t = 0 on, theory.md (27).
 *
 * @param periods the number of whole periods averaged over, at least 1
 * @param duration the time in steps that they take together, interpolated between steps
 * @param oscillation {@code mean x_t^2 / mean delta_t^2}; 1 + O(eps) by the theory
 * @param lossElevation {@code mean (L(theta_t) - L(dagger_t)) eta / mean delta_t^2}; 1 + O(eps) by the theory
 * @param noise how far rounding may have driven the iterates along u within that time, in units of eps delta
 */
public record PeriodAverages(int periods, double duration, double oscillation, double lossElevation, double noise) {

    /** Whether they may be those of another run than the exact one: rounding may have driven it away by more than eps delta. */
    public boolean isNoise() {
        return noise > 1;
    }
}
