package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.document.chart.Cells;
import org.selfstab.document.chart.ContourNumbers;
import org.selfstab.document.chart.Contours;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Palette;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.ValueScale;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.SweepExtremes;
import org.selfstab.vocabulary.Verdict;

/** Quantities and claims over the last two parameters, the first of which goes up: a coloured cell for each point, and marks that need no colour. */
final class HeatMap {

    private static final int CORNERS = 5;

    /** About so many contour lines. */
    private static final int LINES = 8;

    private final SweptPoints points;
    private final int upwards;
    private final int sideways;
    private final GridLine up;
    private final GridLine across;

    /**
     * A map.
     *
     * @param points over two parameters, or those of one value of the first of three
     */
    HeatMap(SweptPoints points) {
        this.points = points;
        this.sideways = points.lines().size() - 1;
        this.upwards = sideways - 1;
        this.up = points.lines().get(upwards);
        this.across = points.lines().get(sideways);
    }

    /** A quantity's numbers. */
    Figure ofNumbers(SweptFigure what, int quantity, SweepExtremes extremes) {
        return ofNumbers(what, quantity, extremes, Optional.empty());
    }

    /**
     * A quantity's numbers, with contour lines of another beside which they are to be seen, in the same unit.
     *
     * @param prediction the other quantity
     */
    Figure ofNumbers(SweptFigure what, int quantity, SweepExtremes extremes, Optional<PredictedValues> prediction) {
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
        List<Figure.Note> notes = new ArrayList<>();
        prediction.ifPresent(predicted -> addContours(predicted, series, notes));
        return figure(
                what,
                points.range(extremes)
                        + prediction
                                .map(predicted -> "; lines and their numbers are contours of " + predicted.name()
                                        + ", linear between the middles of cells")
                                .orElse("")
                        + (scale.isLogarithmic() ? "; colours are logarithmic" : "")
                        + ". An outlined square has no value; a cross is where a claim fails, a ring where one is undecided, a"
                        + " stroke where one does not apply.",
                patches,
                series,
                notes);
    }

    /**
     * A quantity that predicts another.
     *
     * @param name its name
     * @param quantity its index
     */
    record PredictedValues(String name, int quantity) {}

    private void addContours(PredictedValues predicted, List<Series> series, List<Figure.Note> notes) {
        Contours contours = contours(predicted.quantity());
        double[] sorted = contours.sortedValues();
        ContourNumbers numbers =
                new ContourNumbers(across.axis().shown(), up.axis().shown());
        if (sorted.length > 0) {
            double step = roundStep((sorted[sorted.length - 1] - sorted[0]) / LINES);
            for (double k = Math.ceil(sorted[0] / step); k * step <= sorted[sorted.length - 1]; k++) {
                Points line = contours.at(k * step);
                if (line.size() > 0) {
                    boolean isFirst = series.stream().noneMatch(each -> each.role() == Role.SOLUTION);
                    series.add(new Series(isFirst ? predicted.name() : "", Role.SOLUTION, line));
                    numbers.add(k * step, line);
                }
            }
        }
        notes.addAll(numbers.notes());
    }

    private Contours contours(int quantity) {
        double[] xs =
                IntStream.range(0, across.size()).mapToDouble(across::value).toArray();
        double[] ys = IntStream.range(0, up.size()).mapToDouble(up::value).toArray();
        double[][] values = new double[xs.length][ys.length];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        for (PointResult point : points.all()) {
            values[points.index(point, sideways)][points.index(point, upwards)] =
                    point.values().get(quantity).number().orElse(Double.NaN);
        }
        return new Contours(xs, ys, values);
    }

    /** 1, 2 or 5 times a power of ten, as large at least. */
    private static double roundStep(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double digits = length / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    /** A quantity's sign, with the line between where it is 0. */
    Figure ofSigns(SweptFigure what, int quantity, String negative, String positive) {
        List<Cells.Patch> patches = new ArrayList<>();
        Map<Boolean, List<PointResult>> bySign = points.all().stream()
                .filter(point -> point.values().get(quantity).number().isPresent())
                .collect(Collectors.partitioningBy(point -> SweptPoints.number(point, quantity) < 0));
        patches.add(new Cells.Patch(negative, ValueScale.MapColour.of(Palette.BLUE), corners(bySign.get(true))));
        patches.add(new Cells.Patch(positive, ValueScale.MapColour.of(Palette.VERMILLION), corners(bySign.get(false))));
        Points zero = contours(quantity).at(0);
        List<Series> series = zero.size() > 0 ? List.of(new Series("0", Role.SOLUTION, zero)) : List.of();
        return figure(
                what,
                negative + " where it is below 0, " + positive
                        + " elsewhere; the line is where it is 0, linear between the middles of cells.",
                patches,
                series,
                List.of());
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
                series,
                List.of());
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

    private Figure figure(
            SweptFigure what, String caption, List<Cells.Patch> patches, List<Series> series, List<Figure.Note> notes) {
        return new Figure(
                what.name(),
                what.title(),
                what.title() + " over " + up.parameter() + " and " + across.parameter() + ": " + caption,
                Figure.Shape.PLANE,
                across.axis(),
                up.axis(),
                new Cells(across.size(), up.size(), patches),
                series,
                notes,
                what.tracks(points, SweptPoints.axisKey(sideways), SweptPoints.axisKey(upwards)));
    }

    private double[] middle(PointResult point) {
        return new double[] {points.coordinate(point, sideways), points.coordinate(point, upwards)};
    }

    /** The corners of the points' cells, with a gap after each. */
    private Points corners(List<PointResult> alike) {
        double[] xs = new double[CORNERS * alike.size()];
        double[] ys = new double[CORNERS * alike.size()];
        for (int i = 0; i < alike.size(); i++) {
            int column = points.index(alike.get(i), sideways);
            int row = points.index(alike.get(i), upwards);
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
