package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;

/**
 * How large the polynomials are that an expression becomes over a common denominator: symbols, roots and functions count as variables. By
 * Kronecker's substitution a polynomial in several variables is factored as one in a single variable whose degree is the product of
 * {@code degree + 1} over the variables, so that this number, not the length of an expression, says what factoring costs.
 */
final class PolynomialExtent {

    private final IdentityHashMap<Expression, Degrees> known = new IdentityHashMap<>();

    private PolynomialExtent() {}

    /** Degrees of numerator and denominator by variable. */
    private record Degrees(Map<Expression, Long> above, Map<Expression, Long> below) {}

    /** The product of {@code degree + 1} over the variables of the expression's numerator, at most {@link Long#MAX_VALUE}. */
    static long of(Expression expression) {
        double product = 1;
        for (long degree : new PolynomialExtent().degrees(expression).above().values()) {
            product *= degree + 1;
        }
        return (long) product;
    }

    private Degrees degrees(Expression expression) {
        Degrees degrees = known.get(expression);
        if (degrees == null) {
            degrees = computed(expression);
            known.put(expression, degrees);
        }
        return degrees;
    }

    private Degrees computed(Expression expression) {
        if (expression instanceof Sum sum) {
            return ofSum(sum);
        }
        if (expression instanceof Product product) {
            Degrees degrees = new Degrees(new HashMap<>(), new HashMap<>());
            for (Expression factor : product.factors()) {
                add(degrees(factor).above(), 1, degrees.above());
                add(degrees(factor).below(), 1, degrees.below());
            }
            return degrees;
        }
        if (expression instanceof Power power
                && power.exponent().getDenominator().bitLength() == 1) {
            Degrees base = degrees(power.base());
            Degrees degrees = new Degrees(new HashMap<>(), new HashMap<>());
            long exponent = power.exponent().getNumerator().longValue();
            add(exponent > 0 ? base.above() : base.below(), Math.abs(exponent), degrees.above());
            add(exponent > 0 ? base.below() : base.above(), Math.abs(exponent), degrees.below());
            return degrees;
        }
        return expression instanceof Constant
                ? new Degrees(Map.of(), Map.of())
                : new Degrees(Map.of(expression, 1L), Map.of());
    }

    private Degrees ofSum(Sum sum) {
        Degrees degrees = new Degrees(new HashMap<>(), new HashMap<>());
        for (Expression term : sum.terms()) {
            degrees(term).above().forEach((variable, degree) -> degrees.above().merge(variable, degree, Math::max));
            degrees(term).below().forEach((variable, degree) -> degrees.below().merge(variable, degree, Math::max));
        }
        add(degrees.below(), 1, degrees.above());
        return degrees;
    }

    private static void add(Map<Expression, Long> degrees, long times, Map<Expression, Long> sum) {
        degrees.forEach((variable, degree) -> sum.merge(variable, times * degree, Long::sum));
    }
}
