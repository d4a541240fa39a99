package org.selfstab.claims;

import java.util.List;

/**
 * Lyapunov exponents of an optimizer's iterates by repeated QR decompositions (Benettin et al. 1980), the Kaplan-Yorke dimension, and the exponents and
 * dimension that come of the singular values of each step alone (theory.md (67)). Errors are those of batch means, of dimensions by the jackknife over the
 * batches. In natural logarithms a step.
 *
 * @param exponents the Lyapunov exponents, largest first, N of them
 * @param kaplanYorke the Kaplan-Yorke dimension
 * @param sharpnessExponents the means of {@code log sigma_i} of a step's derivative, of gradient descent {@code I - eta H}, sorted at each step
 * @param sharpnessDimension the same formula with those
 * @param steps over how many steps; of a cycle its period
 */
public record Lyapunov(
        List<Estimate> exponents,
        Estimate kaplanYorke,
        List<Estimate> sharpnessExponents,
        Estimate sharpnessDimension,
        int steps) {

    /** As many batches as errors are estimated from. */
    public static final int BATCHES = 50;

    private static final double SIGNIFICANT = 4;

    public Lyapunov {
        exponents = List.copyOf(exponents);
        sharpnessExponents = List.copyOf(sharpnessExponents);
    }

    /** Whether nearby iterates part: the largest exponent is positive by at least four standard errors. */
    public boolean isChaotic() {
        Estimate largest = exponents.get(0);
        return largest.value() > SIGNIFICANT * largest.standardError() && largest.value() > 0;
    }

    /** Whether the run tells if they do: zero is not within four standard errors. */
    public boolean isDecided() {
        Estimate largest = exponents.get(0);
        return Math.abs(largest.value()) > SIGNIFICANT * largest.standardError();
    }
}
