package org.selfstab.certify.enclosure;

import org.selfstab.interval.Interval;

/** Arithmetic with bounds that are not negative, rounded up so that they stay bounds. */
public final class RoundUp {

    private static final double SLACK = 0x1p-30;
    /** Far below the rounding of doubles, far above that of a checker's 40 digits. */
    private static final double SLACK_OF_SCALE = 0x1p-100;

    private RoundUp() {}

    public static double add(double a, double b) {
        return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Interval.of(a).add(Interval.of(b)).upper();
    }

    public static double multiply(double a, double b) {
        return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Interval.of(a).multiply(Interval.of(b)).upper();
    }

    static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = add(a[i], b[i]);
        }
        return sum;
    }

    /**
     * A bound a little larger, so that a checker whose roundings and enclosures of derivatives differ confirms it.
     *
     * @param bound an upper bound, of any sign
     * @param scale the magnitude of the numbers that the bound was computed from
     */
    public static double withSlack(double bound, double scale) {
        return add(add(bound, multiply(Math.abs(bound), SLACK)), multiply(scale, SLACK_OF_SCALE));
    }

    /** Each bound a little larger. */
    public static double[] withSlack(double[] bounds, double scale) {
        double[] wider = new double[bounds.length];
        for (int i = 0; i < wider.length; i++) {
            wider[i] = withSlack(bounds[i], scale);
        }
        return wider;
    }

    /** Whether each bound is below the other's. */
    static boolean isBelow(double[] a, double[] b) {
        boolean below = true;
        for (int i = 0; i < a.length; i++) {
            below &= a[i] < b[i];
        }
        return below;
    }
}
