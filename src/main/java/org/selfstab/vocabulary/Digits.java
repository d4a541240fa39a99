package org.selfstab.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers in reports: all digits for programs, six for people. */
public final class Digits {

    /**
     * How {@link String#format} writes numbers: with digits and a point as in programs. It knows those of this locale, whereas for
     * {@link Locale#ROOT}, where they are the same, it first reads Java's data of all locales.
     */
    public static final Locale LOCALE = Locale.US;

    /** A decimal in a sentence; neither part of an expression or an option nor an end of an interval, which have to be exact. */
    private static final Pattern IN_SENTENCE =
            Pattern.compile("(?<![\\w.\\[\"=/*^+-])-?\\d+\\.\\d+(?:[eE]-?\\d+)?(?![\\w\\]\"/*^]|\\.\\d)");

    private static final MathContext SIX = new MathContext(6);
    private static final MathContext WITHOUT_ROUNDING = new MathContext(12);

    /** As many digits and more are those of a double. */
    private static final int MANY = 9;

    private static final int MOST_OF_DOUBLE = 17;

    /** What six digits make a number of so few has lost what it says, as of 1.9999998 below 2. */
    private static final int ROUND = 3;

    private Digits() {}

    /** A sentence with the doubles in it to six digits, for people; those that six digits would make round numbers keep all. */
    public static String brief(String sentence) {
        return IN_SENTENCE
                .matcher(sentence)
                .replaceAll(number -> brief(number.group(), new BigDecimal(number.group())));
    }

    private static String brief(String written, BigDecimal value) {
        if (value.precision() < MANY || value.precision() > MOST_OF_DOUBLE) {
            return written;
        }
        BigDecimal rounded = value.round(SIX).stripTrailingZeros();
        boolean isRound = rounded.precision() <= ROUND && rounded.compareTo(value.round(WITHOUT_ROUNDING)) != 0;
        return isRound ? written : six(value);
    }

    /** A number to six digits, without zeros at the end. */
    public static String six(BigDecimal value) {
        BigDecimal shortest = value.round(SIX).stripTrailingZeros();
        double size = Math.abs(value.doubleValue());
        boolean plain = size == 0 || (size >= 1e-4 && size < 1e9);
        return plain ? shortest.toPlainString() : shortest.toString().replace("E", "e");
    }

    /** Every digit of a double, without the zero of a whole number. */
    public static String text(double value) {
        return Double.toString(value).replaceFirst("\\.0$", "");
    }

    /** A tolerance: two digits tell its size. */
    public static String size(double value) {
        return value == 0 ? "0" : String.format(LOCALE, "%.1e", value);
    }
}
