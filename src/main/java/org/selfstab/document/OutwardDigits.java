package org.selfstab.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Bounds with fewer digits that are bounds still. */
public final class OutwardDigits {

    /** From here on, and below the reciprocal of a thousand, the power of ten is written out. */
    private static final int LARGEST_EXPONENT = 5;

    private static final int SMALLEST_EXPONENT = -4;

    private OutwardDigits() {}

    /**
     * A lower bound.
     *
     * @param bound finite
     * @param digits how many significant digits, at least 1
     */
    public static String down(double bound, int digits) {
        return rounded(bound, digits, RoundingMode.FLOOR);
    }

    /** An upper bound. */
    public static String up(double bound, int digits) {
        return rounded(bound, digits, RoundingMode.CEILING);
    }

    private static String rounded(double bound, int digits, RoundingMode mode) {
        if (bound == 0) {
            return "0";
        }
        BigDecimal number = new BigDecimal(bound).round(new MathContext(digits, mode));
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= SMALLEST_EXPONENT && exponent < LARGEST_EXPONENT) {
            return number.setScale(Math.max(0, digits - 1 - exponent)).toPlainString();
        }
        BigDecimal mantissa = number.movePointLeft(exponent).setScale(digits - 1);
        return mantissa.toPlainString() + "e" + exponent;
    }
}
