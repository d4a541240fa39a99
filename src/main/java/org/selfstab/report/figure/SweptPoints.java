package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Palette;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.TickFormat;
import org.selfstab.document.chart.ValuePanel;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointValue;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;

/** The points of a sweep, as its figures and their readout use them. */
final class SweptPoints {

    /** What stands where a claim does not hold. */
    private static final Map<Verdict.Status, Role> MARKS = new EnumMap<>(Map.of(
            Verdict.Status.FAILS, Role.FAILING,
            Verdict.Status.UNDECIDED, Role.UNDECIDED,
            Verdict.Status.NOT_APPLICABLE, Role.NOT_APPLICABLE));

    private final SweepResult result;
    private final List<PointResult> points;
    private final List<GridLine> lines;

    SweptPoints(SweepResult result) {
        this(
                result,
                List.copyOf(result.points()),
                result.grid().axes().stream().map(GridLine::new).toList());
    }

    private SweptPoints(SweepResult result, List<PointResult> points, List<GridLine> lines) {
        this.result = result;
        this.points = points;
        this.lines = lines;
    }

    List<PointResult> all() {
        return points;
    }

    /** Those of one value of the first parameter, by its number. */
    SweptPoints at(int value) {
        return new SweptPoints(
                result,
                points.stream().filter(point -> index(point, 0) == value).toList(),
                lines);
    }

    /** The first parameter and a value of it, by its number. */
    SweptFigure.Place place(int value) {
        GridLine first = lines.get(0);
        return new SweptFigure.Place(value + 1, first.parameter() + " = " + first.text(value));
    }

    /** The parameters' axes. */
    List<GridLine> lines() {
        return lines;
    }

    /** The number of a point's value on an axis. */
    int index(PointResult point, int axis) {
        int block = result.points().size();
        int rest = point.index();
        for (int i = 0; i < axis; i++) {
            block /= lines.get(i).size();
            rest %= block;
        }
        return rest / (block / lines.get(axis).size());
    }

    /** A point's value on an axis. */
    double coordinate(PointResult point, int axis) {
        return lines.get(axis).value(index(point, axis));
    }

    /** What is marked where claims, or one verdict, do not hold; only what occurs. */
    List<Series> marks(
            Function<PointResult, Optional<Verdict.Status>> status,
            Function<PointResult, double[]> place,
            Named named) {
        List<Series> series = new ArrayList<>();
        MARKS.forEach((marked, role) -> {
            String label = named == Named.IN_LEGEND ? word(marked) : "";
            series.add(new Series(label, role, places(status(status, marked), place)));
        });
        return series;
    }

    /** Whether marks have names of their own in the legend. */
    enum Named {
        IN_LEGEND,
        ELSEWHERE
    }

    private static Predicate<PointResult> status(
            Function<PointResult, Optional<Verdict.Status>> status, Verdict.Status wanted) {
        return point -> status.apply(point).filter(wanted::equals).isPresent();
    }

    /** The places of chosen points. */
    Points places(Predicate<PointResult> chosen, Function<PointResult, double[]> place) {
        List<double[]> places = points.stream().filter(chosen).map(place).toList();
        return Points.of(places.size(), i -> places.get(i)[0], i -> places.get(i)[1]);
    }

    /** A verdict in lower case. */
    static String word(Verdict.Status status) {
        return PointValue.of(status).text();
    }

    /** Where a quantity is least and greatest. */
    String range(SweepExtremes extremes) {
        return String.format(
                Digits.LOCALE,
                "from %s at %s to %s at %s",
                TickFormat.brief(extremes.least().value()),
                result.grid().place(extremes.least().step()),
                TickFormat.brief(extremes.greatest().value()),
                result.grid().place(extremes.greatest().step()));
    }

    /** The tracks of a figure: at one place they tell the parameters and one quantity. */
    List<Cursor> tracks(String x, String y, String name, String key) {
        List<Cursor> tracks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            tracks.add(new Cursor(lines.get(i).parameter(), Palette.PURPLE, x, y, setKey(i)));
        }
        tracks.add(new Cursor(name, Palette.PURPLE, x, y, key));
        return tracks;
    }

    static String axisKey(int axis) {
        return "axis_" + axis;
    }

    private static String setKey(int axis) {
        return "set_" + axis;
    }

    static String numberKey(int quantity) {
        return "number_" + quantity;
    }

    static String quantityKey(int quantity) {
        return "quantity_" + quantity;
    }

    static String claimKey(int claim) {
        return "claim_" + claim;
    }

    /** What a page shows at a chosen point. */
    ValuePanel readout() {
        List<ValuePanel.Column> columns = new ArrayList<>();
        List<ValuePanel.Text> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int axis = i;
            columns.add(numbers(axisKey(i), point -> coordinate(point, axis)));
            texts.add(text(setKey(i), lines.get(i).parameter(), point -> lines.get(axis)
                    .text(index(point, axis))));
        }
        List<String> quantities = result.job().quantities();
        for (int i = 0; i < quantities.size(); i++) {
            int quantity = i;
            columns.add(numbers(numberKey(i), point -> number(point, quantity)));
            texts.add(text(
                    quantityKey(i),
                    quantities.get(i),
                    point -> shown(point.values().get(quantity))));
        }
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            texts.add(text(claimKey(i), "claim " + claims.get(i), point -> point.claim(claim)
                    .map(SweptPoints::word)
                    .orElse("")));
        }
        return new ValuePanel("point", points.stream().map(PointResult::index).toList(), columns, texts);
    }

    /** A quantity at a point; not a number where it has none. */
    static double number(PointResult point, int quantity) {
        return point.values().get(quantity).number().orElse(Double.NaN);
    }

    private static String shown(PointValue value) {
        return value.number().isPresent() ? TickFormat.brief(value.number().getAsDouble()) : value.text();
    }

    private ValuePanel.Column numbers(String key, Function<PointResult, Double> number) {
        return new ValuePanel.Column(key, "", "", points.stream().map(number).toList());
    }

    private ValuePanel.Text text(String key, String symbol, Function<PointResult, String> text) {
        return new ValuePanel.Text(key, symbol, points.stream().map(text).toList());
    }
}
