package org.selfstab.document.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Contour lines of a function on a rectangle, by marching squares with linear interpolation on a grid of cells; a saddle's cell is
 * decided by the mean of its corners. A cell with a corner where the function is not finite has no line.
 */
public final class Contours {

    private final DoubleUnaryOperator xs;
    private final DoubleUnaryOperator ys;
    private final double[][] values;

    /**
     * Samples a function.
     *
     * @param cells the number of cells along each side
     */
    public Contours(Range xs, Range ys, int cells, DoubleBinaryOperator function) {
        this.xs = i -> xs.low() + xs.length() * i / cells;
        this.ys = j -> ys.low() + ys.length() * j / cells;
        this.values = new double[cells + 1][cells + 1];
        for (int i = 0; i <= cells; i++) {
            for (int j = 0; j <= cells; j++) {
                values[i][j] = function.applyAsDouble(x(i), y(j));
            }
        }
    }

    /**
     * Takes a function's values at places that need not be evenly spaced.
     *
     * @param xs ascending, two at least
     * @param ys ascending, two at least
     * @param values at each of xs those at all of ys; NaN where there is none
     */
    public Contours(double[] xs, double[] ys, double[][] values) {
        this.xs = i -> between(xs, i);
        this.ys = j -> between(ys, j);
        this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    private static double between(double[] places, double i) {
        int below = (int) Math.min(Math.floor(i), places.length - 2.0);
        return places[below] + (i - below) * (places[below + 1] - places[below]);
    }

    private double x(double i) {
        return xs.applyAsDouble(i);
    }

    private double y(double j) {
        return ys.applyAsDouble(j);
    }

    /** The function's finite values on the grid, in increasing order. */
    public double[] sortedValues() {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    /** The line of one level, piece by piece with gaps between them. */
    public Points at(double level) {
        List<double[]> ends = new ArrayList<>();
        for (int i = 0; i + 1 < values.length; i++) {
            for (int j = 0; j + 1 < values[i].length; j++) {
                cell(i, j, level, ends);
            }
        }
        return ContourPaths.joined(ends);
    }

    private void cell(int i, int j, double level, List<double[]> ends) {
        double a = values[i][j] - level;
        double b = values[i + 1][j] - level;
        double c = values[i + 1][j + 1] - level;
        double d = values[i][j + 1] - level;
        if (!Double.isFinite(a + b + c + d)) {
            return;
        }
        List<double[]> crossings = new ArrayList<>();
        addCrossing(crossings, a, b, i, j, 1, 0);
        addCrossing(crossings, b, c, i + 1, j, 0, 1);
        addCrossing(crossings, d, c, i, j + 1, 1, 0);
        addCrossing(crossings, a, d, i, j, 0, 1);
        if (crossings.size() == 2) {
            segment(ends, crossings.get(0), crossings.get(1));
        } else if (crossings.size() == 4) {
            // Crossings lie on the sides below, right, above, left. The corners a and c are joined if the middle is on
            // their side.
            boolean joined = (a + b + c + d > 0) == (a > 0);
            segment(ends, crossings.get(0), crossings.get(joined ? 1 : 3));
            segment(ends, crossings.get(2), crossings.get(joined ? 3 : 1));
        }
    }

    private void addCrossing(List<double[]> crossings, double from, double to, int i, int j, int alongX, int alongY) {
        if ((from > 0) != (to > 0)) {
            double part = from / (from - to);
            crossings.add(new double[] {x(i + alongX * part), y(j + alongY * part)});
        }
    }

    private static void segment(List<double[]> ends, double[] from, double[] to) {
        // At a corner on the line itself a cell has a segment of no length.
        if (from[0] != to[0] || from[1] != to[1]) {
            ends.add(new double[] {from[0], from[1], to[0], to[1]});
        }
    }
}
