package org.selfstab.certify;

import java.util.List;
import org.selfstab.interval.Interval;

/**
 * Enclosures of what {@code descent --lyapunov} estimates, of one orbit (theory.md (67)): in natural logarithms a step.
 *
 * @param exponents contain the Lyapunov exponents, largest first
 * @param kaplanYorke contains the Kaplan-Yorke dimension
 * @param sharpnessExponents contain the means of the logarithms of the singular values of a step's derivative, sorted at each step
 * @param sharpnessDimension contains the sharpness dimension
 */
public record CycleExponents(
        List<Interval> exponents,
        Interval kaplanYorke,
        List<Interval> sharpnessExponents,
        Interval sharpnessDimension) {

    public CycleExponents {
        exponents = List.copyOf(exponents);
        sharpnessExponents = List.copyOf(sharpnessExponents);
    }
}
