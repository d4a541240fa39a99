package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.expression.Expression;

/**
 * What the run of one member of a family gave; evidence: a numeric run.
 *
 * @param value the swept parameter's value, exact
 * @param number its value as a number
 * @param rates those of the member's optimizer
 * @param verification the run up to the horizon
 * @param averages the averages over whole periods of a longer run; empty if that had none
 * @param assessment the conclusions on the run, (27) on the longer one; no conditions
 * @param rounding below which errors of the run are rounding
 */
public record FamilyMember(
        Expression value,
        double number,
        Rates rates,
        Verification verification,
        Optional<PeriodAverages> averages,
        Assessment assessment,
        RoundingLevels rounding) {

    /**
     * What the theory takes of the optimizer, theory.md section 10; of gradient descent three times eta.
     *
     * @param step the step size of gradient descent with the same edge
     * @param growth a: where the sharpness is S, a step multiplies the oscillation by {@code -(1 + a (S - S_c))} to first order
     * @param drift b: slow motion is {@code d psi/dt = -b grad L}
     */
    public record Rates(double step, double growth, double drift) {}

    /** The constants of the run, if it reached its horizon with delta defined throughout: only then do members compare. */
    public Optional<RunConstants> comparableConstants() {
        return verification.isComplete() ? verification.constants() : Optional.empty();
    }

    /** Whether the run met a step without progressive sharpening, so that the theorem says nothing about it. */
    public boolean lacksProgressiveSharpening() {
        return verification.lacksProgressiveSharpening();
    }
}
