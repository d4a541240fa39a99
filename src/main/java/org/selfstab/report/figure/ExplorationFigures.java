package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DescentCourse;
import org.selfstab.claims.Exploration;
import org.selfstab.claims.Exploration.StepSize;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.TickFormat;
import org.selfstab.run.GradientFlowPath;

/** The figures of an exploration: the sharpness along gradient flow, and along gradient descent with several step sizes. */
public final class ExplorationFigures {

    /** How near to its last value the sharpness is, relatively to its range, where nothing more is to be seen. */
    private static final double AT_REST = 0.005;

    private static final double ROOM = 1.3;
    private static final List<Role> ITERATES =
            List.of(Role.EXACT, Role.EXACT_SECOND, Role.EXACT_THIRD, Role.EXACT_FOURTH, Role.EXACT_FIFTH);

    private final Exploration exploration;
    private final GradientFlowPath flow;

    private ExplorationFigures(Exploration exploration) {
        this.exploration = exploration;
        this.flow = exploration.flow();
    }

    /** The figures. */
    public static FigureSet of(Exploration exploration) {
        ExplorationFigures figures = new ExplorationFigures(exploration);
        FigureSet.Collector set = new FigureSet.Collector();
        if (exploration.flow().samples().size() > 1) {
            set.add(figures.alongFlow());
        } else {
            set.omit("Sharpness along gradient flow", exploration.flow().end().description());
        }
        set.add(figures.alongDescent());
        return set.collected(Optional.empty(), List.of());
    }

    private Figure alongFlow() {
        double until = timeShown();
        List<GradientFlowPath.Sample> shown =
                flow.samples().stream().filter(sample -> sample.time() <= until).toList();
        Points line = Points.of(
                shown.size(), i -> shown.get(i).time(), i -> shown.get(i).sharpness());
        Range times = Range.about(Arrays.stream(line.xs()));
        List<Series> series = new ArrayList<>();
        series.add(new Series("gradient flow", Role.SOLUTION, line));
        StepSize own = exploration.stepSizes().get(0);
        Range sharpnesses = Range.about(Arrays.stream(line.ys()));
        Optional<Points> others = exploration.stepSizes().stream()
                .skip(1)
                .filter(size -> sharpnesses.contains(size.edge()))
                .map(size -> level(size, times))
                .reduce(Points::then);
        if (sharpnesses.contains(own.edge())) {
            series.add(new Series(
                    "2/η of the file, η = " + TickFormat.brief(own.eta()), Role.REFERENCE, level(own, times)));
        }
        others.ifPresent(lines -> series.add(new Series("2/η of others", Role.SECOND_REFERENCE, lines)));
        exploration
                .suggestion()
                .ifPresent(size -> series.add(new Series(
                        "descent, η = " + TickFormat.brief(size.eta()),
                        Role.EXACT,
                        descent(size, size.drift(), until))));
        return new Figure(
                "sharpness-along-flow",
                "Sharpness along gradient flow",
                "A step size η meets the edge where the sharpness rises to 2/η: below the lowest line it never does, and above the"
                        + " start's sharpness it is over the edge at once.",
                Figure.Shape.COURSE,
                Axis.linear(
                        exploration.problem().isPlainGradientDescent() ? "t = η × step" : "t = b × step",
                        "unit of θ²/L",
                        times),
                Axis.linear("sharpness S", "unit of L/θ²", sharpnesses),
                series,
                List.of(),
                List.of());
    }

    private static Points level(StepSize size, Range times) {
        return Series.level("", Role.REFERENCE, size.edge(), times).points();
    }

    /** Gradient descent over the flow's time, as far as it is in the picture. */
    private static Points descent(StepSize size, double unit, double until) {
        List<DescentCourse.Point> points = size.descent().points().stream()
                .filter(point -> point.step() * unit <= until)
                .toList();
        return Points.of(points.size(), i -> points.get(i).step() * unit, i -> points.get(i)
                .sharpness());
    }

    /** Until when the sharpness changes visibly. */
    private double timeShown() {
        double last = flow.last().sharpness();
        double low = flow.samples().stream()
                .mapToDouble(GradientFlowPath.Sample::sharpness)
                .min()
                .orElseThrow();
        double visible = AT_REST * (flow.sharpest().sharpness() - low);
        double time = 0;
        for (GradientFlowPath.Sample sample : flow.samples()) {
            if (Math.abs(sample.sharpness() - last) > visible) {
                time = sample.time();
            }
        }
        return time > 0
                ? Math.min(ROOM * time, flow.last().time())
                : flow.last().time();
    }

    private Figure alongDescent() {
        List<Series> series = new ArrayList<>();
        List<StepSize> drawn = exploration.stepSizes().stream()
                .filter(size -> size.descent().firstAtEdge().isPresent())
                .limit(ITERATES.size())
                .toList();
        if (drawn.isEmpty()) {
            drawn = exploration.stepSizes().subList(0, 1);
        }
        int last = 1;
        for (int i = 0; i < drawn.size(); i++) {
            StepSize size = drawn.get(i);
            List<DescentCourse.Point> points = size.descent().points();
            last = Math.max(last, points.get(points.size() - 1).step());
            series.add(new Series(
                    "η = " + TickFormat.brief(size.eta()),
                    ITERATES.get(i),
                    Points.of(
                            points.size(),
                            k -> points.get(k).step(),
                            k -> size.step() * points.get(k).sharpness())));
        }
        Axis steps = Axis.steps(0, last);
        series.add(0, Series.level("edge", Role.REFERENCE, 2, steps.shown()));
        return new Figure(
                "sharpness-along-descent",
                "Sharpness along gradient descent, in units of 1/η",
                "With a step size that meets the edge from below, η S rises to 2. Where alpha is positive an oscillation holds it there,"
                        + " late if it has decayed on the way; kick in [run] starts one.",
                Figure.Shape.COURSE,
                steps,
                Axis.linear("η S", "dimensionless", aboutTheEdge(series)),
                series,
                List.of(),
                List.of());
    }

    /** Up to twice the edge: beyond that gradient descent diverges. */
    private static Range aboutTheEdge(List<Series> series) {
        Range all = Range.about(series.stream()
                .flatMapToDouble(line -> Arrays.stream(line.points().ys()))
                .filter(sharpness -> Math.abs(sharpness) <= 4));
        return new Range(Math.max(all.low(), -1), all.high());
    }
}
