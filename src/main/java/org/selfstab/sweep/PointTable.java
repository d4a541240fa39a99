package org.selfstab.sweep;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/** Results by the number of their point, kept as lines: a grid may have a million points. */
final class PointTable {

    private final String[] lines;

    PointTable(int points) {
        this.lines = new String[points];
    }

    void put(PointResult result) {
        if (lines[result.index()] != null) {
            throw new IllegalStateException("point " + result.index() + " was run twice");
        }
        lines[result.index()] = PointLine.write(result);
    }

    /** The points without a result. */
    List<Integer> missing() {
        return IntStream.range(0, lines.length)
                .filter(i -> lines[i] == null)
                .boxed()
                .toList();
    }

    /** All results, once there are all. */
    List<PointResult> results() {
        if (!missing().isEmpty()) {
            throw new IllegalStateException("points were not run: " + missing().size());
        }
        return new Results(lines.clone());
    }

    private static final class Results extends AbstractList<PointResult> implements RandomAccess {

        private final String[] lines;

        Results(String... lines) {
            this.lines = lines;
        }

        @Override
        public PointResult get(int index) {
            return PointLine.read(lines[index]).orElseThrow();
        }

        @Override
        public int size() {
            return lines.length;
        }
    }
}
