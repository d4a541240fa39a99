package org.selfstab.document.chart;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What an axis shows.
 *
 * @param low its lower end
 * @param high its upper end, above the lower one
 */
public record Range(double low, double high) {

    private static final double PADDING = 0.05;
    private static final double TAIL = 0.02;
    private static final double FAR = 6.0;

    public Range {
        if (!(low < high)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "] is no interval");
        }
    }

    /** The length. */
    public double length() {
        return high - low;
    }

    /** Whether a number is in it. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /**
     * Holds all numbers with some room at the ends; but where a few of them are far off the others, as at the end of a run that diverges, those
     * are left outside. Numbers that are not finite do not count.
     */
    public static Range about(DoubleStream numbers) {
        double[] sorted = numbers.filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Range(0, 1);
        }
        int tail = (int) (TAIL * sorted.length) + 1;
        double inner = quantile(sorted, sorted.length - 1 - tail) - quantile(sorted, tail);
        double low = Math.max(sorted[0], quantile(sorted, tail) - FAR * inner);
        double high = Math.min(sorted[sorted.length - 1], quantile(sorted, sorted.length - 1 - tail) + FAR * inner);
        return inner > 0 ? padded(low, high) : padded(sorted[0], sorted[sorted.length - 1]);
    }

    /** Holds all numbers, finite and at least one, with some room at the ends. */
    public static Range all(DoubleStream numbers) {
        DoubleSummaryStatistics found = numbers.summaryStatistics();
        return padded(found.getMin(), found.getMax());
    }

    /** Holds the ordinates of all series, but for those far off. */
    public static Range aboutOrdinates(List<Series> series) {
        return about(series.stream()
                .flatMapToDouble(line -> Arrays.stream(line.points().ys())));
    }

    private static double quantile(double[] sorted, int index) {
        return sorted[Math.max(0, Math.min(sorted.length - 1, index))];
    }

    /** With some room at the ends; about a single number with as much room as doubles can tell apart. */
    static Range padded(double low, double high) {
        double room = Math.max(PADDING * (high - low), 1e-9 * Math.max(Math.abs(low), Math.abs(high)));
        return room > 0 ? new Range(low - room, high + room) : new Range(low - 1, high + 1);
    }

    /** Holds all positive numbers, from a power of ten to a power of ten. */
    public static Range decades(DoubleStream numbers) {
        double[] positive =
                numbers.filter(Double::isFinite).filter(number -> number > 0).toArray();
        double low = Math.floor(Math.log10(Arrays.stream(positive).min().orElse(1.0)) + 1e-9);
        double high = Math.ceil(Math.log10(Arrays.stream(positive).max().orElse(10.0)) - 1e-9);
        return new Range(Math.pow(10, low), Math.pow(10, Math.max(high, low + 1)));
    }

    /** Holds all positive numbers, with as much room at the ends as looks even in logarithms. */
    public static Range factor(DoubleStream numbers) {
        double[] logs = numbers.filter(number -> number > 0 && Double.isFinite(number))
                .map(Math::log10)
                .toArray();
        double low = Arrays.stream(logs).min().orElse(0);
        double high = Arrays.stream(logs).max().orElse(0);
        double room = Math.max(0.1, PADDING * (high - low));
        return new Range(Math.pow(10, low - room), Math.pow(10, high + room));
    }
}
