package org.selfstab.loss;

/**
 * The innermost loops of sweeps over arrays, {@code out += c*a*b} in several strides: small methods over arrays with offsets. What they add up in which
 * order depends on nothing but their arguments. The JVM does not turn them into vector instructions, since arrays with different offsets could be one;
 * so loops do much in one go.
 */
final class ArrayLoops {

    private ArrayLoops() {}

    static void setProduct(int count, double[] out, int o, double c, double[] a, int x, double[] b, int y) {
        for (int i = 0; i < count; i++) {
            out[o + i] = c * a[x + i] * b[y + i];
        }
    }

    static void addProduct(int count, double[] out, int o, double c, double[] a, int x, double[] b, int y) {
        for (int i = 0; i < count; i++) {
            out[o + i] += c * a[x + i] * b[y + i];
        }
    }

    static void setTwoProducts(
            int count,
            double[] out,
            int o,
            double c,
            double[] a,
            int x,
            double[] b,
            int y,
            double[] d,
            int z,
            double[] e,
            int w) {
        for (int i = 0; i < count; i++) {
            out[o + i] = c * a[x + i] * b[y + i] + c * d[z + i] * e[w + i];
        }
    }

    static void addTwoProducts(
            int count,
            double[] out,
            int o,
            double c,
            double[] a,
            int x,
            double[] b,
            int y,
            double[] d,
            int z,
            double[] e,
            int w) {
        for (int i = 0; i < count; i++) {
            out[o + i] = out[o + i] + c * a[x + i] * b[y + i] + c * d[z + i] * e[w + i];
        }
    }

    static void setMultiple(int count, double[] out, int o, double c, double[] a, int x) {
        for (int i = 0; i < count; i++) {
            out[o + i] = c * a[x + i];
        }
    }

    static void addMultiple(int count, double[] out, int o, double c, double[] a, int x) {
        for (int i = 0; i < count; i++) {
            out[o + i] += c * a[x + i];
        }
    }

    static void setTwoMultiples(
            int count, double[] out, int o, double c, double[] a, int x, double d, double[] b, int y) {
        for (int i = 0; i < count; i++) {
            out[o + i] = c * a[x + i] + d * b[y + i];
        }
    }

    static void addTwoMultiples(
            int count, double[] out, int o, double c, double[] a, int x, double d, double[] b, int y) {
        for (int i = 0; i < count; i++) {
            out[o + i] = out[o + i] + c * a[x + i] + d * b[y + i];
        }
    }

    /** Multiples of four rows in one go: each place is read and written once for all of them. */
    static void addFourMultiples(
            int count, double[] out, int o, double c0, double c1, double c2, double c3, double[] a, int x, int byRow) {
        int x1 = x + byRow;
        int x2 = x1 + byRow;
        int x3 = x2 + byRow;
        for (int i = 0; i < count; i++) {
            out[o + i] = out[o + i] + c0 * a[x + i] + c1 * a[x1 + i] + c2 * a[x2 + i] + c3 * a[x3 + i];
        }
    }

    static void fill(int count, double[] out, int o, double c) {
        for (int i = 0; i < count; i++) {
            out[o + i] = c;
        }
    }

    static void add(int count, double[] out, int o, double c) {
        for (int i = 0; i < count; i++) {
            out[o + i] += c;
        }
    }

    /** Eight sums side by side. */
    static double dot(int count, double[] a, int x, double[] b, int y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int i = 0;
        for (; i < count - 7; i += 8) {
            s0 += a[x + i] * b[y + i];
            s1 += a[x + i + 1] * b[y + i + 1];
            s2 += a[x + i + 2] * b[y + i + 2];
            s3 += a[x + i + 3] * b[y + i + 3];
            s4 += a[x + i + 4] * b[y + i + 4];
            s5 += a[x + i + 5] * b[y + i + 5];
            s6 += a[x + i + 6] * b[y + i + 6];
            s7 += a[x + i + 7] * b[y + i + 7];
        }
        for (; i < count; i++) {
            s0 += a[x + i] * b[y + i];
        }
        return s0 + s4 + (s1 + s5) + (s2 + s6 + (s3 + s7));
    }

    static double sum(int count, double[] a, int x) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            s0 += a[x + i];
            s1 += a[x + i + 1];
            s2 += a[x + i + 2];
            s3 += a[x + i + 3];
        }
        for (; i < count; i++) {
            s0 += a[x + i];
        }
        return s0 + s2 + (s1 + s3);
    }
}
