package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * Where the noisy edge settles: theory.md (64) beside runs of the exact stochastic iterates.
 *
 * @param edge the curvature S_c at which the optimizer becomes unstable
 * @param eta the step size
 * @param at what the formula rests on where it settles
 * @param weakGap the gap of theory.md (42) by what is known at the edge itself, which holds for weak additive noise; empty if alpha is not positive there
 * @param sharpness the mean sharpness of the iterates and its standard error
 * @param spread the standard deviation of the sharpness over the runs
 * @param batchSharpness {@code E[g'H g]/E|g|^2} of theory.md (62) with its standard error, weighted so by the oscillation
 * @param gap the comparison of {@code S_c - <S>} with the formula, which decides
 * @param others the other comparisons
 */
public record Settling(
        double edge,
        double eta,
        At at,
        Optional<Double> weakGap,
        Estimate sharpness,
        double spread,
        Estimate batchSharpness,
        ComparedMean gap,
        List<ComparedMean> others) {

    /**
     * What the formula rests on at a sharpness.
     *
     * @param sharpness S
     * @param curvatureVariance V, the variance of the batch's curvature along u
     * @param gradientVariance sigma_u^2, that of the gradient along u
     * @param riseVariance sigma_S^2, that of the product of the gradient with the part of grad S across u
     * @param alpha the rate of progressive sharpening
     * @param beta the strength of self-stabilization
     */
    public record At(
            double sharpness,
            double curvatureVariance,
            double gradientVariance,
            double riseVariance,
            double alpha,
            double beta) {

        /** Which share of the noise that keeps the oscillation up is the curvature's. */
        public double shareOfCurvature() {
            return curvatureVariance / (curvatureVariance + gradientVariance / meanSquare());
        }

        /** {@code delta^2 = 2 alpha/beta}. */
        public double meanSquare() {
            return 2 * alpha / beta;
        }
    }

    public Settling {
        others = List.copyOf(others);
    }

    /** All that was compared, the gap first. */
    public List<ComparedMean> comparisons() {
        List<ComparedMean> all = new ArrayList<>(List.of(gap));
        all.addAll(others);
        return all;
    }

    /** Of the comparison that decides. */
    public Status status() {
        return gap.status();
    }
}
