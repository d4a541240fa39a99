package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.ValuePanel;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** The figures of a sweep: over one parameter a curve of each quantity, over two a heat map of each quantity and claim, over three one for each value of the first. */
public final class SweepFigures {

    /** The largest grid of which a page shows the point that its reader chooses. */
    public static final int MOST_FOLLOWED = 2500;

    /** The largest grid that is drawn. */
    private static final int MOST_DRAWN = 20_000;

    private static final int MOST_PARAMETERS = 3;

    /** The most values of a third parameter, for each of which there are maps. */
    private static final int MOST_MAPS = 12;

    private final SweepResult result;
    private final SweptPoints points;
    private final SweptFigure.Followed followed;
    private final FigureSet.Collector set = new FigureSet.Collector();
    private final List<String> constant = new ArrayList<>();

    private SweepFigures(SweepResult result) {
        this.result = result;
        this.points = new SweptPoints(result);
        this.followed =
                result.points().size() <= MOST_FOLLOWED && points.lines().size() < MOST_PARAMETERS
                        ? SweptFigure.Followed.YES
                        : SweptFigure.Followed.NO;
    }

    /** A figure of all that differs from point to point. */
    public static FigureSet of(SweepResult result) {
        return obstacle(result)
                .map(reason -> new FigureSet(
                        List.of(),
                        List.of(new FigureSet.SkippedFigure("Every figure", reason)),
                        Optional.empty(),
                        List.of()))
                .orElseGet(() -> new SweepFigures(result).drawn());
    }

    private static Optional<String> obstacle(SweepResult result) {
        List<GridAxis> axes = result.grid().axes();
        if (axes.size() > MOST_PARAMETERS) {
            return Optional.of("the grid has " + axes.size() + " parameters, and up to three can be drawn");
        }
        if (axes.size() == MOST_PARAMETERS && axes.get(0).values().size() > MOST_MAPS) {
            return Optional.of("the first of three parameters has more than " + MOST_MAPS
                    + " values, for each of which there would be maps of the other two");
        }
        return result.points().size() > MOST_DRAWN
                ? Optional.of("the grid has more than " + MOST_DRAWN + " points")
                : Optional.empty();
    }

    private FigureSet drawn() {
        if (points.lines().size() == 1) {
            SweepCurve curve = new SweepCurve(points);
            numbers((what, quantity, extremes) -> List.of(curve.of(what, quantity, extremes)));
            set.omit("Each verdict", "over one parameter it is in the table of points");
        } else {
            List<Plane> planes = planes();
            numbers((what, quantity, extremes) -> planes.stream()
                    .map(plane -> plane.map().ofNumbers(plane.of(what), quantity, extremes, prediction(quantity)))
                    .toList());
            signOfDrift(planes);
            verdicts(planes);
        }
        if (!constant.isEmpty()) {
            set.omit("A picture of " + String.join(", ", constant), "the same at all points");
        }
        Optional<ValuePanel> readout =
                set.isEmpty() || followed == SweptFigure.Followed.NO ? Optional.empty() : Optional.of(points.readout());
        return set.collected(readout, List.of());
    }

    /**
     * A map of the last two parameters.
     *
     * @param at the value of a third one
     */
    private record Plane(HeatMap map, Optional<SweptFigure.Place> at) {

        SweptFigure of(SweptFigure what) {
            return at.map(what::at).orElse(what);
        }
    }

    private List<Plane> planes() {
        return points.lines().size() < MOST_PARAMETERS
                ? List.of(new Plane(new HeatMap(points), Optional.empty()))
                : IntStream.range(0, points.lines().get(0).size())
                        .mapToObj(i -> new Plane(new HeatMap(points.at(i)), Optional.of(points.place(i))))
                        .toList();
    }

    /** Where Gamma is negative the oscillation dies, elsewhere it grows, theory.md (D11). */
    private void signOfDrift(List<Plane> planes) {
        String gamma = Quantities.DRIFT_RATE.key();
        int quantity = result.job().quantities().indexOf(gamma);
        if (quantity < 0) {
            return;
        }
        SweepExtremes extremes = SweepExtremes.of(result, quantity);
        if (extremes.isNumeric()
                && extremes.least().value() < 0
                && extremes.greatest().value() > 0) {
            SweptFigure sign = new SweptFigure("sign of " + gamma, SweptPoints.quantityKey(quantity), followed);
            planes.forEach(plane -> set.add(plane.map().ofSigns(plane.of(sign), quantity, "damped", "growing")));
        }
    }

    /** What a quantity is drawn with, as lines in its map. */
    private Optional<HeatMap.PredictedValues> prediction(int quantity) {
        List<String> names = result.job().quantities();
        String predicted = Quantities.SETTLING_PREDICTION.key();
        return names.get(quantity).equals(Quantities.SETTLING_SHARPNESS.key()) && names.contains(predicted)
                ? Optional.of(new HeatMap.PredictedValues(predicted + ", theory.md (64)", names.indexOf(predicted)))
                : Optional.empty();
    }

    /** Whether a quantity is drawn as the lines of another's map. */
    private boolean isLines(String name) {
        return points.lines().size() > 1
                && name.equals(Quantities.SETTLING_PREDICTION.key())
                && result.job().quantities().contains(Quantities.SETTLING_SHARPNESS.key());
    }

    private interface Numeric {
        List<Figure> of(SweptFigure what, int quantity, SweepExtremes extremes);
    }

    private void numbers(Numeric numeric) {
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            SweepExtremes extremes = SweepExtremes.of(result, i);
            if (isLines(names.get(i))) {
                set.omit(
                        "A map of " + names.get(i),
                        "its contours are in the map of " + Quantities.SETTLING_SHARPNESS.key());
            } else if (extremes.isConstant()) {
                constant.add(names.get(i));
            } else if (extremes.isNumeric()) {
                numeric.of(new SweptFigure(names.get(i), SweptPoints.quantityKey(i), followed), i, extremes)
                        .forEach(set::add);
            }
        }
    }

    private void verdicts(List<Plane> planes) {
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            int quantity = i;
            verdicts(planes, names.get(i), SweptPoints.quantityKey(i), point -> point.values()
                    .get(quantity)
                    .verdict());
        }
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            verdicts(planes, "claim " + claims.get(i), SweptPoints.claimKey(i), point -> point.claim(claim));
        }
    }

    private void verdicts(
            List<Plane> planes, String name, String key, Function<PointResult, Optional<Verdict.Status>> verdict) {
        List<Optional<Verdict.Status>> different =
                points.all().stream().map(verdict).distinct().toList();
        if (different.size() > 1) {
            SweptFigure what = new SweptFigure(name, key, followed);
            planes.forEach(plane -> set.add(plane.map().ofVerdicts(plane.of(what), verdict)));
        } else if (different.get(0).isPresent()) {
            constant.add(name);
        }
    }
}
