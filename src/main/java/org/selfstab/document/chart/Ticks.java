package org.selfstab.document.chart;

import java.util.function.Function;

/** Which numbers stand beside an axis: on a logarithmic one powers of ten, if it shows two of them, otherwise also numbers between. */
public final class Ticks {

    private static final double CLOSE = 1e-9;

    /** Up to this ratio of its ends an axis has room for all digits from 1 to 9. */
    private static final double ROOM_FOR_ALL = 10.0;

    private Ticks() {}

    /** Whether powers of ten are enough; of no meaning on a linear axis. */
    public static boolean areDecades(Axis axis) {
        if (axis.scale() == Axis.Scale.LINEAR) {
            return true;
        }
        double first = Math.ceil(Math.log10(axis.shown().low()) - CLOSE);
        double last = Math.floor(Math.log10(axis.shown().high()) + CLOSE);
        return last > first;
    }

    /** The words at a tick. */
    public static Function<Double, String> labels(Axis axis) {
        boolean all = areDecades(axis)
                || axis.shown().high() < ROOM_FOR_ALL * axis.shown().low();
        return all ? TickFormat::tick : value -> isRound(value) ? TickFormat.tick(value) : " ";
    }

    /** Whether a number begins with 1, 2 or 5 and has no other digit. */
    private static boolean isRound(double value) {
        double mantissa = value / Math.pow(10, Math.floor(Math.log10(value) + CLOSE));
        return Math.abs(mantissa - 1) < CLOSE || Math.abs(mantissa - 2) < CLOSE || Math.abs(mantissa - 5) < CLOSE;
    }
}
