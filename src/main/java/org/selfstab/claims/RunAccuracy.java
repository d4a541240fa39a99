package org.selfstab.claims;

import java.util.Optional;

/**
 * What rounding leaves of a run, and how it starts.
 *
 * @param levels below which the constants of (24) to (26) are rounding, in units of the constants; empty where delta is undefined
 * @param noise how far rounding may have driven the iterates along u, {@code max n_t/(eps delta)}, and the step; {@code n_{t+1} = |1 - eta
 *     S(theta_t)| n_t} plus the rounding of one step. Empty where delta is undefined
 * @param noiseFrom the first step at which {@code n_t} exceeds eps delta; empty if there is none
 * @param startAlongU {@code |x_0|/delta}; empty where delta is undefined
 */
public record RunAccuracy(
        Optional<RoundingLevels> levels,
        Optional<Extreme> noise,
        Optional<Integer> noiseFrom,
        Optional<Double> startAlongU) {

    /** Whether rounding may have moved a constant, in units of eps delta, by as much as this. */
    boolean mayHaveMoved(double distance) {
        return noise.isPresent() && noise.get().value() >= distance;
    }

    /** Whether what rounding may have made of the iterates exceeds eps delta at a step or before. */
    boolean isNoiseAt(int step) {
        return noiseFrom.isPresent() && noiseFrom.get() <= step;
    }
}
