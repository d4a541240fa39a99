package org.selfstab.numeric;

import java.util.List;

/**
 * Means of a series over a window of an even number of steps about each step, by the trapezoidal rule: the two ends count half, so
 * that what alternates in sign from step to step cancels.
 */
public final class WindowedMean {

    private final int half;
    private final double[] sums;
    private final List<Double> series;

    /**
     * Prepares the means.
     *
     * @param series the values at steps 0, 1, ...
     * @param window the number of steps from one end of the window to the other, even and positive
     */
    public WindowedMean(List<Double> series, int window) {
        if (window <= 0 || window % 2 != 0) {
            throw new IllegalArgumentException("the window has to be an even positive number of steps: " + window);
        }
        this.half = window / 2;
        this.series = List.copyOf(series);
        this.sums = new double[series.size() + 1];
        for (int t = 0; t < series.size(); t++) {
            sums[t + 1] = sums[t] + series.get(t);
        }
    }

    /** Whether the whole window about a step is within the series. */
    public boolean isDefinedAt(int t) {
        return t >= half && t + half < series.size();
    }

    /** The mean over the window about a step. */
    public double at(int t) {
        double inner = sums[t + half] - sums[t - half + 1];
        return (inner + 0.5 * (series.get(t - half) + series.get(t + half))) / (2 * half);
    }
}
