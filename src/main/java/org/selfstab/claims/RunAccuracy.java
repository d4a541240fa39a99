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

    /**
     * How far rounding of the iterates may have moved a constant of (24) to (26). How much of a displacement along u gets into the errors of
     * the loss and the sharpness depends on x and kappa_3: they are not known, infinite here, where it may be as large as the theory's error.
     *
     * @param step the step that attains the constant
     */
    double drift(Conclusion conclusion, int step) {
        boolean isNoise = noiseFrom.isPresent() && noiseFrom.get() <= step;
        return conclusion != Conclusion.COUPLING && isNoise
                ? Double.POSITIVE_INFINITY
                : noise.map(Extreme::value).orElse(0.0);
    }
}
