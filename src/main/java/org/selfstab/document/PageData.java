package org.selfstab.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Drawing;
import org.selfstab.document.chart.ValuePanel;

/**
 * What a page's script works with: numbers at steps, and where the figures show them.
 *
 * @param chosen what is chosen
 * @param steps the steps
 * @param columns the numbers at the steps
 * @param figures the figures that have tracks
 */
record PageData(String chosen, List<Integer> steps, List<Column> columns, List<Followed> figures) {

    private static final MathContext DIGITS = new MathContext(8);

    /** One quantity, as numbers or as words; values that are not defined are null. */
    record Column(String key, String symbol, String words, List<?> values) {}

    /** A figure with its tracks. */
    record Followed(String name, Drawing.Frame frame, List<Mark> tracks) {}

    /** A track; its colour is a variable of the style sheet. */
    record Mark(String label, String color, String x, String y, String told) {}

    static PageData of(ValuePanel table, List<Drawing> drawings) {
        return new PageData(
                table.chosen(),
                table.steps(),
                Stream.concat(
                                table.columns().stream().map(PageData::column),
                                table.texts().stream().map(PageData::column))
                        .toList(),
                drawings.stream()
                        .filter(drawing -> !drawing.figure().tracks().isEmpty())
                        .map(drawing -> new Followed(
                                drawing.figure().name(),
                                drawing.frame(),
                                drawing.figure().tracks().stream()
                                        .map(PageData::mark)
                                        .toList()))
                        .toList());
    }

    private static Column column(ValuePanel.Column column) {
        List<BigDecimal> values = new ArrayList<>();
        column.values().forEach(value -> values.add(rounded(value).orElse(null)));
        return new Column(column.key(), column.symbol(), column.words(), values);
    }

    private static Column column(ValuePanel.Text text) {
        List<String> values = new ArrayList<>();
        text.values().forEach(value -> values.add(value.isEmpty() ? null : value));
        return new Column(text.key(), text.symbol(), "", values);
    }

    private static Optional<BigDecimal> rounded(double value) {
        return Double.isFinite(value)
                ? Optional.of(new BigDecimal(value).round(DIGITS).stripTrailingZeros())
                : Optional.empty();
    }

    private static Mark mark(Cursor track) {
        return new Mark(track.label(), "var(" + track.ink().variable() + ")", track.x(), track.y(), track.told());
    }
}
