package org.selfstab.symbolic;

import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Application;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionRewriter;
import org.selfstab.expression.Power;

/** Absolute values and roots of even powers of expressions that are known not to be negative, taken. */
final class KnownSigns extends ExpressionRewriter {

    private final Set<Expression> positive;

    KnownSigns(Set<Expression> positive) {
        this.positive = Set.copyOf(positive);
    }

    @Override
    public Expression visitPower(Power power) {
        if (power.base() instanceof Power inner
                && power.exponent().getDenominator().bitLength() > 1) {
            Expression base = rewrite(inner.base());
            if (positive.contains(inner.base())) {
                return base.power(inner.exponent().multiply(power.exponent()));
            }
            if (isEven(inner.exponent())) {
                return Expression.apply(ElementaryFunction.ABS, base)
                        .power(inner.exponent().multiply(power.exponent()));
            }
        }
        return rewrite(power.base()).power(power.exponent());
    }

    private static boolean isEven(BigFraction exponent) {
        return exponent.getDenominator().bitLength() == 1
                && !exponent.getNumerator().testBit(0);
    }

    @Override
    public Expression visitApplication(Application application) {
        if (application.function() == ElementaryFunction.ABS && positive.contains(application.argument())) {
            return rewrite(application.argument());
        }
        if (application.function() == ElementaryFunction.ABS
                && positive.contains(application.argument().negate())) {
            return rewrite(application.argument()).negate();
        }
        return Expression.apply(application.function(), rewrite(application.argument()));
    }
}
