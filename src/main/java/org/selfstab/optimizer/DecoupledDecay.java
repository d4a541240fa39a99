package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Expression;

/**
 * Decoupled weight decay: what an optimizer adds to psi is added to {@code (1 - eta lambda) psi} instead, {@code s' = (A - eta lambda 1 C) s + B grad L(C s)}, so that
 * the pole 1 of its transfer function moves to {@code 1 - eta lambda} and the others stay (theory.md section 10).
 *
 * <p>It is a linear optimizer of the theory, {@code A 1 = 1}, on the loss with the penalty {@code mu |theta|^2/2} added, {@code mu = eta lambda/b} with b the
 * drift rate before: {@code A - eta lambda 1 C - mu B C} has the eigenvector r for 1, and the copies are counted in units of its entries. Heavy ball so
 * becomes heavy ball of momentum {@code m (1 - eta lambda)}, on the loss with {@code mu = (1 - m) lambda}.
 *
 * @param before the method before the decay
 * @param bare the method with it, whose A, B and C are those of theory.md: {@code A 1 = 1} does not hold
 * @param penalised the same iterates, as an optimizer on the penalised loss
 * @param penalty mu
 */
public record DecoupledDecay(
        Optimizer.Linear before, Optimizer.Linear bare, Optimizer.Linear penalised, Expression penalty) {

    /**
     * Adds it to a method.
     *
     * @param shrinkage {@code eta lambda}
     */
    public static DecoupledDecay of(Optimizer.Linear before, Expression shrinkage) {
        Expression drift = TransferFunction.of(before).driftRate();
        List<Expression> rest = rest(before, shrinkage, drift);
        List<List<Expression>> decayed = new ArrayList<>();
        List<Expression> b = new ArrayList<>();
        List<Expression> c = new ArrayList<>();
        for (int i = 0; i < before.copies(); i++) {
            List<Expression> row = new ArrayList<>();
            for (int j = 0; j < before.copies(); j++) {
                row.add(before.a()
                        .get(i)
                        .get(j)
                        .minus(shrinkage.times(before.c().get(j)))
                        .times(rest.get(j))
                        .dividedBy(rest.get(i)));
            }
            decayed.add(row);
            b.add(before.b().get(i).dividedBy(rest.get(i)));
            c.add(before.c().get(i).times(rest.get(i)));
        }
        return of(before, new Optimizer.Linear(named(before), decayed, b, c), shrinkage.dividedBy(drift));
    }

    /**
     * Adds it to heavy ball or Nesterov's method, {@code A = [[1 - eta lambda + m, -m (1 - eta lambda)], [1, 0]]}, {@code mu = (1 - m) lambda}.
     *
     * @param momentum m
     * @param decay lambda
     */
    public static DecoupledDecay ofMomentum(
            Optimizer.Linear before, Expression stepSize, Expression momentum, Expression decay) {
        Expression kept = Expression.ONE.minus(stepSize.times(decay));
        List<List<Expression>> rows = List.of(
                List.of(kept.plus(momentum), momentum.times(kept).negate()), List.of(Expression.ONE, Expression.ZERO));
        return of(
                before,
                new Optimizer.Linear(named(before), rows, before.b(), before.c()),
                decay.times(Expression.ONE.minus(momentum)));
    }

    private static DecoupledDecay of(Optimizer.Linear before, Optimizer.Linear bare, Expression penalty) {
        List<List<Expression>> rows = new ArrayList<>();
        for (int i = 0; i < bare.copies(); i++) {
            List<Expression> row = new ArrayList<>();
            for (int j = 0; j < bare.copies(); j++) {
                row.add(bare.a()
                        .get(i)
                        .get(j)
                        .minus(penalty.times(bare.b().get(i)).times(bare.c().get(j))));
            }
            rows.add(row);
        }
        return new DecoupledDecay(before, bare, new Optimizer.Linear(bare.name(), rows, bare.b(), bare.c()), penalty);
    }

    private static String named(Optimizer.Linear before) {
        return before.name() + " with decoupled weight decay";
    }

    /** The copies at rest about psi = 1, {@code r = 1 + eta lambda x} with {@code (I - A + 1 C) x = -1 - B/b}, which has {@code C x = 0}. */
    private static List<Expression> rest(Optimizer.Linear method, Expression shrinkage, Expression drift) {
        List<List<Expression>> rows = new ArrayList<>();
        List<Expression> sources = new ArrayList<>();
        for (int i = 0; i < method.copies(); i++) {
            List<Expression> row = new ArrayList<>();
            for (int j = 0; j < method.copies(); j++) {
                row.add(method.a().get(i).get(j).minus(method.c().get(j)));
            }
            rows.add(row);
            sources.add(Expression.MINUS_ONE.minus(method.b().get(i).dividedBy(drift)));
        }
        return TransferFunction.of(new Optimizer.Linear(method.name(), rows, sources, method.c()))
                .state(Expression.ONE)
                .stream()
                .map(x -> Expression.ONE.plus(shrinkage.times(x)))
                .toList();
    }
}
