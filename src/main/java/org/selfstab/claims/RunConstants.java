package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;

/**
 * The smallest constants that make the theory's conclusions true on a run, and the conditions' raw values (theory.md section 7).
 * All are dimensionless but epsilon's companions delta (unit of theta). An empty constant is undefined on the run.
 *
 * @param steps the last step t seen
 * @param epsilon {@code eps = max_t eta sqrt(alpha_t)}
 * @param delta {@code delta = max_t delta_t}
 * @param coupling {@code C_1} of (24) and the step that attains it
 * @param loss {@code C_L} of (25)
 * @param sharpness {@code C_S} of (26)
 * @param moments {@code C_nu} of (59), of adaptive optimizers
 * @param implicitBias {@code C_P} of (27a) and {@code C_D} of (27b)
 * @param minX {@code min_t |x*_t| / delta}
 * @param maxX {@code max_t |x_t| / delta}, of the exact iterates; not of several eigenvalues
 * @param maxSecondEigenvalue {@code max_t eta lambda_2}; empty in one dimension
 * @param minAlignment {@code min_t gamma_t}
 * @param iterates the sharpness of the exact iterates, beside which catapults and overshoots are seen
 * @param accuracy what rounding leaves of the run
 * @param predictionEnd the first step at which the prediction is not finite, while the iterates go on
 * @param undefinedOscillation the first step at which alpha is not positive beyond rounding, so that delta is undefined
 */
public record RunConstants(
        int steps,
        Optional<Extremum> epsilon,
        Optional<Extremum> delta,
        Optional<Extremum> coupling,
        Optional<Extremum> loss,
        Optional<Extremum> sharpness,
        Optional<Extremum> moments,
        ImplicitBiasConstants implicitBias,
        Optional<Extremum> minX,
        Optional<Extremum> maxX,
        Optional<Extremum> maxSecondEigenvalue,
        Optional<Extremum> minAlignment,
        IterateSharpness iterates,
        RunAccuracy accuracy,
        Optional<Integer> predictionEnd,
        Optional<Extremum> undefinedOscillation) {

    /** The constant of (24), (25), (26) or of the second moments in (59) and the step that attains it; empty for other conclusions, and where delta is undefined. */
    public Optional<Extremum> ofWorstStep(Claim conclusion) {
        if (conclusion.equals(Claims.COUPLING)) {
            return coupling;
        }
        if (conclusion.equals(Claims.LOSS)) {
            return loss;
        }
        if (conclusion.equals(Claims.SECOND_MOMENTS)) {
            return moments;
        }
        return conclusion.equals(Claims.SHARPNESS) ? sharpness : Optional.empty();
    }

    /** The constant of (24), (25), (26), (27a) or (27b) with its rounding; empty where it is undefined, and for (27). */
    public Optional<RoundedNumber> rounded(Claim conclusion) {
        if (conclusion.equals(Claims.IMPLICIT_BIAS)) {
            return implicitBias.following().map(UncertainExtreme::rounded);
        }
        if (conclusion.equals(Claims.DESCENT)) {
            return implicitBias.descent().map(UncertainExtreme::rounded);
        }
        return ofWorstStep(conclusion).map(constant -> accuracy.rounded(conclusion, constant));
    }

    /** {@code min_t |x*_t| / delta} with its rounding, as that of the iterates along u; empty where it is undefined. */
    public Optional<RoundedNumber> roundedMinX() {
        return minX.flatMap(nearest -> epsilon.map(eps -> accuracy.rounded(nearest, eps.value())));
    }

    /** {@code C_P} of (27a) and the step that attains it. */
    public Optional<Extremum> following() {
        return implicitBias.following().map(UncertainExtreme::value);
    }

    /** {@code C_D} of (27b). */
    public Optional<Extremum> descent() {
        return implicitBias.descent().map(UncertainExtreme::value);
    }

    /**
     * The sharpness of the exact iterates over a run, in units of 1/eta: 2 is the edge of stability. Dimensionless.
     *
     * @param first at t = 0
     * @param largest the largest, and its step
     * @param last at the last step
     * @param farFor at how many steps, up to the last, it is beyond 4, far from the stable set, without a break
     */
    public record IterateSharpness(double first, Extremum largest, Extremum last, int farFor) {}
}
