package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.ValuePanel;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** The figures of a sweep: over one parameter a curve of each quantity, over two a heat map of each quantity and claim. */
public final class SweepFigures {

    /** The largest grid of which a page shows the point that its reader chooses. */
    public static final int MOST_FOLLOWED = 2500;

    /** The largest grid that is drawn. */
    private static final int MOST_DRAWN = 20_000;

    private final SweepResult result;
    private final SweptPoints points;
    private final SweptFigure.Followed followed;
    private final FigureSet.Collector set = new FigureSet.Collector();
    private final List<String> constant = new ArrayList<>();

    private SweepFigures(SweepResult result) {
        this.result = result;
        this.points = new SweptPoints(result);
        this.followed = result.points().size() <= MOST_FOLLOWED ? SweptFigure.Followed.YES : SweptFigure.Followed.NO;
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
        int parameters = result.grid().axes().size();
        if (parameters > 2) {
            return Optional.of("the grid has " + parameters + " parameters, and only one or two can be drawn");
        }
        return result.points().size() > MOST_DRAWN
                ? Optional.of("the grid has more than " + MOST_DRAWN + " points")
                : Optional.empty();
    }

    private FigureSet drawn() {
        if (points.lines().size() == 1) {
            SweepCurve curve = new SweepCurve(points);
            numbers(curve::of);
            set.omit("Each verdict", "over one parameter it is in the table of points");
        } else {
            HeatMap map = new HeatMap(points);
            numbers((what, quantity, extremes) -> map.ofNumbers(what, quantity, extremes, prediction(quantity)));
            signOfDrift(map);
            verdicts(map);
        }
        if (!constant.isEmpty()) {
            set.omit("A picture of " + String.join(", ", constant), "the same at all points");
        }
        Optional<ValuePanel> readout =
                set.isEmpty() || followed == SweptFigure.Followed.NO ? Optional.empty() : Optional.of(points.readout());
        return set.collected(readout, List.of());
    }

    /** Where Gamma is negative the oscillation dies, elsewhere it grows, theory.md (D11). */
    private void signOfDrift(HeatMap map) {
        String gamma = Quantities.DRIFT_RATE.key();
        int quantity = result.job().quantities().indexOf(gamma);
        if (quantity < 0) {
            return;
        }
        SweepExtremes extremes = SweepExtremes.of(result, quantity);
        if (extremes.isNumeric()
                && extremes.least().value() < 0
                && extremes.greatest().value() > 0) {
            set.add(map.ofSigns(
                    new SweptFigure("sign of " + gamma, SweptPoints.quantityKey(quantity), followed),
                    quantity,
                    "damped",
                    "growing"));
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
        Figure of(SweptFigure what, int quantity, SweepExtremes extremes);
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
                set.add(numeric.of(new SweptFigure(names.get(i), SweptPoints.quantityKey(i), followed), i, extremes));
            }
        }
    }

    private void verdicts(HeatMap map) {
        List<String> names = result.job().quantities();
        for (int i = 0; i < names.size(); i++) {
            int quantity = i;
            verdicts(map, names.get(i), SweptPoints.quantityKey(i), point -> point.values()
                    .get(quantity)
                    .verdict());
        }
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            verdicts(map, "claim " + claims.get(i), SweptPoints.claimKey(i), point -> point.claim(claim));
        }
    }

    private void verdicts(
            HeatMap map, String name, String key, Function<PointResult, Optional<Verdict.Status>> verdict) {
        List<Optional<Verdict.Status>> different =
                points.all().stream().map(verdict).distinct().toList();
        if (different.size() > 1) {
            set.add(map.ofVerdicts(new SweptFigure(name, key, followed), verdict));
        } else if (different.get(0).isPresent()) {
            constant.add(name);
        }
    }
}
