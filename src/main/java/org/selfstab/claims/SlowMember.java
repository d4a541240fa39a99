package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Extremum;

/**
 * Exact iterates over {@code 1/eps^2} steps beside the reduced equations of first and of second order; evidence: a numeric run in double precision.
 *
 * @param value the swept parameter's value; empty if it is no member of a family
 * @param epsilon {@code sqrt(a b alpha)} at the start; not a number if there is none
 * @param steps the last step
 * @param errors how far the equations get from the iterates; empty if they could not be followed
 * @param obstacle why not, or why fewer steps were
 */
public record SlowMember(
        Optional<Expression> value, double epsilon, int steps, Optional<Errors> errors, Optional<String> obstacle) {

    /**
     * Largest distances in the plane of X and Y, and their steps.
     *
     * @param first of the equation of first order
     * @param second of that of second order
     */
    public record Errors(Extremum first, Extremum second) {}

    /** Whether the iterates were followed over all steps. */
    public boolean isComplete() {
        return errors.isPresent() && obstacle.isEmpty();
    }

    /** The same as a member of a family. */
    public SlowMember at(Expression parameter) {
        return new SlowMember(Optional.of(parameter), epsilon, steps, errors, obstacle);
    }
}
