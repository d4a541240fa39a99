package org.selfstab.document.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers beside axes and in legends, as people write them: {@code 0.02}, {@code 3×10⁻⁵}. */
public final class TickFormat {

    private static final int SMALLEST_PLAIN = -4;
    private static final int LARGEST_PLAIN = 5;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private TickFormat() {}

    /** A tick's number with all of its digits up to ten. */
    static String tick(double value) {
        return write(value, 10);
    }

    /** A number to four significant digits. */
    public static String brief(double value) {
        return write(value, 4);
    }

    /** A number to two significant digits. */
    public static String rough(double value) {
        return write(value, 2);
    }

    private static String write(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
            return minus(rounded.toPlainString());
        }
        BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent);
        String power = "10" + superscript(exponent);
        return mantissa.abs().compareTo(BigDecimal.ONE) == 0
                ? (mantissa.signum() < 0 ? "−" : "") + power
                : minus(mantissa.toPlainString()) + "×" + power;
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
        Integer.toString(Math.abs(number)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }
}
