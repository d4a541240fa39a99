package org.selfstab.claims.closedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.claims.OptimizerForms;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.problem.WeightDecay;
import org.selfstab.symbolic.Simplification;

/** What the theory takes of a problem's optimizer (theory.md section 10), factored. */
final class FactoredOptimizer {

    private FactoredOptimizer() {}

    static OptimizerForms of(Problem problem) {
        return problem.decay()
                .flatMap(WeightDecay::decoupled)
                .map(decay -> decoupled(problem, decay.before(), argument(problem)))
                .orElseGet(() -> plain(problem, argument(problem)));
    }

    private static Expression argument(Problem problem) {
        Set<String> taken = problem.linear()
                .entries()
                .flatMap(entry -> entry.symbolNames().stream())
                .collect(Collectors.toSet());
        String name = "z";
        while (taken.contains(name)) {
            name += "z";
        }
        return Expression.symbol(name);
    }

    private static OptimizerForms plain(Problem problem, Expression z) {
        TransferFunction transfer = transfer(problem.linear());
        return new OptimizerForms(
                z,
                factored(transfer.at(z)),
                factored(transfer.edge().orElseThrow()),
                factored(transfer.growthRate()),
                factored(transfer.driftRate()),
                factored(transfer.energyDrift()),
                exceptional(problem, transfer.numerator(), transfer.denominator()));
    }

    /** The factor {@code (z - 1)/(z - 1 + h)} of G, {@code h = eta lambda}, put into the forms of the method before: theory.md section 10. */
    private static OptimizerForms decoupled(Problem problem, Optimizer.Linear before, Expression z) {
        TransferFunction transfer = transfer(before);
        Expression shrinkage = Expression.symbol(Problem.STEP_SIZE)
                .times(problem.decay().orElseThrow().strength());
        Expression moved = z.minus(Expression.ONE);
        Expression half = Expression.TWO.minus(shrinkage).dividedBy(Expression.TWO);
        Expression edge = factored(transfer.edge().orElseThrow());
        Expression slow = half.dividedBy(factored(transfer.growthRate()))
                .plus(shrinkage.times(edge).dividedBy(Expression.constant(4)));
        Expression drift = Expression.ONE
                .dividedBy(factored(transfer.driftRate()))
                .minus(shrinkage
                        .times(factored(transfer.inverseCurvature(Expression.ONE)))
                        .dividedBy(Expression.TWO));
        return new OptimizerForms(
                z,
                factored(factored(transfer.at(z)).times(moved).dividedBy(moved.plus(shrinkage))),
                factored(half.times(edge)),
                factored(Expression.ONE.dividedBy(slow)),
                factored(Expression.ONE.dividedBy(drift)),
                factored(transfer(problem.linear()).energyDrift()),
                exceptional(problem, transfer.numerator(), decayed(transfer.denominator(), shrinkage)));
    }

    private static TransferFunction transfer(Optimizer.Linear method) {
        return TransferFunction.of(method, FactoredOptimizer::factored);
    }

    private static Expression factored(Expression expression) {
        return Simplification.general().factored(expression);
    }

    /** {@code D (z - 1 + h)/(z - 1)}, coefficients from the constant one on. */
    private static List<Expression> decayed(List<Expression> denominator, Expression shrinkage) {
        List<Expression> quotient = new ArrayList<>();
        Expression remainder = Expression.ZERO;
        for (Expression coefficient : denominator.subList(0, denominator.size() - 1)) {
            remainder = remainder.minus(coefficient);
            quotient.add(remainder);
        }
        List<Expression> decayed = new ArrayList<>(denominator);
        for (int k = 0; k < quotient.size(); k++) {
            decayed.set(k, factored(decayed.get(k).plus(shrinkage.times(quotient.get(k)))));
        }
        return decayed;
    }

    /** The roots of the discriminant of {@code D - lambda N} in z, of degree 2 in the curvature lambda. */
    private static List<Expression> exceptional(
            Problem problem, List<Expression> numerator, List<Expression> denominator) {
        if (numerator.size() != 2) {
            return List.of();
        }
        Expression square = numerator.get(1).power(2);
        Expression half =
                numerator.get(0).times(Expression.TWO).minus(denominator.get(1).times(numerator.get(1)));
        Expression zero = denominator.get(1).power(2).minus(denominator.get(0).times(Expression.constant(4)));
        Expression radicand = factored(half.power(2).minus(square.times(zero)));
        if (!(value(radicand, problem) >= 0) || factored(square).isZero()) {
            return List.of();
        }
        Expression mean = factored(half.negate().dividedBy(square));
        Expression distance = rootUpToSign(factored(radicand.dividedBy(square.power(2))), problem);
        return Stream.of(mean.minus(distance), mean.plus(distance))
                .map(FactoredOptimizer::factored)
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
}
