package org.selfstab.certify;

import org.selfstab.interval.Interval;

/** Arithmetic with bounds that are not negative, rounded up so that they stay bounds. */
final class Upwards {

    private Upwards() {}

    static double add(double a, double b) {
        return a == Double.POSITIVE_INFINITY || b == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : Interval.of(a).add(Interval.of(b)).upper();
    }

    static double multiply(double a, double b) {
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

    /** Whether each bound is below the other's. */
    static boolean isBelow(double[] a, double[] b) {
        boolean below = true;
        for (int i = 0; i < a.length; i++) {
            below &= a[i] < b[i];
        }
        return below;
    }
}
