package org.selfstab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Rows of numbers, one a step, kept in bounded memory. Steps are gathered in buckets of equal width; a bucket keeps its first two rows, one of
 * an even and one of an odd step, since what oscillates changes its sign at every step, and the least and the greatest value of each column with
 * their steps. When the buckets are too many, neighbours are merged. As long as buckets are two steps wide nothing is lost.
 */
final class ThinnedRows {

    /** The most buckets; even, so that they can be merged by twos. */
    static final int MAX_BUCKETS = 1000;

    private static final int FIRST_WIDTH = 2;

    private final int columns;
    private final int maxBuckets;
    private final List<Bucket> buckets = new ArrayList<>();
    private int width = FIRST_WIDTH;
    private int steps;

    ThinnedRows(int columns) {
        this(columns, MAX_BUCKETS);
    }

    ThinnedRows(int columns, int maxBuckets) {
        this.columns = columns;
        this.maxBuckets = maxBuckets;
    }

    /**
     * One row.
     *
     * @param step its step
     * @param values its numbers
     */
    private record Row(int step, List<Double> values) {}

    /** Neighbouring steps. */
    private static final class Bucket {

        private final Row first;
        private Row second;
        private final double[] least;
        private final double[] greatest;
        private final int[] leastAt;
        private final int[] greatestAt;

        Bucket(Row first, double[] values) {
            this.first = first;
            this.least = values.clone();
            this.greatest = values.clone();
            this.leastAt = new int[values.length];
            this.greatestAt = new int[values.length];
            Arrays.fill(leastAt, first.step());
            Arrays.fill(greatestAt, first.step());
        }

        void add(Row row, double[] values) {
            if (second == null) {
                second = row;
            }
            for (int c = 0; c < values.length; c++) {
                include(c, values[c], row.step());
            }
        }

        void merge(Bucket later) {
            for (int c = 0; c < least.length; c++) {
                include(c, later.least[c], later.leastAt[c]);
                include(c, later.greatest[c], later.greatestAt[c]);
            }
        }

        /** A number replaces one that is not. */
        private void include(int column, double value, int step) {
            if (value < least[column] || Double.isNaN(least[column])) {
                least[column] = value;
                leastAt[column] = step;
            }
            if (value > greatest[column] || Double.isNaN(greatest[column])) {
                greatest[column] = value;
                greatestAt[column] = step;
            }
        }
    }

    int columns() {
        return columns;
    }

    /** Adds the row of the next step. */
    void add(int step, double[] values) {
        Row row = new Row(step, Arrays.stream(values).boxed().toList());
        if (steps % width == 0) {
            if (buckets.size() == maxBuckets) {
                mergeByTwos();
            }
            if (steps % width == 0) {
                buckets.add(new Bucket(row, values));
                steps++;
                return;
            }
        }
        buckets.get(buckets.size() - 1).add(row, values);
        steps++;
    }

    private void mergeByTwos() {
        List<Bucket> merged = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i += 2) {
            Bucket bucket = buckets.get(i);
            if (i + 1 < buckets.size()) {
                bucket.merge(buckets.get(i + 1));
            }
            merged.add(bucket);
        }
        buckets.clear();
        buckets.addAll(merged);
        width *= 2;
    }

    /** How many rows were added. */
    int steps() {
        return steps;
    }

    /** Whether rows were left out. */
    boolean isThinned() {
        return width > FIRST_WIDTH;
    }

    /** The steps of the rows that were kept whole. */
    int[] keptSteps() {
        return kept().stream().mapToInt(Row::step).toArray();
    }

    /** One column of the rows that were kept whole. */
    double[] kept(int column) {
        return kept().stream().mapToDouble(row -> row.values().get(column)).toArray();
    }

    private List<Row> kept() {
        List<Row> rows = new ArrayList<>();
        for (Bucket bucket : buckets) {
            rows.add(bucket.first);
            if (bucket.second != null) {
                rows.add(bucket.second);
            }
        }
        return rows;
    }

    /** One column over the steps: rows that were kept, and least and greatest values, in the order of steps. */
    Points course(int column) {
        List<double[]> points = new ArrayList<>();
        for (Bucket bucket : buckets) {
            TreeMap<Integer, Double> ofBucket = new TreeMap<>();
            ofBucket.put(bucket.first.step(), bucket.first.values().get(column));
            if (bucket.second != null) {
                ofBucket.put(bucket.second.step(), bucket.second.values().get(column));
            }
            ofBucket.put(bucket.leastAt[column], bucket.least[column]);
            ofBucket.put(bucket.greatestAt[column], bucket.greatest[column]);
            ofBucket.forEach((step, value) -> points.add(new double[] {step, value}));
        }
        return Points.of(points.size(), i -> points.get(i)[0], i -> points.get(i)[1]);
    }
}
