package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.selfstab.claims.RunConstants;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Palette;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.TickFormat;
import org.selfstab.document.chart.ValuePanel;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Extremum;

/** The figures of a run over its steps: loss, sharpness, both displacements, and how far the prediction is off. */
final class TimeSeriesFigures {

    /** What a caption says of dots that go from one curve to another at every step. */
    static final String STRANDS = " Where dots lie on two curves, even steps are on one and odd steps on the other.";

    private final RecordedRun run;
    private final RunConstants constants;
    private final Axis steps;

    TimeSeriesFigures(RecordedRun run, RunConstants constants) {
        this.run = run;
        this.constants = constants;
        this.steps = Axis.steps(0, run.steps() - 1);
    }

    Figure loss() {
        List<Series> series = List.of(
                new Series("exact L(θ)", Role.EXACT, run.course(RunQuantity.LOSS)),
                new Series("constrained L(θ†)", Role.CONSTRAINED, run.course(RunQuantity.LOSS_DAGGER)),
                new Series("predicted L(θ†) + x*²/η", Role.PREDICTED, run.course(RunQuantity.LOSS_PREDICTED)));
        return figure(
                "loss",
                "Loss",
                "Exact iterates run above the constrained trajectory by x²/η: the oscillation's energy."
                        + constant(" The prediction is off by at most %s ε δ²/η", constants.loss())
                        + STRANDS,
                Axis.linear("loss L", "unit of L", Range.aboutOrdinates(series)),
                series,
                tracks(RunQuantity.LOSS, RunQuantity.LOSS_DAGGER, RunQuantity.LOSS_PREDICTED));
    }

    Figure sharpness() {
        List<Series> series = new ArrayList<>(List.of(
                Series.level("edge 2/η", Role.REFERENCE, run.edge(), steps.shown()),
                new Series("exact S(θ)", Role.EXACT, run.course(RunQuantity.SHARPNESS)),
                new Series("constrained S(θ†)", Role.CONSTRAINED, run.course(RunQuantity.SHARPNESS_DAGGER)),
                new Series("predicted, even t", Role.PREDICTED, run.even(RunQuantity.SHARPNESS_PREDICTED)),
                new Series("odd t", Role.PREDICTED_ODD, run.odd(RunQuantity.SHARPNESS_PREDICTED))));
        return figure(
                "sharpness",
                "Sharpness",
                "The sharpness of exact iterates oscillates about the edge 2/η, on which the constrained trajectory stays; predicted is"
                        + " S(θ†) + y* + κ₃x*, one curve through the even steps and one through the odd."
                        + constant(" It is off by at most %s ε²/η", constants.sharpness()),
                Axis.linear("sharpness S", "unit of L/θ²", Range.aboutOrdinates(series)),
                series,
                tracks(RunQuantity.SHARPNESS, RunQuantity.SHARPNESS_DAGGER, RunQuantity.SHARPNESS_PREDICTED));
    }

    Figure displacementAlongU() {
        List<Series> series = new ArrayList<>();
        constants.delta().map(Extremum::value).ifPresent(delta -> {
            series.add(Series.level("±δ", Role.SECOND_REFERENCE, delta, steps.shown()));
            series.add(Series.level("", Role.SECOND_REFERENCE, -delta, steps.shown()));
        });
        series.add(new Series("exact x", Role.EXACT, run.course(RunQuantity.X)));
        series.add(new Series("predicted x*, even t", Role.PREDICTED, run.even(RunQuantity.X_PREDICTED)));
        series.add(new Series("odd t", Role.PREDICTED_ODD, run.odd(RunQuantity.X_PREDICTED)));
        return figure(
                "x",
                "Displacement along the unstable direction",
                "x = u·(θ − θ†) changes sign at every step: even steps are one smooth curve, odd ones another. Its size oscillates about δ.",
                Axis.linear("x = u·v", "unit of θ", Range.aboutOrdinates(series)),
                series,
                tracks(RunQuantity.X, RunQuantity.X_PREDICTED));
    }

    Figure displacementAlongSharpness() {
        List<Series> series = List.of(
                Series.level("", Role.SECOND_REFERENCE, 0.0, steps.shown()),
                new Series("exact y", Role.EXACT, run.course(RunQuantity.Y)),
                new Series("predicted y*", Role.PREDICTED, run.course(RunQuantity.Y_PREDICTED)));
        return figure(
                "y",
                "Displacement along the sharpness gradient",
                "y = ∇S⊥·(θ − θ†) is the sharpness above the edge, to first order: above 0 the oscillation grows, below it shrinks.",
                Axis.linear("y = ∇S⊥·v", "unit of L/θ²", Range.aboutOrdinates(series)),
                series,
                tracks(RunQuantity.Y, RunQuantity.Y_PREDICTED));
    }

    /** Empty if the prediction is exact throughout. */
    Optional<Figure> deviation() {
        Points course = run.course(RunQuantity.DEVIATION);
        List<Series> series = new ArrayList<>();
        Optional<Double> unit =
                constants.epsilon().flatMap(epsilon -> constants.delta().map(delta -> epsilon.value() * delta.value()));
        unit.ifPresent(u -> series.add(Series.level("ε δ", Role.REFERENCE, u, steps.shown())));
        unit.ifPresent(u -> constants
                .coupling()
                .filter(c -> c.value() > 0)
                .ifPresent(
                        c -> series.add(Series.level("C₁ ε δ", Role.SECOND_REFERENCE, c.value() * u, steps.shown()))));
        series.add(new Series("deviation |v − v*|", Role.EXACT, positive(course)));
        double[] logs = positiveValues(series).toArray();
        if (positive(course).isEmpty() || logs.length == 0) {
            return Optional.empty();
        }
        return Optional.of(figure(
                "deviation",
                "Deviation of the prediction",
                "How far the predicted displacement is from the exact one."
                        + constant(" It stays below %s ε δ", constants.coupling())
                        + STRANDS,
                Axis.logarithmic("|v − v*|", "unit of θ", decadesOfInterest(logs)),
                series,
                tracks(RunQuantity.DEVIATION)));
    }

    /** The first steps are exact to rounding and would squeeze all others into the top. */
    private static Range decadesOfInterest(double[] values) {
        double top = Arrays.stream(values).max().orElse(1);
        return Range.decades(Arrays.stream(values).map(value -> Math.max(value, 1e-8 * top)));
    }

    private static Points positive(Points points) {
        return Points.of(points.size(), points::x, i -> points.y(i) > 0 ? points.y(i) : Double.NaN);
    }

    private static DoubleStream positiveValues(List<Series> series) {
        return ordinates(series).filter(value -> value > 0 && Double.isFinite(value));
    }

    private static String constant(String sentence, Optional<Extremum> constant) {
        return constant.map(c -> String.format(Digits.LOCALE, sentence, TickFormat.brief(c.value())) + ", worst at t = "
                        + c.step() + ".")
                .orElse("");
    }

    private Figure figure(String name, String title, String caption, Axis y, List<Series> series, List<Cursor> tracks) {
        return new Figure(name, title, caption, Figure.Shape.COURSE, steps, y, series, List.of(), tracks);
    }

    private static DoubleStream ordinates(List<Series> series) {
        return series.stream().map(Series::points).flatMapToDouble(points -> Arrays.stream(points.ys()));
    }

    private static List<Cursor> tracks(RunQuantity... quantities) {
        return Arrays.stream(quantities)
                .map(quantity -> new Cursor(quantity.symbol(), inkOf(quantity), ValuePanel.STEP, quantity.key()))
                .toList();
    }

    private static Palette inkOf(RunQuantity quantity) {
        return switch (quantity) {
            case LOSS_DAGGER, SHARPNESS_DAGGER -> Role.CONSTRAINED.ink();
            case LOSS_PREDICTED, SHARPNESS_PREDICTED, X_PREDICTED, Y_PREDICTED -> Role.PREDICTED.ink();
            default -> Role.EXACT.ink();
        };
    }
}
