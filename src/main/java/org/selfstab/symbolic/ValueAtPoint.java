package org.selfstab.symbolic;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;

/** Values of expressions at rational points as text for people: exact if short, otherwise to some digits. */
public final class ValueAtPoint {

    private static final int DIGITS = 60;
    private static final int MAX_LENGTH = 24;

    private ValueAtPoint() {}

    /**
     * The value of an expression.
     *
     * @param point values of all its symbols
     */
    public static String text(Expression expression, Map<String, BigFraction> point) {
        Map<String, Expression> values = new HashMap<>();
        point.forEach((name, value) -> values.put(name, Expression.constant(value)));
        Expression value = expression.substitute(values);
        if (value instanceof Constant constant && constant.toString().length() <= MAX_LENGTH) {
            return constant.toString();
        }
        return shortened(FieldInterpreter.evaluate(value, new DfpField(DIGITS)).toString());
    }

    /** A number's text cut to some digits, its exponent kept. */
    public static String shortened(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        String digits = exponent < 0 ? number : number.substring(0, exponent);
        String power = exponent < 0 ? "" : number.substring(exponent);
        boolean isFraction = number.indexOf('/') >= 0;
        return isFraction || digits.length() <= MAX_LENGTH ? number : digits.substring(0, MAX_LENGTH) + "..." + power;
    }
}
