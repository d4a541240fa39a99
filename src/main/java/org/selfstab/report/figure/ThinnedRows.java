package org.selfstab.report.figure;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.selfstab.document.chart.Points;

/**
 * Rows of numbers, one a step, kept in bounded memory. Steps are gathered in buckets of equal width; a bucket keeps its first two rows, one of
 * an even and one of an odd step, since what oscillates changes its sign at every step, and the rows at which each column is least and greatest.
 * When the buckets are too many, neighbours are merged. As long as buckets are two steps wide nothing is lost.
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
    private Row last;

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
    record Row(int step, ImmutableDoubleArray values) {}

    /**
     * Few rows that show where columns go.
     *
     * @param stretch of how many steps the extremes are there; 1 if all steps are
     * @param rows the rows in the order of steps
     */
    record Outline(int stretch, List<Row> rows) {}

    /** Neighbouring steps. */
    private static final class Bucket {

        private final Row first;
        private Row second;
        private final Row[] least;
        private final Row[] greatest;

        Bucket(Row first) {
            this.first = first;
            this.least = new Row[first.values().length()];
            this.greatest = new Row[first.values().length()];
            Arrays.fill(least, first);
            Arrays.fill(greatest, first);
        }

        void add(Row row) {
            if (second == null) {
                second = row;
            }
            for (int c = 0; c < least.length; c++) {
                include(c, row);
            }
        }

        void merge(Bucket later) {
            for (int c = 0; c < least.length; c++) {
                include(c, later.least[c]);
                include(c, later.greatest[c]);
            }
        }

        private void include(int column, Row row) {
            least[column] = lesser(column, least[column], row);
            greatest[column] = greater(column, greatest[column], row);
        }
    }

    /** The row with the lesser number; a number goes before what is none, and the first of equals. */
    private static Row lesser(int column, Row a, Row b) {
        double value = a.values().get(column);
        return b.values().get(column) < value || Double.isNaN(value) ? b : a;
    }

    private static Row greater(int column, Row a, Row b) {
        double value = a.values().get(column);
        return b.values().get(column) > value || Double.isNaN(value) ? b : a;
    }

    int columns() {
        return columns;
    }

    /** Adds the row of the next step. */
    void add(int step, double... values) {
        last = new Row(step, ImmutableDoubleArray.copyOf(values));
        if (steps % width == 0 && buckets.size() == maxBuckets) {
            mergeByTwos();
        }
        if (steps % width == 0) {
            buckets.add(new Bucket(last));
        } else {
            buckets.get(buckets.size() - 1).add(last);
        }
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
        List<Row> rows = new ArrayList<>();
        for (Bucket bucket : buckets) {
            TreeMap<Integer, Row> ofBucket = new TreeMap<>();
            ofBucket.put(bucket.first.step(), bucket.first);
            if (bucket.second != null) {
                ofBucket.put(bucket.second.step(), bucket.second);
            }
            ofBucket.put(bucket.least[column].step(), bucket.least[column]);
            ofBucket.put(bucket.greatest[column].step(), bucket.greatest[column]);
            rows.addAll(ofBucket.values());
        }
        return Points.of(
                rows.size(), i -> rows.get(i).step(), i -> rows.get(i).values().get(column));
    }

    /**
     * All rows if they are few, otherwise of each stretch its first row and those at which one of some columns is least or greatest, and the last
     * row of all.
     *
     * @param most how many rows at most, at least two more than twice the number of columns
     * @param watched the columns whose extremes are there
     */
    Outline outline(int most, int... watched) {
        List<Row> all = kept();
        if (!isThinned() && all.size() <= most) {
            return new Outline(1, all);
        }
        int together = 1;
        List<Row> rows = outlineOf(together, watched);
        while (rows.size() > most) {
            together *= 2;
            rows = outlineOf(together, watched);
        }
        return new Outline(together * width, rows);
    }

    private List<Row> outlineOf(int together, int... watched) {
        TreeMap<Integer, Row> rows = new TreeMap<>();
        for (int from = 0; from < buckets.size(); from += together) {
            List<Bucket> stretch = buckets.subList(from, Math.min(from + together, buckets.size()));
            rows.put(stretch.get(0).first.step(), stretch.get(0).first);
            for (int column : watched) {
                Row least = stretch.get(0).least[column];
                Row greatest = stretch.get(0).greatest[column];
                for (Bucket bucket : stretch) {
                    least = lesser(column, least, bucket.least[column]);
                    greatest = greater(column, greatest, bucket.greatest[column]);
                }
                rows.put(least.step(), least);
                rows.put(greatest.step(), greatest);
            }
        }
        rows.put(last.step(), last);
        return List.copyOf(rows.values());
    }
}
