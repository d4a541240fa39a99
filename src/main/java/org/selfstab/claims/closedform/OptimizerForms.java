package org.selfstab.claims.closedform;

import org.selfstab.expression.Expression;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.symbolic.Simplification;

/**
 * What the theory takes of an optimizer (theory.md section 10), factored, as expressions of its parameters.
 *
 * @param transfer {@code G(z)}
 * @param edge {@code S_c}
 * @param growthRate a
 * @param driftRate b
 */
public record OptimizerForms(Expression transfer, Expression edge, Expression growthRate, Expression driftRate) {

    /** The argument of the transfer function. */
    private static final Expression Z = Expression.symbol("z");

    /** Of an optimizer, none of whose parameters is called z. */
    static OptimizerForms of(Optimizer.Linear optimizer) {
        TransferFunction transfer = TransferFunction.of(optimizer);
        Simplification general = Simplification.general();
        return new OptimizerForms(
                general.factored(transfer.at(Z)),
                general.factored(StabilityEdge.of(optimizer)),
                general.factored(transfer.growthRate()),
                general.factored(transfer.driftRate()));
    }

    /** {@code sqrt(a b)}, of which epsilon is {@code sqrt(alpha)} times as much. */
    Expression rate() {
        return growthRate.equals(driftRate)
                ? growthRate
                : growthRate.times(driftRate).sqrt();
    }
}
