package org.selfstab.claims.closedform;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.optimizer.DecoupledDecay;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.problem.WeightDecay;
import org.selfstab.symbolic.Simplification;

/**
 * What the theory takes of an optimizer (theory.md section 10), factored, as expressions of its parameters.
 *
 * @param transfer {@code G(z)}; with decoupled weight decay that of the method with it, on the bare loss
 * @param edge {@code S_c}, of the bare loss then
 * @param growthRate a
 * @param driftRate b
 * @param energyDrift {@code Gamma_0} of the method that is run, (D6) of section 18
 * @param exceptional the curvatures, of the same loss, at which {@code A + lambda B C} of two copies has a double eigenvalue; none of more copies, and where they are not real
 */
public record OptimizerForms(
        Expression transfer,
        Expression edge,
        Expression growthRate,
        Expression driftRate,
        Expression energyDrift,
        List<Expression> exceptional) {

    /** The argument of the transfer function. */
    private static final Expression Z = Expression.symbol("z");

    public OptimizerForms {
        exceptional = List.copyOf(exceptional);
    }

    /** Of a problem's optimizer, none of whose parameters is called z. */
    static OptimizerForms of(Problem problem) {
        Optimizer.Linear optimizer = problem.decay()
                .flatMap(WeightDecay::decoupled)
                .map(DecoupledDecay::bare)
                .orElse(problem.linear());
        TransferFunction transfer = TransferFunction.of(optimizer);
        Simplification general = Simplification.general();
        return new OptimizerForms(
                general.factored(transfer.at(Z)),
                general.factored(StabilityEdge.of(optimizer)),
                general.factored(transfer.growthRate()),
                general.factored(TransferFunction.of(problem.linear()).driftRate()),
                general.factored(TransferFunction.of(problem.linear()).energyDrift()),
                exceptional(problem, optimizer));
    }

    /** The roots of {@code (M_11 - M_22)^2 + 4 M_12 M_21}, of degree 2 in the curvature. */
    private static List<Expression> exceptional(Problem problem, Optimizer.Linear method) {
        if (method.copies() != 2) {
            return List.of();
        }
        Simplification simplification = Simplification.general();
        Expression difference = method.a().get(0).get(0).minus(method.a().get(1).get(1));
        Expression slope = reached(method, 0, 0).minus(reached(method, 1, 1));
        Expression above = method.a().get(0).get(1);
        Expression below = method.a().get(1).get(0);
        Expression square = slope.power(2)
                .plus(reached(method, 0, 1).times(reached(method, 1, 0)).times(Expression.constant(4)));
        Expression half = difference
                .times(slope)
                .plus(above.times(reached(method, 1, 0))
                        .plus(reached(method, 0, 1).times(below))
                        .times(Expression.TWO));
        Expression zero = difference.power(2).plus(above.times(below).times(Expression.constant(4)));
        Expression radicand = simplification.factored(half.power(2).minus(square.times(zero)));
        if (!(value(radicand, problem) >= 0) || simplification.factored(square).isZero()) {
            return List.of();
        }
        Expression mean = simplification.factored(half.negate().dividedBy(square));
        Expression distance = rootUpToSign(simplification.factored(radicand.dividedBy(square.power(2))), problem);
        return Stream.of(mean.minus(distance), mean.plus(distance))
                .map(simplification::factored)
                .sorted(Comparator.comparingDouble(root -> value(root, problem)))
                .toList();
    }

    /** {@code 2 sqrt(m)/eta} of {@code 4 m/eta^2}, which is not negative; the sign matters to none of two roots. */
    private static Expression rootUpToSign(Expression factored, Problem problem) {
        if (factored instanceof Product product) {
            Expression root = Expression.constant(product.coefficient().abs()).sqrt();
            for (Expression factor : product.factors()) {
                root = root.times(rootUpToSign(factor, problem));
            }
            return root;
        }
        if (factored instanceof Power power) {
            return power.base().power(power.exponent().divide(2));
        }
        return (value(factored, problem) < 0 ? factored.negate() : factored).sqrt();
    }

    private static double value(Expression ofParameters, Problem problem) {
        return RealValue.of(ofParameters.substitute(problem.parameters().values()));
    }

    /** {@code B_i C_j}. */
    private static Expression reached(Optimizer.Linear method, int i, int j) {
        return method.b().get(i).times(method.c().get(j));
    }

    /** {@code sqrt(a b)}, of which epsilon is {@code sqrt(alpha)} times as much. */
    Expression rate() {
        return growthRate.equals(driftRate)
                ? growthRate
                : growthRate.times(driftRate).sqrt();
    }
}
