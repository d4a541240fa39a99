package org.selfstab.document.chart;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Points in a plane, in the order in which they are joined; a gap between two curves is a point that is not a number. Immutable.
 */
public final class Points {

    private final double[] xs;
    private final double[] ys;

    private Points(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /**
     * Points from their coordinates.
     *
     * @throws IllegalArgumentException if there are not as many of one as of the other
     */
    public static Points of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " abscissas and " + ys.length + " ordinates");
        }
        return new Points(xs.clone(), ys.clone());
    }

    /** As many points as asked for. */
    public static Points of(int count, IntToDoubleFunction x, IntToDoubleFunction y) {
        double[] xs = new double[count];
        double[] ys = new double[count];
        Arrays.setAll(xs, x);
        Arrays.setAll(ys, y);
        return new Points(xs, ys);
    }

    /**
     * Points of what is in a list, from the first on at equal distances.
     *
     * @param most about so many at most
     */
    public static <E> Points of(List<E> items, int most, ToDoubleFunction<E> x, ToDoubleFunction<E> y) {
        int stride = 1 + items.size() / most;
        return of(
                (items.size() + stride - 1) / stride,
                i -> x.applyAsDouble(items.get(i * stride)),
                i -> y.applyAsDouble(items.get(i * stride)));
    }

    /** These points, a gap, and others. */
    public Points then(Points others) {
        int gap = size();
        double[] x = Arrays.copyOf(xs, gap + 1 + others.size());
        double[] y = Arrays.copyOf(ys, gap + 1 + others.size());
        x[gap] = gap == 0 ? 0 : xs[gap - 1];
        y[gap] = Double.NaN;
        System.arraycopy(others.xs, 0, x, gap + 1, others.size());
        System.arraycopy(others.ys, 0, y, gap + 1, others.size());
        return new Points(x, y);
    }

    /** How many points, gaps included. */
    public int size() {
        return xs.length;
    }

    /** The abscissa of a point. */
    public double x(int i) {
        return xs[i];
    }

    /** The ordinate of a point; not a number in a gap. */
    public double y(int i) {
        return ys[i];
    }

    /** Whether a point is one, and no gap. */
    public boolean isFinite(int i) {
        return Double.isFinite(xs[i]) && Double.isFinite(ys[i]);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        for (int i = 0; i < size(); i++) {
            if (isFinite(i)) {
                return false;
            }
        }
        return true;
    }

    public double[] xs() {
        return xs.clone();
    }

    public double[] ys() {
        return ys.clone();
    }
}
