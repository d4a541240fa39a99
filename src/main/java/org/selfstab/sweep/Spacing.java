package org.selfstab.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;

/** How the values of a parameter lie between the first and the last, which are taken exactly. */
public enum Spacing {
    /** Equal differences; exact. */
    LINEAR {
        @Override
        Expression between(Expression from, Expression to, int k, int last) {
            return from.plus(to.minus(from).times(Expression.constant(new BigFraction(k, last))));
        }
    },
    /** Equal ratios, rounded to {@value #DIGITS_OF_LOG} significant decimal digits; the rounded values are the exact ones. */
    LOG {
        @Override
        Expression between(Expression from, Expression to, int k, int last) {
            DfpField field = new DfpField(DIGITS_BEFORE_ROUNDING);
            Dfp first = FieldInterpreter.evaluate(from, field);
            Dfp ratio = FieldInterpreter.evaluate(to, field).divide(first);
            Dfp exponent = field.newDfp(k).divide(last);
            return rounded(first.multiply(ratio.pow(exponent)));
        }
    };

    /** The digits that values spaced by ratios are rounded to. */
    public static final int DIGITS_OF_LOG = 12;

    private static final int DIGITS_BEFORE_ROUNDING = 50;

    /** Value k of 0 to last, neither of which is asked for. */
    abstract Expression between(Expression from, Expression to, int k, int last);

    /** All values, in their order. */
    List<Expression> values(Expression from, Expression to, int points) {
        List<Expression> values = new ArrayList<>();
        values.add(from);
        for (int k = 1; k < points - 1; k++) {
            values.add(between(from, to, k, points - 1));
        }
        values.add(to);
        return List.copyOf(values);
    }

    private static Expression rounded(Dfp value) {
        BigDecimal decimal =
                new BigDecimal(value.toString()).round(new MathContext(DIGITS_OF_LOG, RoundingMode.HALF_EVEN));
        BigInteger power = BigInteger.TEN.pow(Math.abs(decimal.scale()));
        return Expression.constant(
                decimal.scale() > 0
                        ? new BigFraction(decimal.unscaledValue(), power)
                        : new BigFraction(decimal.unscaledValue().multiply(power)));
    }
}
