package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.DescentResult.Row;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The figures of gradient descent alone: loss, sharpness, and the rate at which it rises. */
public final class DescentFigures {

    /** More points than these hide each other. */
    private static final int MOST_POINTS = 4000;

    private final List<Row> rows;
    private final double edge;
    private final Axis steps;

    private DescentFigures(DescentResult result) {
        int stride = Math.max(1, result.rows().size() / MOST_POINTS);
        this.rows = new ArrayList<>();
        for (int i = 0; i < result.rows().size(); i += stride) {
            rows.add(result.rows().get(i));
        }
        this.edge = result.edge();
        this.steps = Axis.steps(0, result.last().t());
    }

    /** The figures. */
    public static FigureSet of(DescentResult result) {
        DescentFigures figures = new DescentFigures(result);
        FigureSet.Collector set = new FigureSet.Collector();
        if (result.options().isMeasured()) {
            set.add(figures.sharpness());
        } else {
            set.omit("Sharpness", "it was not measured; --measure does");
        }
        set.add(figures.loss());
        if (result.options().isMeasured()) {
            set.add(figures.sharpening());
        }
        result.observed().forEach(course -> set.add(figures.observable(course)));
        return set.collected(Optional.empty(), List.of());
    }

    private Figure sharpness() {
        List<Series> series = List.of(
                Series.level("edge 2/η", Role.REFERENCE, edge, steps.shown()),
                new Series("second eigenvalue λ₂", Role.EXACT_SECOND, course(row -> row.curvature()
                        .flatMap(DescentResult.Curvature::secondEigenvalue)
                        .orElse(Double.NaN))),
                new Series("sharpness S", Role.EXACT, course(Row::sharpness)));
        return figure(
                "descent-sharpness",
                "Sharpness along gradient descent",
                "Progressive sharpening is a rise of S towards 2/η. A λ₂ that comes to 2/η, too, is another unstable direction.",
                Axis.linear("sharpness S", "unit of L/θ²", Range.aboutOrdinates(series)),
                series);
    }

    private Figure loss() {
        List<Series> series = List.of(new Series("L(θ)", Role.EXACT, course(Row::loss)));
        boolean isPositive = rows.stream().allMatch(row -> row.loss() > 0);
        double[] losses = series.get(0).points().ys();
        return figure(
                "descent-loss",
                "Loss along gradient descent",
                "Below the edge the loss falls at every step; at the edge it oscillates while its mean falls.",
                isPositive
                        ? Axis.logarithmic("loss L", "unit of L", Range.factor(Arrays.stream(losses)))
                        : Axis.linear("loss L", "unit of L", Range.about(Arrays.stream(losses))),
                series);
    }

    private Figure sharpening() {
        List<Series> series = List.of(
                Series.level("", Role.SECOND_REFERENCE, 0, steps.shown()),
                new Series("α", Role.EXACT, course(row -> row.curvature()
                        .orElseThrow()
                        .rates()
                        .map(DescentResult.Rates::alpha)
                        .orElse(Double.NaN))));
        return figure(
                "descent-alpha",
                "Rate of progressive sharpening",
                "α = −∇L·∇S⊥: where it is positive, gradient flow raises the sharpness.",
                Axis.linear("α", "unit of L²/θ⁴", Range.aboutOrdinates(series)),
                series);
    }

    private Figure observable(ObservedCourse course) {
        String name = course.observable().name();
        List<Series> series = List.of(new Series(name, Role.EXACT, course(row -> course.at(row.t()))));
        return figure(
                "descent-observable-" + name,
                "Observable " + name,
                name + " = " + course.observable().text() + " along the iterates.",
                Axis.linear(name, "", Range.aboutOrdinates(series)),
                series);
    }

    private Figure figure(String name, String title, String caption, Axis y, List<Series> series) {
        return new Figure(name, title, caption, Figure.Shape.COURSE, steps, y, series, List.of(), List.of());
    }

    private Points course(ToDoubleFunction<Row> value) {
        return Points.of(rows.size(), i -> rows.get(i).t(), i -> value.applyAsDouble(rows.get(i)));
    }
}
