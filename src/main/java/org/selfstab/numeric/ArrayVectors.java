package org.selfstab.numeric;

/** Vectors in arrays; where lengths differ, the first vector's counts. */
public final class ArrayVectors {

    private ArrayVectors() {}

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
