package org.selfstab.vocabulary;

import java.util.Locale;

/** Numbers in reports: every digit of a double, without the zero of a whole number. */
public final class Digits {

    private Digits() {}

    public static String text(double value) {
        return Double.toString(value).replaceFirst("\\.0$", "");
    }

    /** A tolerance: two digits tell its size. */
    public static String size(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }
}
