package org.selfstab.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.loss.CompiledBackend;

/**
 * A value of a parameter on a grid.
 *
 * @param text an exact expression, which {@code --set} takes
 * @param number the double nearest to it
 */
public record GridValue(String text, double number) {

    private static final MathContext WRITTEN = new MathContext(12);

    /** Beyond so many digits before or after the point, decimals are written with an exponent. */
    private static final int PLAIN_DIGITS = 12;

    /** The shortest decimal that reads back as the number. */
    public String decimal() {
        return PointValue.textOf(number);
    }

    /** An exact value: a rational that is a decimal of at most 12 digits is written as one. */
    static GridValue of(Expression closed) {
        String text = closed instanceof Constant constant ? textOf(constant) : closed.toString();
        return new GridValue(text, new CompiledBackend().valueOf(closed).getReal());
    }

    private static String textOf(Constant constant) {
        BigDecimal numerator = new BigDecimal(constant.value().getNumerator());
        BigDecimal denominator = new BigDecimal(constant.value().getDenominator());
        BigDecimal decimal = numerator.divide(denominator, WRITTEN);
        boolean exact = decimal.multiply(denominator).compareTo(numerator) == 0;
        return exact ? textOf(decimal) : constant.toString();
    }

    private static String textOf(BigDecimal decimal) {
        BigDecimal shortest = decimal.stripTrailingZeros();
        boolean whole = shortest.scale() < 0 && shortest.precision() - shortest.scale() <= PLAIN_DIGITS;
        return (whole ? shortest.setScale(0) : shortest).toString().replace("E", "e");
    }
}
