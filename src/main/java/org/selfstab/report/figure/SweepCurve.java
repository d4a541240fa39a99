package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.ValueScale;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepExtremes;

/** A quantity over one parameter: a dot for each point, joined where neighbours have values, and marks that need no colour. */
final class SweepCurve {

    /** The height of the marks of what is undefined, as a part of the axis. */
    private static final double FLOOR = 0.04;

    private final SweptPoints points;

    SweepCurve(SweptPoints points) {
        this.points = points;
    }

    Figure of(SweptFigure what, int quantity, SweepExtremes extremes) {
        ValueScale scale =
                new ValueScale(extremes.least().value(), extremes.greatest().value());
        Axis y = scale.axis(what.title());
        List<PointResult> all = points.all();
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                what.title(),
                Role.SWEPT,
                Points.of(
                        all.size(),
                        i -> points.coordinate(all.get(i), 0),
                        i -> SweptPoints.number(all.get(i), quantity))));
        series.addAll(points.marks(
                point -> Optional.of(point.weakestClaim()),
                point -> new double[] {points.coordinate(point, 0), heightOf(point, quantity, y)},
                SweptPoints.Named.IN_LEGEND));
        series.add(new Series(
                "undefined",
                Role.UNDEFINED,
                points.places(point -> point.values().get(quantity).number().isEmpty(), point ->
                        new double[] {points.coordinate(point, 0), floor(y)})));
        return new Figure(
                what.name(),
                what.title(),
                what.title() + " over " + points.lines().get(0).parameter() + ": " + points.range(extremes)
                        + ". An outlined square at the bottom has no value; a cross is where a claim fails, a ring where one"
                        + " is undecided, a stroke where one does not apply.",
                Figure.Shape.COURSE,
                points.lines().get(0).axis(),
                y,
                series,
                List.of(),
                what.tracks(points, SweptPoints.axisKey(0), SweptPoints.numberKey(quantity)));
    }

    private static double heightOf(PointResult point, int quantity, Axis y) {
        return point.values().get(quantity).number().orElse(floor(y));
    }

    private static double floor(Axis axis) {
        Range shown = axis.shown();
        return switch (axis.scale()) {
            case LINEAR -> shown.low() + FLOOR * shown.length();
            case LOGARITHMIC -> shown.low() * Math.pow(shown.high() / shown.low(), FLOOR);
        };
    }
}
