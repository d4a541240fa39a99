package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/** Builds the canonical form of a sum: nested sums flattened, like terms collected, constants folded. */
final class SumCollector {

    private BigFraction constant = BigFraction.ZERO;
    private final Map<Expression, BigFraction> coefficients = new TreeMap<>();
    private final Set<Expression> vanishing = new TreeSet<>();

    SumCollector addAll(Iterable<? extends Expression> terms) {
        terms.forEach(this::add);
        return this;
    }

    private void add(Expression term) {
        if (term instanceof Sum sum) {
            addAll(sum.terms());
        } else if (term instanceof Constant number) {
            constant = ExpressionLimit.checkSize(constant.add(number.value()));
        } else if (term instanceof Product product && product.coefficient().isZero()) {
            vanishing.add(product);
        } else if (term instanceof Product product) {
            addMultiple(product.coefficient(), product.withCoefficient(BigFraction.ONE));
        } else {
            addMultiple(BigFraction.ONE, term);
        }
    }

    private void addMultiple(BigFraction coefficient, Expression term) {
        coefficients.merge(term, coefficient, (a, b) -> ExpressionLimit.checkSize(a.add(b)));
    }

    Expression toExpression() {
        List<Expression> terms = new ArrayList<>();
        if (!constant.isZero()) {
            terms.add(Expression.constant(constant));
        }
        coefficients.forEach((term, coefficient) -> {
            if (!coefficient.isZero()) {
                terms.add(multiple(coefficient, term));
            }
        });
        terms.addAll(vanishing);
        return switch (terms.size()) {
            case 0 -> Expression.ZERO;
            case 1 -> terms.get(0);
            default -> Expression.intern(new Sum(terms));
        };
    }

    /** A multiple of a term without coefficient. */
    private static Expression multiple(BigFraction coefficient, Expression term) {
        if (Rationals.isOne(coefficient)) {
            return term;
        }
        return term instanceof Product product
                ? product.withCoefficient(coefficient)
                : Expression.intern(new Product(coefficient, List.of(term)));
    }
}
