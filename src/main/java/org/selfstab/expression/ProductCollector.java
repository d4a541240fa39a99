package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;

/** Builds the canonical form of a product: nested products flattened, equal bases collected, constants folded. */
final class ProductCollector {

    private BigFraction coefficient = BigFraction.ONE;
    private final Map<Expression, BigFraction> exponents = new TreeMap<>();
    private final List<Expression> vanishing = new ArrayList<>();

    ProductCollector multiplyAll(Iterable<? extends Expression> factors) {
        factors.forEach(this::multiply);
        return this;
    }

    void multiply(Expression factor) {
        if (factor instanceof Constant number) {
            coefficient = ExpressionLimit.checkSize(coefficient.multiply(number.value()));
        } else if (factor instanceof Product product && product.coefficient().isZero()) {
            coefficient = BigFraction.ZERO;
            vanishing.addAll(product.factors());
        } else if (factor instanceof Product product) {
            coefficient = ExpressionLimit.checkSize(coefficient.multiply(product.coefficient()));
            multiplyAll(product.factors());
        } else if (factor instanceof Power power) {
            exponents.merge(power.base(), power.exponent(), BigFraction::add);
        } else {
            exponents.merge(factor, BigFraction.ONE, BigFraction::add);
        }
    }

    Expression toExpression() {
        if (coefficient.isZero()) {
            return vanishing.isEmpty() ? Expression.ZERO : Domain.vanishing(Expression.product(vanishing));
        }
        List<Expression> factors = new ArrayList<>();
        exponents.forEach((base, exponent) -> {
            Expression factor = base.power(exponent);
            if (factor instanceof Constant number) {
                coefficient = coefficient.multiply(number.value());
            } else {
                factors.add(factor);
            }
        });
        if (factors.isEmpty()) {
            return Expression.constant(coefficient);
        }
        if (factors.size() == 1 && coefficient.equals(BigFraction.ONE)) {
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
