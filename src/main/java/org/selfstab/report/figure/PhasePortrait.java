package org.selfstab.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.document.chart.Axis;
import org.selfstab.document.chart.Cursor;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Palette;
import org.selfstab.document.chart.Points;
import org.selfstab.document.chart.Range;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.document.chart.TickFormat;
import org.selfstab.dynamics.ReducedLevel;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.dynamics.reduced.OdeSolution;
import org.selfstab.dynamics.reduced.OdeSolver;
import org.selfstab.dynamics.reduced.ReducedEquation;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Stage;

/** The phase portrait of the reduced dynamics, theory.md (15)-(21): level sets, the iterates by their stages, the equation's solution. */
final class PhasePortrait {

    private static final int LEVELS = 5;
    private static final int SAMPLES = 400;
    private static final double TOLERANCE = 1e-10;

    /** An oscillation of less energy than this is the fixed point to the eye. */
    private static final double STILL = 1e-10;

    private final double[] xs;
    private final double[] ys;
    private final double reducedTime;

    private PhasePortrait(double[] xs, double[] ys, double reducedTime) {
        this.xs = xs;
        this.ys = ys;
        this.reducedTime = reducedTime;
    }

    /** The portrait; empty if X and Y are undefined at t = 0, or there is no oscillation. */
    static Optional<Figure> of(RecordedRun run) {
        double[] xs = run.kept(RunQuantity.REDUCED_X);
        double[] ys = run.kept(RunQuantity.REDUCED_Y);
        if (!(xs[0] > 0) || !Double.isFinite(ys[0])) {
            return Optional.empty();
        }
        PhasePortrait portrait = new PhasePortrait(xs, ys, run.reducedTime());
        return portrait.largestEnergy() > STILL ? Optional.of(portrait.figure()) : Optional.empty();
    }

    private static ReducedState<Binary64> state(double x, double y) {
        return new ReducedState<>(new Binary64(Math.log(x)), new Binary64(y));
    }

    private double largestEnergy() {
        double[] energies = energies(0, xs.length).sorted().toArray();
        return energies.length == 0 ? 0 : energies[(int) (0.98 * (energies.length - 1))];
    }

    private boolean isDefined(int i) {
        return xs[i] > 0 && Double.isFinite(xs[i]) && Double.isFinite(ys[i]);
    }

    private Figure figure() {
        List<Series> series = new ArrayList<>();
        Points levels = levels();
        series.add(new Series("level sets of E", Role.LEVEL, levels));
        for (Stage stage : Stage.values()) {
            series.add(new Series(stage.title(), role(stage), iteratesIn(stage)));
        }
        double energy = state(xs[0], ys[0]).energy().getReal();
        Points curves = levels;
        if (energy > STILL) {
            Points solution = solution(energy);
            series.add(new Series("reduced equation", Role.SOLUTION, solution));
            curves = levels.then(solution);
        }
        series.add(new Series("start, t = 0", Role.PREDICTED_PLACE, Points.of(1, i -> xs[0], i -> ys[0])));
        Range x = Range.about(DoubleStream.concat(Arrays.stream(xs), Arrays.stream(curves.xs())));
        Range y = Range.about(DoubleStream.concat(Arrays.stream(ys), Arrays.stream(curves.ys())));
        series.add(0, cross(x, y));
        return new Figure(
                "phase-portrait",
                "Phase portrait of the reduced dynamics",
                "Iterates go clockwise about the fixed point (1, 0), near the level set of the energy E = Y²/2 + (X² − 1 − log X²)/2 on which"
                        + " they start, through the four stages; the start's energy is E = " + TickFormat.brief(energy)
                        + ". " + drift() + TimeSeriesFigures.STRANDS,
                Figure.Shape.PLANE,
                Axis.linear("X = |x|/δ", "dimensionless", new Range(Math.max(0, x.low()), x.high())),
                Axis.linear("Y = y/√α", "dimensionless", y),
                series,
                List.of(),
                List.of(new Cursor("iterate", Palette.TEXT, RunQuantity.REDUCED_X.key(), RunQuantity.REDUCED_Y.key())));
    }

    /** How the energy, which the reduced equation keeps, goes along the iterates: over whole turns its oscillation within one is averaged out. */
    private String drift() {
        int[] turns = IntStream.range(1, xs.length)
                .filter(i -> isDefined(i - 1) && isDefined(i) && ys[i - 1] > 0 && ys[i] <= 0)
                .toArray();
        if (turns.length < 3) {
            double[] ends = energies(0, xs.length).toArray();
            return "The equation keeps E; along the iterates it is " + TickFormat.brief(ends[ends.length - 1])
                    + " at the end.";
        }
        int last = turns.length - 1;
        double first = energies(turns[0], turns[1]).average().orElseThrow();
        double end = energies(turns[last - 1], turns[last]).average().orElseThrow();
        return String.format(
                Digits.LOCALE,
                "The equation keeps E; along the iterates its mean over a turn drifts from %s in the first to %s in the last of %d whole turns.",
                TickFormat.brief(first),
                TickFormat.brief(end),
                last);
    }

    private DoubleStream energies(int from, int to) {
        return IntStream.range(from, to)
                .filter(this::isDefined)
                .mapToDouble(i -> state(xs[i], ys[i]).energy().getReal());
    }

    /** The axes of the stages: X = 1 and Y = 0. */
    private static Series cross(Range x, Range y) {
        Points across = Points.of(new double[] {x.low(), x.high()}, new double[] {0, 0});
        Points along = Points.of(new double[] {1, 1}, new double[] {y.low(), y.high()});
        return new Series("", Role.SECOND_REFERENCE, across.then(along));
    }

    private Points levels() {
        double largest = largestEnergy();
        Points all = LevelSet.of(energy(largest, 1));
        for (int k = 2; k <= LEVELS; k++) {
            all = all.then(LevelSet.of(energy(largest, k)));
        }
        return all;
    }

    /** |Y|max is sqrt(2E), so that squares are evenly spaced; the outermost is just outside of the iterates. */
    private static double energy(double largest, int k) {
        double part = 1.1 * k / LEVELS;
        return largest * part * part;
    }

    private Points iteratesIn(Stage stage) {
        int[] steps = IntStream.range(0, xs.length)
                .filter(i -> isDefined(i) && state(xs[i], ys[i]).stage() == stage)
                .toArray();
        return Points.of(steps.length, i -> xs[steps[i]], i -> ys[steps[i]]);
    }

    private Points solution(double energy) {
        double period = new ReducedLevel<>(new Binary64(energy)).period().getReal();
        double end = Math.min(reducedTime, period);
        if (!(end > 0)) {
            return Points.of(0, i -> 0, i -> 0);
        }
        OdeSolution<Binary64> solution = new OdeSolver<>(new ReducedEquation<>(Binary64Field.getInstance()), TOLERANCE)
                .solve(state(xs[0], ys[0]), new Binary64(end));
        List<ReducedState<Binary64>> states = IntStream.rangeClosed(0, SAMPLES)
                .mapToObj(i -> solution.at(new Binary64(end * i / SAMPLES)))
                .toList();
        return Points.of(states.size(), i -> states.get(i).x().getReal(), i -> states.get(i)
                .y()
                .getReal());
    }

    private static Role role(Stage stage) {
        return switch (stage) {
            case PROGRESSIVE_SHARPENING -> Role.PROGRESSIVE_SHARPENING;
            case BLOW_UP -> Role.BLOW_UP;
            case SELF_STABILIZATION -> Role.SELF_STABILIZATION;
            case RETURN_TO_STABILITY -> Role.RETURN_TO_STABILITY;
        };
    }

    /** Level sets of the energy (16) of the reduced equation in the plane of X and Y. */
    static final class LevelSet {

        private static final int POINTS = 120;

        private LevelSet() {}

        /**
         * The closed curve of one energy.
         *
         * @param energy E, positive
         */
        static Points of(double energy) {
            ReducedLevel<Binary64> level = new ReducedLevel<>(new Binary64(energy));
            double low = Math.log(level.smallestX().getReal());
            double high = Math.log(level.largestX().getReal());
            return Points.of(2 * POINTS + 1, i -> Math.exp(logX(i, low, high)), i -> {
                double q = logX(i, low, high);
                double y = Math.sqrt(Math.max(0.0, 2.0 * energy - (Math.expm1(2.0 * q) - 2.0 * q)));
                return i <= POINTS ? y : -y;
            });
        }

        /** There above and back below, denser at the ends, where the curve is vertical. */
        private static double logX(int i, double low, double high) {
            return 0.5 * (low + high) - 0.5 * (high - low) * Math.cos(Math.PI * i / POINTS);
        }
    }
}
