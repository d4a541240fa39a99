package org.selfstab.numeric;

import java.util.Arrays;

/** Vectors in arrays; where lengths differ, the first vector's counts. */
public final class ArrayVectors {

    private ArrayVectors() {}

    /** A copy. {@code clone} would be a call out of the code of Java's first compiler, which takes ten times as long for short vectors. */
    public static double[] copy(double[] a) {
        return Arrays.copyOf(a, a.length);
    }

    /** The scalar product. */
    public static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Adds a multiple of a vector. */
    public static void add(double factor, double[] a, double[] sum) {
        for (int i = 0; i < a.length; i++) {
            sum[i] += factor * a[i];
        }
    }

    /** The length. */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
