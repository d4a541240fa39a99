package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/** Builds the canonical form of a sum: nested sums flattened, like terms collected, constants folded. */
final class SumCollector {

    private final PairwiseSum constant = new PairwiseSum();
    private final Map<Expression, PairwiseSum> coefficients = new TreeMap<>();
    private final Set<Expression> vanishing = new TreeSet<>();

    SumCollector addAll(Iterable<? extends Expression> terms) {
        terms.forEach(this::add);
        return this;
    }

    private void add(Expression term) {
        if (term instanceof Sum sum) {
            addAll(sum.terms());
        } else if (term instanceof Constant number) {
            constant.add(number.value());
        } else if (term instanceof Product product && product.coefficient().isZero()) {
            vanishing.add(product);
        } else if (term instanceof Product product) {
            addMultiple(product.coefficient(), product.withCoefficient(BigFraction.ONE));
        } else {
            addMultiple(BigFraction.ONE, term);
        }
    }

    private void addMultiple(BigFraction coefficient, Expression term) {
        coefficients.computeIfAbsent(term, fresh -> new PairwiseSum()).add(coefficient);
    }

    /**
     * A sum of exact numbers, of two, then of two such sums, and so on: one after the other, thousands of fractions would each be added to one of
     * thousands of digits.
     */
    private static final class PairwiseSum {

        /** Entry i is a sum of 2^i numbers, or null. */
        private final List<BigFraction> sums = new ArrayList<>(1);

        void add(BigFraction number) {
            BigFraction carried = number;
            for (int i = 0; i < sums.size(); i++) {
                if (sums.get(i) == null) {
                    sums.set(i, carried);
                    return;
                }
                carried = plus(sums.get(i), carried);
                sums.set(i, null);
            }
            sums.add(carried);
        }

        BigFraction total() {
            return sums.stream()
                    .filter(Objects::nonNull)
                    .reduce(PairwiseSum::plus)
                    .orElse(BigFraction.ZERO);
        }

        private static BigFraction plus(BigFraction one, BigFraction other) {
            return ExpressionLimit.checkSize(one.add(other));
        }
    }

    Expression toExpression() {
        List<Expression> terms = new ArrayList<>();
        BigFraction number = constant.total();
        if (!number.isZero()) {
            terms.add(Expression.constant(number));
        }
        coefficients.forEach((term, multiples) -> {
            BigFraction coefficient = multiples.total();
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
