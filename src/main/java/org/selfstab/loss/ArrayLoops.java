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

    /** Multiples are added to a start in a row that this overwrites. */
    static void setTwoMultiples(
            int count, double[] out, int o, double start, double c, double[] a, int x, double d, double[] b, int y) {
        for (int i = 0; i < count; i++) {
            out[o + i] = start + c * a[x + i] + d * b[y + i];
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

    /**
     * Adds two multiples to each of several rows: each place is read and written once for both.
     *
     * @param byTermA how far the second factor is from the first one
     * @param byTermB how far the second multiplied row is from the first one
     */
    static void addTwoMultiples(
            int rows,
            int count,
            double[] out,
            int o,
            int byOut,
            double c,
            double[] a,
            int x,
            int byA,
            int byTermA,
            double[] b,
            int y,
            int byB,
            int byTermB) {
        for (int row = 0; row < rows; row++) {
            int to = o + row * byOut;
            int factor = x + row * byA;
            int y0 = y + row * byB;
            int y1 = y0 + byTermB;
            double c0 = c * a[factor];
            double c1 = c * a[factor + byTermA];
            for (int i = 0; i < count; i++) {
                out[to + i] = out[to + i] + c0 * b[y0 + i] + c1 * b[y1 + i];
            }
        }
    }

    /** The same of four. */
    static void addFourMultiples(
            int rows,
            int count,
            double[] out,
            int o,
            int byOut,
            double c,
            double[] a,
            int x,
            int byA,
            int byTermA,
            double[] b,
            int y,
            int byB,
            int byTermB) {
        for (int row = 0; row < rows; row++) {
            int to = o + row * byOut;
            int factor = x + row * byA;
            int y0 = y + row * byB;
            int y1 = y0 + byTermB;
            int y2 = y1 + byTermB;
            int y3 = y2 + byTermB;
            double c0 = c * a[factor];
            double c1 = c * a[factor + byTermA];
            double c2 = c * a[factor + 2 * byTermA];
            double c3 = c * a[factor + 3 * byTermA];
            for (int i = 0; i < count; i++) {
                out[to + i] = out[to + i] + c0 * b[y0 + i] + c1 * b[y1 + i] + c2 * b[y2 + i] + c3 * b[y3 + i];
            }
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

    /** Dot products of rows. */
    static void addDots(
            int rows,
            int count,
            double[] out,
            int o,
            int byOut,
            double c,
            double[] a,
            int x,
            int byA,
            double[] b,
            int y,
            int byB) {
        if (byB == 0) {
            addDots(rows, count, out, o, byOut, c, b, y, a, x, byA);
        } else if (byA == 0) {
            addDots(rows, count, out, o, byOut, c, a, x, b, y, byB);
        } else {
            for (int row = 0; row < rows; row++) {
                out[o + row * byOut] += c * dot(count, a, x + row * byA, b, y + row * byB);
            }
        }
    }

    /** Dot products of one row {@code a} with others, four at a time: what is read of it serves all. */
    private static void addDots(
            int rows,
            int count,
            double[] out,
            int o,
            int byOut,
            double c,
            double[] a,
            int x,
            double[] b,
            int y,
            int byB) {
        int row = 0;
        for (; row < rows - 3; row += 4) {
            int y0 = y + row * byB;
            int y1 = y0 + byB;
            int y2 = y1 + byB;
            int y3 = y2 + byB;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double t0 = 0;
            double t1 = 0;
            double t2 = 0;
            double t3 = 0;
            int i = 0;
            for (; i < count - 1; i += 2) {
                double even = a[x + i];
                double odd = a[x + i + 1];
                s0 += even * b[y0 + i];
                t0 += odd * b[y0 + i + 1];
                s1 += even * b[y1 + i];
                t1 += odd * b[y1 + i + 1];
                s2 += even * b[y2 + i];
                t2 += odd * b[y2 + i + 1];
                s3 += even * b[y3 + i];
                t3 += odd * b[y3 + i + 1];
            }
            if (i < count) {
                double last = a[x + i];
                s0 += last * b[y0 + i];
                s1 += last * b[y1 + i];
                s2 += last * b[y2 + i];
                s3 += last * b[y3 + i];
            }
            int to = o + row * byOut;
            out[to] += c * (s0 + t0);
            out[to + byOut] += c * (s1 + t1);
            out[to + 2 * byOut] += c * (s2 + t2);
            out[to + 3 * byOut] += c * (s3 + t3);
        }
        for (; row < rows; row++) {
            out[o + row * byOut] += c * dot(count, a, x, b, y + row * byB);
        }
    }

    /** Multiples of the sums of rows. */
    static void addSums(
            int rows,
            int count,
            double[] out,
            int o,
            int byOut,
            double c,
            double[] a,
            int x,
            int byA,
            double[] b,
            int y,
            int byB) {
        for (int row = 0; row < rows; row++) {
            out[o + row * byOut] += c * a[x + row * byA] * sum(count, b, y + row * byB);
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
