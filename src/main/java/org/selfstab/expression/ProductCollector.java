package org.selfstab.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** Builds the canonical form of a product: nested products flattened, equal bases collected, constants folded. */
final class ProductCollector {

    private BigFraction coefficient = BigFraction.ONE;
    private final Map<Expression, BigFraction> exponents = new HashMap<>();
    private final List<Expression> vanishing = new ArrayList<>();

    ProductCollector multiplyAll(Iterable<? extends Expression> factors) {
        for (Expression factor : factors) {
            multiply(factor);
        }
        return this;
    }

    void multiply(Expression factor) {
        if (factor instanceof Constant number) {
            coefficient = Rationals.product(coefficient, number.value());
        } else if (factor instanceof Product product && product.coefficient().isZero()) {
            coefficient = BigFraction.ZERO;
            vanishing.addAll(product.factors());
        } else if (factor instanceof Product product) {
            coefficient = Rationals.product(coefficient, product.coefficient());
            for (Expression part : product.factors()) {
                collect(part);
            }
        } else {
            collect(factor);
        }
    }

    /** Takes in a factor that is neither a constant nor a product. */
    private void collect(Expression factor) {
        boolean isPower = factor instanceof Power;
        Expression base = isPower ? ((Power) factor).base() : factor;
        BigFraction exponent = isPower ? ((Power) factor).exponent() : BigFraction.ONE;
        BigFraction before = exponents.get(base);
        exponents.put(base, before == null ? exponent : before.add(exponent));
    }

    Expression toExpression() {
        if (coefficient.isZero()) {
            return vanishing.isEmpty() ? Expression.ZERO : Domain.vanishing(Expression.product(vanishing));
        }
        List<Expression> factors = new ArrayList<>();
        for (Map.Entry<Expression, BigFraction> entry : exponents.entrySet()) {
            Expression factor = entry.getKey().power(entry.getValue());
            if (factor instanceof Constant number) {
                coefficient = Rationals.product(coefficient, number.value());
            } else {
                factors.add(factor);
            }
        }
        if (factors.isEmpty()) {
            return Expression.constant(coefficient);
        }
        if (factors.size() == 1 && Rationals.isOne(coefficient)) {
            return factors.get(0);
        }
        return factors.stream().anyMatch(this::hasUncollectedBase)
                ? regrouped(factors)
                : Expression.intern(new Product(ExpressionLimit.checkSize(coefficient), sorted(factors)));
    }

    private boolean hasUncollectedBase(Expression factor) {
        Expression base = factor instanceof Power power ? power.base() : factor;
        return factor instanceof Product || !exponents.containsKey(base);
    }

    private Expression regrouped(List<Expression> factors) {
        ProductCollector again = new ProductCollector();
        again.multiply(Expression.constant(coefficient));
        return again.multiplyAll(factors).toExpression();
    }

    private static List<Expression> sorted(List<Expression> factors) {
        return factors.stream().sorted().toList();
    }
}
