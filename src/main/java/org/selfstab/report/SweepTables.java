package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.document.Cell;
import org.selfstab.document.Table;
import org.selfstab.report.figure.SweepFigures;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointStatus;
import org.selfstab.sweep.PointValue;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.Verdict;

/** The tables of a sweep: ends of runs, verdicts counted, extremes with their places, and the points. */
final class SweepTables {

    /** The largest grid whose points a text lists. */
    static final int MOST_IN_TEXT = 40;

    /** The largest grid whose points a page lists. */
    static final int MOST_ON_PAGES = SweepFigures.MOST_FOLLOWED;

    private static final int MOST_REASONS = 8;
    private static final double LARGEST_COUNT = 1e9;

    private final SweepResult result;
    private final List<String> quantities;
    private final List<SweepExtremes> extremes;

    SweepTables(SweepResult result) {
        this.result = result;
        this.quantities = result.job().quantities();
        this.extremes = IntStream.range(0, quantities.size())
                .mapToObj(i -> SweepExtremes.of(result, i))
                .toList();
    }

    /** The tables that have rows. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(ends(), extremes(), words(), verdicts()));
        int size = result.points().size();
        if (size > MOST_IN_TEXT) {
            tables.add(reasons());
        }
        if (size <= MOST_ON_PAGES) {
            tables.add(size <= MOST_IN_TEXT ? points() : points().onPages());
        }
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private Table ends() {
        Map<PointStatus, Long> counts = result.points().stream()
                .collect(Collectors.groupingBy(PointResult::status, TreeMap::new, Collectors.counting()));
        List<Table.Row> rows = counts.entrySet().stream()
                .map(entry -> Table.row(Cell.words(entry.getKey().words()), Cell.count(entry.getValue())))
                .toList();
        return Table.of(
                "What became of the points", List.of(Table.Column.words("run"), Table.Column.numbers("points")), rows);
    }

    private Table extremes() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            SweepExtremes found = extremes.get(i);
            if (found.isNumeric()) {
                rows.add(Table.row(
                        Cell.code(quantities.get(i)),
                        number(found.least().value()),
                        Cell.code(result.grid().place(found.least().step())),
                        number(found.greatest().value()),
                        Cell.code(result.grid().place(found.greatest().step())),
                        Cell.count(found.undefined())));
            }
        }
        return Table.of(
                "Quantities over the grid",
                List.of(
                        Table.Column.words("quantity"),
                        Table.Column.numbers("least"),
                        Table.Column.words("first at"),
                        Table.Column.numbers("greatest"),
                        Table.Column.words("first at"),
                        Table.Column.numbers("undefined")),
                rows);
    }

    /** Quantities that are neither numbers nor verdicts. */
    private Table words() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            int quantity = i;
            List<PointValue> values = result.points().stream()
                    .map(point -> point.values().get(quantity))
                    .toList();
            if (!extremes.get(i).isNumeric()
                    && values.stream().allMatch(value -> value.verdict().isEmpty())) {
                Map<String, Long> counts = values.stream()
                        .map(value -> value.isDefined() ? value.text() : "undefined")
                        .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
                counts.forEach((text, count) ->
                        rows.add(Table.row(Cell.code(quantities.get(quantity)), Cell.words(text), Cell.count(count))));
            }
        }
        return Table.of(
                "Quantities in words over the grid",
                List.of(Table.Column.words("quantity"), Table.Column.words("value"), Table.Column.numbers("points")),
                rows);
    }

    private Table verdicts() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            int quantity = i;
            counted(quantities.get(i), point -> point.values().get(quantity).verdict())
                    .ifPresent(rows::add);
        }
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            counted("claim " + claims.get(i), point -> point.claim(claim)).ifPresent(rows::add);
        }
        List<Table.Column> columns =
                new ArrayList<>(List.of(Table.Column.words("weakest"), Table.Column.words("claim or condition")));
        Arrays.stream(Verdict.Status.values())
                .map(status -> Table.Column.numbers(status.word()))
                .forEach(columns::add);
        columns.add(Table.Column.numbers("no verdict"));
        return Table.of("Verdicts over the grid", columns, rows);
    }

    /** How often each verdict occurs; empty if none does. */
    private Optional<Table.Row> counted(String name, Function<PointResult, Optional<Verdict.Status>> verdict) {
        List<Verdict.Status> all =
                result.points().stream().map(verdict).flatMap(Optional::stream).toList();
        return all.stream().max(Verdict.Status::compareTo).map(weakest -> {
            List<Cell> cells = new ArrayList<>(List.of(Cell.status(weakest), Cell.code(name)));
            for (Verdict.Status status : Verdict.Status.values()) {
                cells.add(count(all.stream().filter(status::equals).count()));
            }
            cells.add(count((long) result.points().size() - all.size()));
            return new Table.Row(cells, "");
        });
    }

    private static Cell count(long points) {
        return points == 0 ? Cell.none() : Cell.count(points);
    }

    /** The first points of which there is more to say, where not all are listed. */
    private Table reasons() {
        List<PointResult> explained = result.points().stream()
                .filter(point -> !point.reason().isEmpty())
                .limit(MOST_REASONS + 1L)
                .toList();
        Table table = Table.titled(
                "Reasons",
                List.of("point", "what there is to say"),
                explained.stream()
                        .limit(MOST_REASONS)
                        .map(point ->
                                Table.row(Cell.code(result.grid().place(point.index())), Cell.words(point.reason())))
                        .toList());
        return explained.size() > MOST_REASONS
                ? table.note("... and more: the reason of each point is in sweep.csv")
                : table;
    }

    private Table points() {
        List<Table.Column> columns = new ArrayList<>(
                List.of(Table.Column.words("verdict"), Table.Column.numbers("point"), Table.Column.words("run")));
        result.grid().axes().stream()
                .map(GridAxis::parameter)
                .map(Table.Column::words)
                .forEach(columns::add);
        for (int i = 0; i < quantities.size(); i++) {
            columns.add(
                    extremes.get(i).isNumeric()
                            ? Table.Column.numbers(quantities.get(i))
                            : Table.Column.words(quantities.get(i)));
        }
        result.job().claims().forEach(claim -> columns.add(Table.Column.words("claim " + claim)));
        return Table.of(
                        "Points",
                        columns,
                        result.points().stream().map(this::row).toList())
                .filtered();
    }

    private Table.Row row(PointResult point) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.status(point.verdict()));
        cells.add(Cell.count(point.index()));
        cells.add(Cell.words(point.status().words()));
        for (GridValue value : result.grid().point(point.index()).values()) {
            cells.add(Cell.code(value.text()));
        }
        point.values().stream().map(SweepTables::cell).forEach(cells::add);
        for (int i = 0; i < result.job().claims().size(); i++) {
            cells.add(point.claim(i).map(Cell::status).orElse(Cell.none()));
        }
        return new Table.Row(cells, point.reason());
    }

    private static Cell cell(PointValue value) {
        if (value.number().isPresent()) {
            return number(value.number().getAsDouble());
        }
        return value.verdict().map(Cell::status).orElse(value.isDefined() ? Cell.words(value.text()) : Cell.none());
    }

    private static Cell number(double value) {
        boolean isCount = value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT;
        return isCount ? Cell.count((long) value) : Cell.number(value);
    }
}
