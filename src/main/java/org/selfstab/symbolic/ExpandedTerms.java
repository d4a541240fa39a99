package org.selfstab.symbolic;

import java.util.IdentityHashMap;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;

/**
 * How many terms an expression may have once products and powers of sums are multiplied out. Computer algebra multiplies out in one
 * step, however many terms that makes, so that counting its steps does not bound the work.
 */
final class ExpandedTerms {

    private final IdentityHashMap<Expression, Double> known = new IdentityHashMap<>();
    private double most = 1;

    private ExpandedTerms() {}

    /** The largest number of terms, at least 1, of the expression and of what functions, roots and reciprocals in it are of. */
    static double of(Expression expression) {
        ExpandedTerms terms = new ExpandedTerms();
        terms.count(expression);
        return terms.most;
    }

    private double count(Expression expression) {
        Double count = known.get(expression);
        if (count == null) {
            count = computed(expression);
            known.put(expression, count);
            most = Math.max(most, count);
        }
        return count;
    }

    private double computed(Expression expression) {
        if (expression instanceof Sum sum) {
            return sum.terms().stream().mapToDouble(this::count).sum();
        }
        if (expression instanceof Product product) {
            return product.factors().stream().mapToDouble(this::count).reduce(1, (a, b) -> a * b);
        }
        if (expression instanceof Power power
                && power.exponent().getDenominator().bitLength() == 1) {
            double ofPower = multinomial(
                    count(power.base()), power.exponent().getNumerator().abs().intValueExact());
            most = Math.max(most, ofPower);
            return power.exponent().signum() > 0 ? ofPower : 1;
        }
        expression.children().forEach(this::count);
        return 1;
    }

    /** The number of monomials of a degree in a number of terms, {@code (terms + degree - 1 choose degree)}. */
    private static double multinomial(double terms, int degree) {
        double count = 1;
        for (int i = 1; i <= degree; i++) {
            count *= (terms + degree - i) / i;
        }
        return count;
    }
}
