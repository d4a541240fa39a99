package org.selfstab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.sweep.Grid;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointStatus;
import org.selfstab.sweep.PointValue;
import org.selfstab.sweep.Spacing;
import org.selfstab.sweep.SweepJob;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.Verdict;

/**
 * A sweep that nothing ran, of one quantity {@code size}, a condition {@code condition.eigengap} and a claim {@code size}. Point k has the size
 * {@code 10^k}, the first has none; verdicts take turns.
 */
public final class HandmadeSweep {

    /** What a page must not take for markup. */
    public static final String HOSTILE = "<script>alert(1)</script>";

    private static final List<Verdict.Status> TURNS = List.of(
            Verdict.Status.FAILS, Verdict.Status.HOLDS, Verdict.Status.UNDECIDED, Verdict.Status.NOT_APPLICABLE);

    private HandmadeSweep() {}

    /** An axis with exact values 1, 2, 3, ... or 1, 10, 100, .... */
    public static GridAxis axis(String parameter, Spacing spacing, int size) {
        List<GridValue> values = IntStream.range(0, size)
                .mapToObj(i -> spacing == Spacing.LOG ? Math.pow(10, i) : i + 1.0)
                .map(number -> new GridValue(Integer.toString(number.intValue()), number))
                .toList();
        return new GridAxis(parameter, spacing, values);
    }

    /** A sweep over axes. */
    public static SweepResult over(Problem problem, GridAxis... axes) {
        Grid grid = new Grid(List.of(axes));
        List<PointResult> points = new ArrayList<>();
        for (int k = 0; k < grid.size(); k++) {
            Verdict.Status turn = TURNS.get(k % TURNS.size());
            PointValue size = k == 0
                    ? new PointValue("", OptionalDouble.empty())
                    : new PointValue("1e" + k, OptionalDouble.of(Math.pow(10, k)));
            points.add(new PointResult(
                    k,
                    k == 0 ? PointStatus.DIVERGED : PointStatus.COMPLETE,
                    k == 0 ? "it left " + HOSTILE : "",
                    List.of(size, PointValue.of(Verdict.Status.HOLDS)),
                    List.of(turn)));
        }
        return new SweepResult(problem, grid, job(grid), points);
    }

    /**
     * A sweep of where the noisy edge settles, measured and predicted.
     *
     * @param measured of the first and second parameter's values; the prediction is a tenth larger
     */
    public static SweepResult settling(
            Problem problem, DoubleBinaryOperator measured, GridAxis first, GridAxis second) {
        Grid grid = new Grid(List.of(first, second));
        List<PointResult> points = new ArrayList<>();
        int columns = second.values().size();
        for (int k = 0; k < grid.size(); k++) {
            double value = measured.applyAsDouble(
                    first.values().get(k / columns).number(),
                    second.values().get(k % columns).number());
            points.add(new PointResult(
                    k,
                    PointStatus.COMPLETE,
                    "",
                    List.of(
                            new PointValue("", OptionalDouble.of(value)),
                            new PointValue("", OptionalDouble.of(1.1 * value))),
                    List.of()));
        }
        return new SweepResult(
                problem, grid, job(grid, List.of("settling.eta_sharpness", "settling.predicted"), List.of()), points);
    }

    /**
     * A sweep of the drift's Gamma.
     *
     * @param gamma of the first and second parameter's values
     */
    public static SweepResult drift(Problem problem, DoubleBinaryOperator gamma, GridAxis first, GridAxis second) {
        Grid grid = new Grid(List.of(first, second));
        int columns = second.values().size();
        List<PointResult> points = IntStream.range(0, grid.size())
                .mapToObj(k -> new PointResult(
                        k,
                        PointStatus.COMPLETE,
                        "",
                        List.of(new PointValue(
                                "",
                                OptionalDouble.of(gamma.applyAsDouble(
                                        first.values().get(k / columns).number(),
                                        second.values().get(k % columns).number())))),
                        List.of()))
                .toList();
        return new SweepResult(problem, grid, job(grid, List.of("drift.gamma"), List.of()), points);
    }

    private static SweepJob job(Grid grid) {
        return job(grid, List.of("size", "condition.eigengap"), List.of("size"));
    }

    private static SweepJob job(Grid grid, List<String> quantities, List<String> claims) {
        return new SweepJob(
                "selfstab 1",
                "folder/valley.toml",
                "",
                Map.of(),
                Map.of("zeta", "1/2"),
                grid.axes().stream().map(GridAxis::toString).toList(),
                quantities,
                claims,
                ProjectionMethod.EXACT,
                PredictedFrame.MOVING,
                0,
                0);
    }
}
