package org.selfstab.figure;

/**
 * One axis of a figure.
 *
 * @param quantity what it shows, with its symbol, for instance {@code sharpness S}
 * @param unit the unit, for instance {@code steps} or {@code dimensionless}
 * @param scale how numbers are placed on it
 * @param shown what it shows
 */
public record Axis(String quantity, String unit, Scale scale, Interval shown) {

    /** How numbers are placed on an axis. */
    public enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    /** The label beside the axis. */
    public String label() {
        return quantity + " [" + unit + "]";
    }

    static Axis linear(String quantity, String unit, Interval shown) {
        return new Axis(quantity, unit, Scale.LINEAR, shown);
    }

    static Axis logarithmic(String quantity, String unit, Interval shown) {
        return new Axis(quantity, unit, Scale.LOGARITHMIC, shown);
    }

    static Axis steps(int first, int last) {
        return linear("t", "steps", Interval.padded(first, Math.max(last, first + 1)));
    }
}
