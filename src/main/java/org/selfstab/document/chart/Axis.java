package org.selfstab.document.chart;

/**
 * One axis of a figure.
 *
 * @param quantity what it shows, with its symbol, for instance {@code sharpness S}
 * @param unit the unit, for instance {@code steps} or {@code dimensionless}
 * @param scale how numbers are placed on it
 * @param shown what it shows
 */
public record Axis(String quantity, String unit, Scale scale, Range shown) {

    /** How numbers are placed on an axis. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /** The label beside the axis. */
    public String label() {
        return quantity + " [" + unit + "]";
    }

    public static Axis linear(String quantity, String unit, Range shown) {
        return new Axis(quantity, unit, Scale.LINEAR, shown);
    }

    public static Axis logarithmic(String quantity, String unit, Range shown) {
        return new Axis(quantity, unit, Scale.LOGARITHMIC, shown);
    }

    public static Axis steps(int first, int last) {
        return linear("t", "steps", Range.padded(first, Math.max(last, first + 1)));
    }
}
