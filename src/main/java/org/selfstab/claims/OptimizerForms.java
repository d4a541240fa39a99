package org.selfstab.claims;

import java.util.List;
import org.selfstab.expression.Expression;

/**
 * What the theory takes of an optimizer (theory.md section 10), factored, as expressions of its parameters.
 *
 * @param argument z, or a longer name where the optimizer has a parameter of that name
 * @param transfer {@code G(z)}; with decoupled weight decay that of the method with it, on the bare loss
 * @param edge {@code S_c}, of the bare loss then
 * @param growthRate a
 * @param driftRate b
 * @param energyDrift {@code Gamma_0} of the method that is run, (D6) of section 18
 * @param exceptional the curvatures, of the same loss, at which {@code A + lambda B C} of two copies has a double eigenvalue; none of more copies, and where they are not real
 */
public record OptimizerForms(
        Expression argument,
        Expression transfer,
        Expression edge,
        Expression growthRate,
        Expression driftRate,
        Expression energyDrift,
        List<Expression> exceptional) {

    public OptimizerForms {
        exceptional = List.copyOf(exceptional);
    }

    /** {@code sqrt(a b)}, of which epsilon is {@code sqrt(alpha)} times as much. */
    public Expression rate() {
        return growthRate.equals(driftRate)
                ? growthRate
                : growthRate.times(driftRate).sqrt();
    }
}
