package org.selfstab.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.DriftResult.Change;
import org.selfstab.claims.DriftResult.State;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The figures of a slow drift: log I over time, and the orbit's slow spiral. */
public final class DriftFigures {

    /** More points than these hide each other. */
    private static final int MOST_POINTS = 4000;

    private final DriftResult result;

    private DriftFigures(DriftResult result) {
        this.result = result;
    }

    /** The figures. */
    public static FigureSet of(DriftResult result) {
        DriftFigures figures = new DriftFigures(result);
        FigureSet.Collector set = new FigureSet.Collector();
        if (result.changes().size() < 2) {
            set.omit(
                    "Area of the orbit",
                    result.smallOscillations().isPresent()
                            ? "curvature off u is intermediate, where the law of the area says nothing"
                            : "fewer than two whole periods were seen");
        } else {
            set.add(figures.area());
            set.add(figures.energy());
        }
        if (result.spiral().isEmpty()) {
            set.omit("Phase portrait", "no iterates were followed");
        } else {
            set.add(figures.portrait());
        }
        return set.collected(Optional.empty(), List.of());
    }

    private Figure area() {
        List<Series> series = List.of(
                new Series("measured", Role.MEASURED, course(Change::areaMeasured)),
                new Series("predicted", Role.PREDICTED, course(Change::areaPredicted)));
        return figure(
                "drift-area",
                "Area enclosed by the orbit in the plane of log|x| and y",
                "By the law, the rate of log I is ε²Γ; where the floor has a fourth derivative, less what that takes.",
                Axis.linear("change of log I", "dimensionless", Range.aboutOrdinates(series)),
                series);
    }

    private Figure energy() {
        List<Series> series = List.of(new Series("E of whole periods", Role.MEASURED, course(change -> change.period()
                .energy())));
        return figure(
                "drift-energy",
                "Energy of the oscillation",
                "The mean of E over each whole period of the exact iterates.",
                Axis.logarithmic(
                        "E",
                        "dimensionless",
                        Range.factor(Arrays.stream(series.get(0).points().ys()))),
                series);
    }

    private Figure portrait() {
        Points points = Points.of(result.spiral(), MOST_POINTS, State::logX, State::y);
        List<Series> series = List.of(new Series("exact iterates", Role.EXACT_SECOND, points));
        return new Figure(
                "drift-spiral",
                "Phase portrait",
                "Each turn of the exact iterates about (0, 0) is nearly an orbit of the reduced equation; the drift winds them inwards or outwards.",
                Figure.Shape.PLANE,
                Axis.linear("log X", "dimensionless", Range.about(Arrays.stream(points.xs()))),
                Axis.linear("Y", "dimensionless", Range.about(Arrays.stream(points.ys()))),
                series,
                List.of(),
                List.of());
    }

    private Figure figure(String name, String title, String caption, Axis y, List<Series> series) {
        return new Figure(
                name,
                title,
                caption,
                Figure.Shape.COURSE,
                Axis.steps(0, result.steps()),
                y,
                series,
                List.of(),
                List.of());
    }

    private Points course(ToDoubleFunction<Change> value) {
        return Points.of(
                result.changes(), MOST_POINTS, change -> change.period().middle(), value);
    }
}
