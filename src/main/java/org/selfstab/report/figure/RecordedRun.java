package org.selfstab.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.selfstab.document.chart.Points;

/** What was recorded of a run. */
public final class RecordedRun {

    private static final int PLANE = 2;

    private final double growthRate;
    private final double edge;
    private final int variables;
    private final ThinnedRows rows;

    RecordedRun(double growthRate, double edge, int variables, ThinnedRows rows) {
        this.growthRate = growthRate;
        this.edge = edge;
        this.variables = variables;
        this.rows = rows;
    }

    /** The three points of a step in a plane. */
    public enum Place {
        THETA(0),
        DAGGER(PLANE),
        PREDICTED(2 * PLANE);

        private final int offset;

        Place(int offset) {
            this.offset = offset;
        }

        /** The key of a coordinate in a page's data. */
        String key(int coordinate) {
            return name().toLowerCase(Locale.ROOT) + "_" + coordinate;
        }
    }

    /** The optimizer's growth rate a, of gradient descent eta. */
    public double growthRate() {
        return growthRate;
    }

    /** The edge of stability. */
    public double edge() {
        return edge;
    }

    /** How many steps were seen, t = 0 included. */
    public int steps() {
        return rows.steps();
    }

    /** Whether the loss has two variables, so that places are recorded. */
    boolean isPlane() {
        return variables == PLANE;
    }

    /** Whether only some of the steps were kept. */
    public boolean isThinned() {
        return rows.isThinned();
    }

    /** The steps that were kept whole, in increasing order. */
    public int[] keptSteps() {
        return rows.keptSteps();
    }

    /** A quantity at the steps that were kept whole. */
    public double[] kept(RunQuantity quantity) {
        return rows.kept(column(quantity));
    }

    /** A coordinate of a place at the steps that were kept whole, of a loss of two variables. */
    double[] kept(Place place, int coordinate) {
        return rows.kept(RunQuantity.values().length + place.offset + coordinate);
    }

    /** A quantity over the steps. Where steps were left out, the least and the greatest values among them are there. */
    Points course(RunQuantity quantity) {
        return rows.course(column(quantity));
    }

    /** A quantity over the even steps: what changes sign at every step is two smooth curves. Where steps were left out, it is of the steps kept whole. */
    Points even(RunQuantity quantity) {
        return branch(quantity, 0);
    }

    /** A quantity over the odd steps, as {@link #even}. */
    Points odd(RunQuantity quantity) {
        return branch(quantity, 1);
    }

    private Points branch(RunQuantity quantity, int parity) {
        int[] steps = keptSteps();
        double[] values = kept(quantity);
        int[] chosen = IntStream.range(0, steps.length)
                .filter(i -> steps[i] % 2 == parity)
                .toArray();
        return Points.of(chosen.length, i -> steps[chosen[i]], i -> values[chosen[i]]);
    }

    static int column(RunQuantity quantity) {
        return Arrays.asList(RunQuantity.values()).indexOf(quantity);
    }

    /**
     * Few steps that show where some quantities go: all steps of a short run, otherwise of each stretch the first step and those at which one of
     * the quantities is least or greatest.
     *
     * @param most how many steps at most
     * @param watched the quantities
     */
    public RunOutline outline(int most, List<RunQuantity> watched) {
        return new RunOutline(rows.outline(
                most, watched.stream().mapToInt(RecordedRun::column).toArray()));
    }

    /** The sum of {@code epsilon_s} over the steps up to the last, taken from the steps kept. */
    double reducedTime() {
        double mean = Arrays.stream(kept(RunQuantity.TAU))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
        return mean * Math.max(0, steps() - 1);
    }
}
