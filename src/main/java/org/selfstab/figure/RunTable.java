package org.selfstab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of a run at the steps that were kept, for a page to show at the step that its reader chooses.
 *
 * @param steps the steps, in increasing order
 * @param columns the numbers
 */
public record RunTable(List<Integer> steps, List<Column> columns) {

    /** The key of the step itself in a {@link Track}. */
    public static final String STEP = "t";

    public RunTable {
        steps = List.copyOf(steps);
        columns = List.copyOf(columns);
    }

    /**
     * One quantity.
     *
     * @param key its key in a {@link Track}
     * @param symbol its symbol; empty for what only moves a track
     * @param words what it is
     * @param values one for each step; not a number where it is not defined
     */
    public record Column(String key, String symbol, String words, List<Double> values) {

        public Column {
            values = List.copyOf(values);
        }
    }

    /** What was recorded of a run. */
    static RunTable of(RecordedRun run) {
        List<Column> columns = new ArrayList<>();
        for (RunQuantity quantity : RunQuantity.values()) {
            if (quantity != RunQuantity.TAU) {
                columns.add(column(quantity.key(), quantity.symbol(), quantity.words(), run.kept(quantity)));
            }
        }
        if (run.isPlane()) {
            for (RecordedRun.Place place : RecordedRun.Place.values()) {
                for (int i = 0; i < 2; i++) {
                    columns.add(column(place.key(i), "", "", run.kept(place, i)));
                }
            }
        }
        return new RunTable(Arrays.stream(run.keptSteps()).boxed().toList(), columns);
    }

    private static Column column(String key, String symbol, String words, double[] values) {
        return new Column(key, symbol, words, Arrays.stream(values).boxed().toList());
    }

    /** With more columns. */
    RunTable with(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return new RunTable(steps, all);
    }
}
