package org.selfstab.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Branch;
import org.selfstab.claims.Estimate;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;

/** The figures of orbits over a parameter: orbits above the iterates, and the Lyapunov exponent. */
public final class BifurcationFigures {

    private final BifurcationResult result;
    private final Axis parameter;

    private BifurcationFigures(BifurcationResult result) {
        this.result = result;
        this.parameter = Axis.linear(
                result.options().parameter(),
                "parameter",
                new Range(result.options().from(), result.options().to()));
    }

    /** The figures. */
    public static FigureSet of(BifurcationResult result) {
        BifurcationFigures figures = new BifurcationFigures(result);
        FigureSet.Collector set = new FigureSet.Collector();
        set.add(figures.diagram());
        if (result.attractor().isEmpty()) {
            set.omit("Lyapunov exponent", "the iterates were not looked at; --columns says at how many values");
        } else {
            set.add(figures.exponent());
        }
        return set.collected(Optional.empty(), List.of());
    }

    private Figure diagram() {
        String variable = result.problem().variables().get(0).name();
        List<Series> series = Stream.of(
                        new Series("iterates from the start", Role.EXACT_FOURTH, iterates()),
                        new Series("stable orbits", Role.SOLUTION, orbits(Branch.Point::isStable)),
                        new Series("unstable orbits", Role.PREDICTED_ODD, orbits(point -> !point.isStable())))
                .filter(each -> !each.points().isEmpty())
                .toList();
        return figure(
                "bifurcation",
                "Orbits over " + result.options().parameter(),
                "Dots are iterates after many steps; lines are periodic orbits, dotted where they repel.",
                Axis.linear(variable, "unit of θ", Range.aboutOrdinates(series)),
                series);
    }

    private Points iterates() {
        double[][] points = result.attractor().stream()
                .flatMap(column -> column.points().stream().map(point -> new double[] {column.at(), point}))
                .toArray(double[][]::new);
        return Points.of(points.length, i -> points[i][0], i -> points[i][1]);
    }

    /** One curve for each point of an orbit, with gaps where orbits are of the other kind. */
    private Points orbits(Predicate<Branch.Point> kind) {
        Points all = Points.of(0, i -> 0, i -> 0);
        for (Branch branch : result.branches()) {
            for (int t = 0; t < branch.period(); t++) {
                int index = t;
                List<Branch.Point> points = branch.points();
                all = all.then(Points.of(
                        points.size(),
                        i -> points.get(i).at(),
                        i -> kind.test(points.get(i))
                                ? points.get(i).orbit().get(index).get(0)
                                : Double.NaN));
            }
        }
        return all;
    }

    private Figure exponent() {
        double[][] points = result.attractor().stream()
                .map(column -> new double[] {
                    column.at(), column.exponent().map(Estimate::value).orElse(Double.NaN)
                })
                .toArray(double[][]::new);
        List<Series> series = List.of(
                Series.level("0", Role.REFERENCE, 0, parameter.shown()),
                new Series(
                        "largest Lyapunov exponent",
                        Role.EXACT,
                        Points.of(points.length, i -> points[i][0], i -> points[i][1])));
        return figure(
                "lyapunov",
                "Largest Lyapunov exponent",
                "Where it is positive, nearby iterates part: chaos. It is 0 at bifurcations.",
                Axis.linear("exponent", "1 a step", Range.aboutOrdinates(series)),
                series);
    }

    private Figure figure(String name, String title, String caption, Axis y, List<Series> series) {
        return new Figure(name, title, caption, Figure.Shape.COURSE, parameter, y, series, List.of(), List.of());
    }
}
