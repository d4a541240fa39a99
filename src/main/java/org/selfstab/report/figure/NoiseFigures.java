package org.selfstab.report.figure;

import java.util.List;
import java.util.Optional;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.noise.Escape;
import org.selfstab.noise.Minimum;
import org.selfstab.noise.NoiseResult;

/** The figure of stochastic gradients: the share of runs that leave a minimum, with both edges. */
public final class NoiseFigures {

    private NoiseFigures() {}

    /** The figure. */
    public static FigureSet of(NoiseResult result) {
        FigureSet.Collector set = new FigureSet.Collector();
        result.escape()
                .found()
                .ifPresentOrElse(
                        escape ->
                                set.add(shares(escape, result.minimum().found().orElseThrow())),
                        () -> set.omit("Runs that leave", result.escape().reason()));
        return set.collected(Optional.empty(), List.of());
    }

    private static Figure shares(Escape escape, Minimum minimum) {
        List<Escape.Share> shares = escape.shares();
        Range shown = new Range(
                shares.get(0).stepSize(), shares.get(shares.size() - 1).stepSize());
        List<Series> series = List.of(
                edge("mean-square edge", Role.REFERENCE, minimum.meanSquare().stepSize()),
                edge(
                        "almost-sure edge",
                        Role.SECOND_REFERENCE,
                        minimum.almostSure().stepSize()),
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
                Axis.linear("step size η", "", shown),
                Axis.linear("share", "", new Range(0, 1)),
                series,
                List.of(),
                List.of());
    }

    private static Series edge(String name, Role role, double eta) {
        return new Series(name, role, Points.of(2, i -> eta, i -> i));
    }
}
