package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;

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
        Optional<Extremum> noise,
        Optional<Integer> noiseFrom,
        Optional<Double> startAlongU) {

    /**
     * A constant of (24) to (26) with its rounding. How much of a displacement along u gets into the errors of the loss and the sharpness depends on x
     * and kappa_3: they are not known where it may be as large as the theory's error.
     */
    public RoundedNumber rounded(Claim conclusion, Extremum constant) {
        double drift = drift(conclusion, constant.step());
        double level = level(conclusion, constant.step());
        return drift >= level
                ? RoundedNumber.within(
                        constant.value(),
                        drift,
                        driftAlongU(noise.map(Extremum::value).orElse(0.0)))
                : RoundedNumber.within(
                        constant.value(),
                        level,
                        "the errors are at rounding level, " + RunRemarks.number(level)
                                + " in units of the constant; --precision 50 tells");
    }

    /** How far the rounding of what is compared may have moved a constant of (24) to (26). */
    public double level(Claim conclusion, int step) {
        return levels.map(known -> known.of(conclusion, step)).orElse(0.0);
    }

    /** A distance along u in units of delta. */
    public RoundedNumber rounded(Extremum distance, double eps) {
        double drift = noise.map(Extremum::value).orElse(0.0);
        return RoundedNumber.within(distance.value(), eps * drift, driftAlongU(drift));
    }

    private static String driftAlongU(double inEpsDelta) {
        return "rounding may have driven the iterates along u by " + RunRemarks.number(inEpsDelta)
                + " eps delta; --precision 50 tells";
    }

    /**
     * How far rounding of the iterates may have moved a constant of (24) to (26), infinite where that is not known.
     *
     * @param step the step that attains the constant
     */
    public double drift(Claim conclusion, int step) {
        boolean isNoise = noiseFrom.isPresent() && noiseFrom.get() <= step;
        return !conclusion.equals(Claims.COUPLING) && isNoise
                ? Double.POSITIVE_INFINITY
                : noise.map(Extremum::value).orElse(0.0);
    }
}
