package org.selfstab.expression.autodiff;

import java.util.List;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Product;

/**
 * Keeps the products that differentiation makes short: the derivative of a product of n factors writes n products of n - 1, and a chain rule
 * of depth n a product of n. Groups of factors that stay one node are multiplied and differentiated once.
 */
final class Grouping {

    private static final int MAX_FACTORS = 4;

    private Grouping() {}

    /** The same value with at most {@value #MAX_FACTORS} factors in a product. */
    static Expression bounded(Expression expression) {
        return expression instanceof Product product && product.factors().size() > MAX_FACTORS
                ? Expression.constant(product.coefficient()).times(grouped(product.factors()))
                : expression;
    }

    private static Expression grouped(List<Expression> factors) {
        if (factors.size() <= MAX_FACTORS) {
            return Expression.product(factors);
        }
        int half = factors.size() / 2;
        return grouped(factors.subList(0, half))
                .shared()
                .times(grouped(factors.subList(half, factors.size())).shared());
    }
}
