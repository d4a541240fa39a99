package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Rows of numbers of which only some are kept, in bounded memory and whatever their number: of each stretch of consecutive rows those at
 * which a column is smallest or largest. The stretches are as short as the bound allows, and all are of the same length but the last.
 */
final class ThinnedRows {

    private final int most;
    private final int[] watched;
    private List<Stretch> stretches = new ArrayList<>();
    private double[] last;
    private int length = 1;
    private int inLast;

    /**
     * No rows yet.
     *
     * @param most how many rows to keep at most, at least four times the number of watched columns
     * @param watched the columns whose extremes are kept
     */
    ThinnedRows(int most, int... watched) {
        this.most = most;
        this.watched = watched.clone();
    }

    /** The rows that are kept of a stretch, in order. */
    private record Stretch(List<double[]> rows) {}

    /** Takes in the next row. */
    void add(double[] row) {
        last = row;
        if (stretches.isEmpty() || inLast == length) {
            stretches.add(new Stretch(List.of(row)));
            inLast = 1;
        } else {
            int end = stretches.size() - 1;
            stretches.set(end, joined(stretches.get(end), new Stretch(List.of(row))));
            inLast++;
        }
        while (size() > most) {
            halve();
        }
    }

    private int size() {
        return stretches.stream().mapToInt(stretch -> stretch.rows().size()).sum();
    }

    private void halve() {
        List<Stretch> fewer = new ArrayList<>();
        for (int i = 0; i + 1 < stretches.size(); i += 2) {
            fewer.add(joined(stretches.get(i), stretches.get(i + 1)));
        }
        boolean isOdd = stretches.size() % 2 == 1;
        if (isOdd) {
            fewer.add(stretches.get(stretches.size() - 1));
        }
        inLast = isOdd ? inLast : length + inLast;
        length *= 2;
        stretches = fewer;
    }

    private Stretch joined(Stretch a, Stretch b) {
        List<double[]> rows = new ArrayList<>(a.rows());
        rows.addAll(b.rows());
        TreeSet<Integer> kept = new TreeSet<>();
        for (int column : watched) {
            int smallest = 0;
            int largest = 0;
            for (int i = 1; i < rows.size(); i++) {
                smallest = rows.get(i)[column] < rows.get(smallest)[column] ? i : smallest;
                largest = rows.get(i)[column] > rows.get(largest)[column] ? i : largest;
            }
            kept.add(smallest);
            kept.add(largest);
        }
        return new Stretch(kept.stream().map(rows::get).toList());
    }

    /** The rows kept, and the last one. */
    List<double[]> rows() {
        List<double[]> rows = new ArrayList<>();
        stretches.forEach(stretch -> rows.addAll(stretch.rows()));
        if (last != null && rows.get(rows.size() - 1) != last) {
            rows.add(last);
        }
        return rows;
    }

    /** How many consecutive rows a stretch has; 1 if all rows were kept. */
    int length() {
        return length;
    }
}
