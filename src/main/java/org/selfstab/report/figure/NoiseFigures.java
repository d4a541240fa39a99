package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.selfstab.claims.Escape;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseResult;
import org.selfstab.claims.TailIndex;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The figures of stochastic gradients: the share of runs that leave a minimum, with both edges, and the distribution of their largest excursions. */
public final class NoiseFigures {

    private NoiseFigures() {}

    /** The figures. */
    public static FigureSet of(NoiseResult result) {
        FigureSet.Collector set = new FigureSet.Collector();
        result.escape()
                .found()
                .ifPresentOrElse(
                        escape ->
                                set.add(shares(escape, result.minimum().found().orElseThrow())),
                        () -> set.omit("Runs that leave", result.escape().reason()));
        result.escape()
                .found()
                .flatMap(Escape::spikes)
                .ifPresent(spikes ->
                        set.add(excursions(spikes, result.minimum().found().flatMap(MinimumEdges::tailIndex))));
        return set.collected(Optional.empty(), List.of());
    }

    private static Figure shares(Escape escape, MinimumEdges minimum) {
        List<Escape.Share> shares = escape.shares();
        Range stepSizes = Range.all(shares.stream().mapToDouble(Escape.Share::stepSize));
        Range share = Range.all(DoubleStream.of(0, 1));
        List<Series> series = List.of(
                edge("mean-square edge", Role.REFERENCE, minimum.meanSquare().stepSize(), share),
                edge(
                        "almost-sure edge",
                        Role.SECOND_REFERENCE,
                        minimum.almostSure().stepSize(),
                        share),
                new Series(
                        "share of runs that leave",
                        Role.EXACT,
                        Points.of(
                                shares.size(),
                                i -> shares.get(i).stepSize(),
                                i -> shares.get(i).left()
                                        / (double) shares.get(i).runs())));
        return new Figure(
                "noise-escape",
                "Runs that leave the minimum",
                "Runs begin to leave, by rare bursts, at the mean-square edge; beyond the almost-sure edge all do.",
                Figure.Shape.COURSE,
                Axis.linear("step size η", "unit of θ²/L", stepSizes),
                Axis.linear("share", "dimensionless", share),
                series,
                List.of(),
                List.of());
    }

    private static Figure excursions(Escape.Spikes spikes, Optional<TailIndex> predicted) {
        List<Escape.Beyond> points = spikes.distribution();
        double least = points.get(points.size() - 1).excursion();
        Range excursions = Range.factor(DoubleStream.of(least, spikes.largest()));
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                "share of runs",
                Role.MEASURED,
                Points.of(points.size(), i -> points.get(i).excursion(), i -> points.get(i)
                        .share())));
        predicted.ifPresent(kappa -> series.add(powerLaw(points, kappa.value())));
        return new Figure(
                "noise-excursions",
                "Largest excursions",
                "Share of runs with an excursion of r times their start's distance at least, whose tail is a power law; the line has the predicted index.",
                Figure.Shape.COURSE,
                Axis.logarithmic("excursion r", "dimensionless", excursions),
                Axis.logarithmic("share", "dimensionless", Range.factor(DoubleStream.of(1.0 / spikes.runs(), 1))),
                series,
                List.of(),
                List.of());
    }

    /** Through the least excursion of the tail. */
    private static Series powerLaw(List<Escape.Beyond> points, double kappa) {
        List<Escape.Beyond> tail =
                points.stream().filter(point -> point.share() <= Escape.TAIL).toList();
        Escape.Beyond first = tail.get(tail.size() - 1);
        return new Series(
                "predicted slope",
                Role.PREDICTED,
                Points.of(
                        tail.size(),
                        i -> tail.get(i).excursion(),
                        i -> first.share() * Math.pow(tail.get(i).excursion() / first.excursion(), -kappa)));
    }

    /** From the lower to the upper end of the frame. */
    private static Series edge(String name, Role role, double eta, Range height) {
        return new Series(name, role, Points.of(2, i -> eta, i -> i == 0 ? height.low() : height.high()));
    }
}
