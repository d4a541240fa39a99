package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The tables of a sweep's page: ends of runs, verdicts counted, extremes with their places, and the points. */
final class SweepTables {

    /** The largest grid whose points are all listed. */
    static final int MOST_POINTS = SweepFigures.MOST_FOLLOWED;

    private static final String NOTHING = "–";

    private final SweepResult result;

    SweepTables(SweepResult result) {
        this.result = result;
    }

    /** The tables that have rows. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(ends(), extremes(), verdicts()));
        if (result.points().size() <= MOST_POINTS) {
            tables.add(points());
        }
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    private Table ends() {
        Map<PointStatus, Long> counts = result.points().stream()
                .collect(Collectors.groupingBy(PointResult::status, TreeMap::new, Collectors.counting()));
        List<Table.Row> rows = counts.entrySet().stream()
                .map(entry -> Table.row(
                        Cell.words(entry.getKey().words()),
                        Cell.digits(entry.getValue().toString())))
                .toList();
        return Table.titled("What became of the points", List.of("run", "points"), rows);
    }

    private Table extremes() {
        List<Table.Row> rows = new ArrayList<>();
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            SweepExtremes found = SweepExtremes.of(result, i);
            if (found.isNumeric()) {
                rows.add(Table.row(
                        Cell.code(names.get(i)),
                        number(found.least().value()),
                        Cell.code(result.grid().place(found.least().step())),
                        number(found.greatest().value()),
                        Cell.code(result.grid().place(found.greatest().step())),
                        Cell.digits(Integer.toString(found.undefined()))));
            }
        }
        return Table.titled(
                "Quantities over the grid",
                List.of("quantity", "least", "first at", "greatest", "first at", "points without a value"),
                rows);
    }

    private Table verdicts() {
        List<Table.Row> rows = new ArrayList<>();
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            int quantity = i;
            counted(names.get(i), point -> point.values().get(quantity).verdict())
                    .ifPresent(rows::add);
        }
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            counted("claim " + claims.get(i), point -> point.claim(claim)).ifPresent(rows::add);
        }
        List<String> columns = new ArrayList<>(List.of("weakest verdict", "claim or condition"));
        Arrays.stream(Verdict.Status.values()).map(Verdict.Status::word).forEach(columns::add);
        columns.addAll(List.of("points without a verdict", "evidence"));
        return Table.titled("Verdicts over the grid", columns, rows);
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
            cells.add(Cell.evidence(Verdict.Evidence.NUMERIC));
            return new Table.Row(cells, "");
        });
    }

    private static Cell count(long points) {
        return Cell.digits(points == 0 ? NOTHING : Long.toString(points));
    }

    private Table points() {
        List<String> columns = new ArrayList<>(List.of("verdict", "point", "run"));
        result.grid().axes().stream().map(GridAxis::parameter).forEach(columns::add);
        columns.addAll(result.job().quantities());
        result.job().claims().forEach(claim -> columns.add("claim " + claim));
        return Table.titled(
                        "Points",
                        columns,
                        result.points().stream().map(this::row).toList())
                .filtered();
    }

    private Table.Row row(PointResult point) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.status(point.verdict()));
        cells.add(Cell.digits(Integer.toString(point.index())));
        cells.add(Cell.words(point.status().words()));
        for (GridValue value : result.grid().point(point.index()).values()) {
            cells.add(Cell.code(value.text()));
        }
        point.values().stream().map(SweepTables::cell).forEach(cells::add);
        for (int i = 0; i < result.job().claims().size(); i++) {
            cells.add(point.claim(i).map(Cell::status).orElse(Cell.words(NOTHING)));
        }
        return new Table.Row(cells, point.reason());
    }

    private static Cell cell(PointValue value) {
        if (value.number().isPresent()) {
            return number(value.number().getAsDouble());
        }
        return value.verdict().map(Cell::status).orElse(Cell.words(value.isDefined() ? value.text() : NOTHING));
    }

    private static Cell number(double value) {
        boolean count = value == Math.rint(value) && Math.abs(value) < 1e9;
        return Cell.digits(count ? Long.toString((long) value) : ConstantsTable.digits(value));
    }
}
