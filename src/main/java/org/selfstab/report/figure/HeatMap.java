package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.document.chart.Cells;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Palette;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.ValueScale;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.vocabulary.Verdict;

/** Quantities and claims over two parameters, the first of which goes up: a coloured cell for each point, and marks that need no colour. */
final class HeatMap {

    private static final int UP = 0;
    private static final int ACROSS = 1;
    private static final int CORNERS = 5;

    private final SweptPoints points;
    private final GridLine up;
    private final GridLine across;

    HeatMap(SweptPoints points) {
        this.points = points;
        this.up = points.lines().get(UP);
        this.across = points.lines().get(ACROSS);
    }

    /** A quantity's numbers. */
    Figure ofNumbers(SweptFigure what, int quantity, SweepExtremes extremes) {
        ValueScale scale =
                new ValueScale(extremes.least().value(), extremes.greatest().value());
        List<Cells.Patch> patches = new ArrayList<>(scale.keys());
        Map<Double, List<PointResult>> byShare = points.all().stream()
                .filter(point -> point.values().get(quantity).number().isPresent())
                .collect(Collectors.groupingBy(
                        point -> ValueScale.MapColour.rounded(scale.share(SweptPoints.number(point, quantity))),
                        TreeMap::new,
                        Collectors.toList()));
        byShare.forEach((share, alike) ->
                patches.add(new Cells.Patch("", ValueScale.MapColour.ofShare(share), corners(alike))));
        List<Series> series = new ArrayList<>();
        series.addAll(
                points.marks(point -> Optional.of(point.weakestClaim()), this::middle, SweptPoints.Named.IN_LEGEND));
        series.add(new Series(
                "undefined",
                Role.UNDEFINED,
                points.places(point -> point.values().get(quantity).number().isEmpty(), this::middle)));
        return figure(
                what,
                points.range(extremes)
                        + (scale.isLogarithmic() ? "; colours are logarithmic" : "")
                        + ". An outlined square has no value; a cross is where a claim fails, a ring where one is undecided, a"
                        + " stroke where one does not apply.",
                patches,
                series);
    }

    /** The verdicts on one statement. */
    Figure ofVerdicts(SweptFigure what, Function<PointResult, Optional<Verdict.Status>> verdict) {
        List<Cells.Patch> patches = new ArrayList<>();
        for (Verdict.Status status : Verdict.Status.values()) {
            List<PointResult> alike = points.all().stream()
                    .filter(point -> verdict.apply(point).filter(status::equals).isPresent())
                    .toList();
            if (!alike.isEmpty()) {
                patches.add(new Cells.Patch(
                        SweptPoints.word(status) + symbol(status),
                        ValueScale.MapColour.of(ink(status)),
                        corners(alike)));
            }
        }
        List<Series> series = new ArrayList<>();
        series.addAll(points.marks(verdict, this::middle, SweptPoints.Named.ELSEWHERE));
        series.add(new Series(
                "undefined",
                Role.UNDEFINED,
                points.places(point -> verdict.apply(point).isEmpty(), this::middle)));
        return figure(
                what,
                "where it holds and where not. A cross: it fails; a ring: undecided; a stroke: it does not apply; an outlined"
                        + " square: undefined.",
                patches,
                series);
    }

    /** The mark in words, for the legend. */
    private static String symbol(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> "";
            case FAILS -> " ×";
            case UNDECIDED -> " ○";
            case NOT_APPLICABLE -> " –";
        };
    }

    private static Palette ink(Verdict.Status status) {
        return switch (status) {
            case HOLDS -> Palette.BLUE;
            case FAILS -> Palette.VERMILLION;
            case UNDECIDED -> Palette.ORANGE;
            case NOT_APPLICABLE -> Palette.LEVEL;
        };
    }

    private Figure figure(SweptFigure what, String caption, List<Cells.Patch> patches, List<Series> series) {
        return new Figure(
                what.name(),
                what.title(),
                what.title() + " over " + up.parameter() + " and " + across.parameter() + ": " + caption,
                Figure.Shape.PLANE,
                across.axis(),
                up.axis(),
                new Cells(across.size(), up.size(), patches),
                series,
                List.of(),
                what.tracks(points, SweptPoints.axisKey(ACROSS), SweptPoints.axisKey(UP)));
    }

    private double[] middle(PointResult point) {
        return new double[] {points.coordinate(point, ACROSS), points.coordinate(point, UP)};
    }

    /** The corners of the points' cells, with a gap after each. */
    private Points corners(List<PointResult> alike) {
        double[] xs = new double[CORNERS * alike.size()];
        double[] ys = new double[CORNERS * alike.size()];
        for (int i = 0; i < alike.size(); i++) {
            int column = points.index(alike.get(i), ACROSS);
            int row = points.index(alike.get(i), UP);
            double[] x = {across.low(column), across.high(column), across.high(column), across.low(column)};
            double[] y = {up.low(row), up.low(row), up.high(row), up.high(row)};
            System.arraycopy(x, 0, xs, CORNERS * i, CORNERS - 1);
            System.arraycopy(y, 0, ys, CORNERS * i, CORNERS - 1);
            xs[CORNERS * i + CORNERS - 1] = x[0];
            ys[CORNERS * i + CORNERS - 1] = Double.NaN;
        }
        return Points.of(xs, ys);
    }
}
