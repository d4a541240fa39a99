package org.selfstab.suite;

/** Numbers in reports: every digit of a double, without the zero of a whole number. */
final class Numbers {

    private Numbers() {}

    static String text(double value) {
        return Double.toString(value).replaceFirst("\\.0$", "");
    }
}
