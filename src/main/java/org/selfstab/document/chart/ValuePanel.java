package org.selfstab.document.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a page shows at the step of a run, or at the point of a grid, that its reader chooses.
 *
 * @param chosen what is chosen, for instance {@code step t}
 * @param steps the steps that were kept, or the points' numbers, in increasing order
 * @param columns numbers at each
 * @param texts words at each
 */
public record ValuePanel(String chosen, List<Integer> steps, List<Column> columns, List<Text> texts) {

    /** This in other words. */
    ValuePanel reworded(UnaryOperator<String> words) {
        return new ValuePanel(
                chosen,
                steps,
                columns.stream()
                        .map(each -> new Column(
                                each.key(), words.apply(each.symbol()), words.apply(each.words()), each.values()))
                        .toList(),
                texts);
    }

    /** The key of the step itself in a {@link Cursor}. */
    public static final String STEP = "t";

    public ValuePanel {
        steps = List.copyOf(steps);
        columns = List.copyOf(columns);
        texts = List.copyOf(texts);
    }

    /**
     * One quantity.
     *
     * @param key its key in a {@link Cursor}
     * @param symbol its symbol; empty for what only moves a track
     * @param words what it is
     * @param values one for each step; not a number where it is not defined
     */
    public record Column(String key, String symbol, String words, List<Double> values) {

        public Column {
            values = List.copyOf(values);
        }
    }

    /**
     * One quantity that is written as words.
     *
     * @param key its key in a {@link Cursor}
     * @param symbol its name
     * @param values one for each step; empty where it is not defined
     */
    public record Text(String key, String symbol, List<String> values) {

        public Text {
            values = List.copyOf(values);
        }
    }

    /** With more columns. */
    public ValuePanel with(List<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(more);
        return new ValuePanel(chosen, steps, all, texts);
    }
}
