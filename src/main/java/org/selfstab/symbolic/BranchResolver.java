package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.BranchCondition;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionRewriter;
import org.selfstab.expression.Power;
import org.selfstab.expression.Product;

/**
 * Replaces {@code |A|} and roots of even powers of A by A or -A, whichever is positive at the parameters' values, and
 * remembers what must stay positive. Roots of products of such powers are taken apart likewise.
 */
final class BranchResolver extends ExpressionRewriter {

    private final NumericValues values;
    private final Set<Expression> positive = new LinkedHashSet<>();

    BranchResolver(NumericValues values) {
        this.values = values;
    }

    /** The expressions whose positivity the resolved expressions rely on, beyond that of single symbols. */
    List<BranchCondition> conditions() {
        return positive.stream().map(BranchCondition::positive).collect(Collectors.toList());
    }

    /** A or -A, whichever is positive now; A itself if it is zero or not a number. */
    private Expression magnitude(Expression base) {
        double value = values.of(base);
        if (value == 0.0 || Double.isNaN(value)) {
            return Expression.apply(ElementaryFunction.ABS, base);
        }
        Expression magnitude = value > 0 ? base : base.negate();
        if (!magnitude.symbolNames().isEmpty()) {
            positive.add(magnitude);
        }
        return magnitude;
    }

    @Override
    public Expression visitPower(Power power) {
        Expression base = rewrite(power.base());
        return power.exponent().getDenominator().bitLength() == 1
                ? base.power(power.exponent())
                : root(base, power.exponent());
    }

    private Expression root(Expression base, BigFraction exponent) {
        List<Expression> factors = new ArrayList<>();
        Expression rest = Expression.ONE;
        for (Expression factor : factorsOf(base)) {
            if (isEvenPower(factor)) {
                Power even = (Power) factor;
                factors.add(magnitude(even.base()).power(even.exponent().multiply(exponent)));
            } else {
                rest = rest.times(factor);
            }
        }
        factors.add(rest.power(exponent));
        return Expression.product(factors);
    }

    private static List<Expression> factorsOf(Expression base) {
        if (base instanceof Product product) {
            List<Expression> factors = new ArrayList<>(product.factors());
            factors.add(Expression.constant(product.coefficient()));
            return factors;
        }
        return List.of(base);
    }

    private static boolean isEvenPower(Expression factor) {
        return factor instanceof Power power
                && power.exponent().getDenominator().bitLength() == 1
                && !power.exponent().getNumerator().testBit(0);
    }

    @Override
    public Expression visitApplication(Application application) {
        Expression argument = rewrite(application.argument());
        return application.function() == ElementaryFunction.ABS
                ? magnitude(argument)
                : Expression.apply(application.function(), argument);
    }
}
