package org.selfstab.symbolic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.selfstab.expression.Application;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Shared;
import org.selfstab.expression.Sum;

/** One node of an expression replaced by another one wherever it occurs. */
public final class NodeReplacement {

    private final Map<Expression, Expression> known = new LinkedHashMap<>();

    /** A replacement. */
    public NodeReplacement(Expression node, Expression by) {
        known.put(node, by);
    }

    /** An expression in which the node is replaced. */
    public Expression in(Expression expression) {
        Expression result = known.get(expression);
        if (result == null) {
            result = expression.children().isEmpty() ? expression : rebuilt(expression);
            known.put(expression, result);
        }
        return result;
    }

    private Expression rebuilt(Expression expression) {
        if (expression instanceof Sum sum) {
            return Expression.sum(sum.terms().stream().map(this::in).toList());
        }
        if (expression instanceof Product product && product.coefficient().isZero()) {
            return expression;
        }
        if (expression instanceof Product product) {
            return Expression.product(product.factors().stream().map(this::in).toList())
                    .times(Expression.constant(product.coefficient()));
        }
        if (expression instanceof Power power) {
            return in(power.base()).power(power.exponent());
        }
        if (expression instanceof Shared shared) {
            return in(shared.content());
        }
        Application application = (Application) expression;
        return Expression.apply(application.function(), in(application.argument()));
    }
}
