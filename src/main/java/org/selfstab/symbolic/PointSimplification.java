package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * Expressions at a point, simplified under the branches that the parameters' values choose. Parameters whose values are
 * positive are assumed positive. Beyond a size of all of them together expressions are left as they are.
 */
final class PointSimplification {

    private static final double MAYBE_ZERO = 1e-9;
    /** A few seconds of simplifying. */
    private static final long MAX_SIZE = 3000;

    private static final Effort PROOF = Effort.steps(200_000);

    private final Map<String, Expression> point = new HashMap<>();
    private final Map<Expression, Expression> known = new HashMap<>();
    private final NumericValues values;
    private final IntConsumer progress;
    private final BranchResolver branches;
    private final List<Symbol> positive;
    private long sizeLeft = MAX_SIZE;

    PointSimplification(
            List<Symbol> variables, List<Expression> coordinates, NumericValues values, IntConsumer progress) {
        for (int i = 0; i < variables.size(); i++) {
            point.put(variables.get(i).name(), coordinates.get(i));
        }
        this.values = values;
        this.progress = progress;
        this.branches = new BranchResolver(values);
        this.positive = values.parameters().keySet().stream()
                .sorted()
                .map(Expression::symbol)
                .filter(symbol -> values.of(symbol) > 0)
                .toList();
    }

    /** The expression at the point, not simplified beyond its branches. */
    Expression at(Expression expression) {
        return branches.rewrite(expression.substitute(point));
    }

    /** An expression of the parameters, simplified; 0 if it is proved to be zero. */
    Expression simplified(Expression expression) {
        Expression found = known.get(expression);
        if (found == null) {
            found = simplify(expression);
            known.put(expression, found);
            progress.accept(known.size());
        }
        return found;
    }

    private Expression simplify(Expression expression) {
        Expression once = shortened(branches.rewrite(expression));
        Expression resolved = branches.rewrite(once);
        Expression simple = resolved.equals(once) ? once : shortened(resolved);
        return isZero(simple) ? Expression.ZERO : simple;
    }

    private Expression shortened(Expression expression) {
        if (!Simplification.isAffordable(expression) || Simplification.size(expression) > sizeLeft) {
            return expression;
        }
        sizeLeft -= Simplification.size(expression);
        return Simplification.general().assumingPositive(positive).simplify(expression);
    }

    private boolean isZero(Expression expression) {
        return expression.isZero()
                || (Math.abs(values.of(expression)) < MAYBE_ZERO
                        && Simplification.isAffordable(expression)
                        && IdentityProof.with(PROOF)
                                .assumingPositive(positive)
                                .examine(expression)
                                .isProved());
    }

    /** What the simplifications so far rely on. */
    List<BranchCondition> conditions() {
        List<BranchCondition> conditions = new ArrayList<>();
        positive.forEach(symbol -> conditions.add(BranchCondition.positive(symbol)));
        branches.conditions().stream()
                .filter(condition -> !conditions.contains(condition))
                .forEach(conditions::add);
        return conditions;
    }
}
