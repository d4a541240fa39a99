package org.selfstab.claims.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;
import org.selfstab.claims.drift.SmallOscillations.Root;

/**
 * The decisive root of (D16) as the exact iterates show it: log X is fitted, by least squares, by a mode of free rate and frequency, its square, a constant and a line, and the other modes at
 * their predicted rates. Only the start of the search is the predicted root.
 */
final class OscillationFit {

    /** Of log X over a cycle: the oscillation is small from there on. */
    private static final double SMALL = 0.25;
    /** By how much the mean of log X over a cycle may still differ from its last. */
    private static final double RELAXED = 0.03;
    /** In units of eps^2: what an oscillation is that is as good as none. */
    private static final double SETTLED = 30.0;
    /** Of log X: ten times what comes from alpha and beta being interpolated along the trajectory. */
    private static final double RESOLVED = 0.004;

    /** A cycle is no longer than so many e-foldings. */
    private static final double FOLDS = 2.0;

    private static final int SAMPLES_PER_CYCLE = 24;
    private static final int FEWEST_PER_CYCLE = 8;
    private static final int MOST_CYCLES = 30;
    /** Of the search. */
    private static final int ITERATIONS = 40;

    private static final double CONVERGED = 1e-10;
    /** A fit that leaves more than that part of log X unexplained tells nothing. */
    private static final double LARGEST_RESIDUAL = 0.3;

    private final List<Root> others;
    private final Root predicted;
    private final double epsilon;
    private double[] times = {};
    private RealVector weights = new ArrayRealVector();
    private RealVector weighted = new ArrayRealVector();

    OscillationFit(List<Root> roots, Root predicted, double epsilon) {
        this.others = roots.stream().filter(root -> !root.equals(predicted)).toList();
        this.predicted = predicted;
        this.epsilon = epsilon;
    }

    /** The root; empty where there is no small oscillation for a cycle at least, or it is none of such modes. */
    Optional<Root> measured(List<DriftResult.State> states) {
        double size = Math.hypot(predicted.real(), predicted.imaginary());
        double spacing = states.size() < 2
                ? Double.NaN
                : states.get(1).t() - states.get(0).t();
        double cycle = Math.min(2 * Math.PI / predicted.imaginary(), FOLDS / Math.abs(predicted.real()));
        if (!(cycle >= FEWEST_PER_CYCLE * spacing)) {
            return Optional.empty();
        }
        int stride = Math.max(1, (int) (cycle / (SAMPLES_PER_CYCLE * spacing)));
        int perCycle = (int) Math.round(cycle / (stride * spacing));
        List<DriftResult.State> thinned = IntStream.range(0, states.size() / stride)
                .mapToObj(i -> states.get(i * stride))
                .toList();
        List<DriftResult.State> window = window(thinned, perCycle);
        if (window.size() < perCycle) {
            return Optional.empty();
        }
        take(window);
        return searched(size);
    }

    /** Where the oscillation is small, and not as good as none. */
    private List<DriftResult.State> window(List<DriftResult.State> states, int perCycle) {
        int count = states.size() - perCycle;
        if (count <= 0) {
            return List.of();
        }
        boolean isGrowing = predicted.real() > 0;
        double last = mean(states.subList(count, states.size()));
        int begin = 0;
        while (begin < count && !isSmall(states.subList(begin, begin + perCycle), isGrowing ? Double.NaN : last)) {
            begin++;
        }
        int end = begin;
        int most = Math.min(count, begin + MOST_CYCLES * perCycle);
        while (end < most) {
            double range = range(states.subList(end, end + perCycle));
            if (!(range < 2 * SMALL) || range < Math.max(RESOLVED, SETTLED * epsilon * epsilon)) {
                break;
            }
            end++;
        }
        return states.subList(begin, end);
    }

    private static boolean isSmall(List<DriftResult.State> cycle, double last) {
        return range(cycle) < SMALL && !(Math.abs(mean(cycle) - last) > RELAXED);
    }

    private static double range(List<DriftResult.State> cycle) {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (DriftResult.State state : cycle) {
            most = Math.max(most, state.logX());
            least = Math.min(least, state.logX());
        }
        return most - least;
    }

    private static double mean(List<DriftResult.State> cycle) {
        return cycle.stream().mapToDouble(DriftResult.State::logX).average().orElse(Double.NaN);
    }

    /** The window's samples; of a decaying oscillation all cycles have the same weight. */
    private void take(List<DriftResult.State> window) {
        double start = window.get(0).t();
        times = window.stream().mapToDouble(state -> state.t() - start).toArray();
        weights = new ArrayRealVector(
                Arrays.stream(times).map(t -> Math.exp(-predicted.real() * t)).toArray());
        weighted = new ArrayRealVector(
                        window.stream().mapToDouble(DriftResult.State::logX).toArray())
                .ebeMultiply(weights);
    }

    /** Gauss and Newton's method in the rate, and the frequency if there is one, of what the linear fit leaves. */
    private Optional<Root> searched(double size) {
        double[] at = predicted.isComplex()
                ? new double[] {predicted.real(), predicted.imaginary()}
                : new double[] {predicted.real()};
        double change = 1e-5 * size;
        try {
            RealVector rest = residual(at);
            for (int i = 0; i < ITERATIONS; i++) {
                Array2DRowRealMatrix slopes = new Array2DRowRealMatrix(times.length, at.length);
                for (int k = 0; k < at.length; k++) {
                    double[] moved = at.clone();
                    moved[k] += change;
                    slopes.setColumnVector(k, residual(moved).subtract(rest).mapDivideToSelf(change));
                }
                RealVector step = new QRDecomposition(slopes).getSolver().solve(rest);
                double length = step.getNorm();
                double part = Math.min(1, size / (4 * length));
                for (int k = 0; k < at.length; k++) {
                    at[k] -= part * step.getEntry(k);
                }
                rest = residual(at);
                if (length <= CONVERGED * size) {
                    return explains(rest) ? Optional.of(root(at)) : Optional.empty();
                }
            }
        } catch (MathRuntimeException singular) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Root root(double[] at) {
        return new Root(at[0], predicted.isComplex() ? at[1] : 0);
    }

    private boolean explains(RealVector rest) {
        double mean = weighted.dotProduct(weights) / weights.dotProduct(weights);
        return rest.getNorm()
                <= LARGEST_RESIDUAL
                        * weighted.subtract(weights.mapMultiply(mean)).getNorm();
    }

    /** Of log X, with weights, what the modes do not explain. */
    private RealVector residual(double[] at) {
        List<RealVector> columns = new ArrayList<>(List.of(weights, sampled(t -> t / times[times.length - 1])));
        for (Root other : others) {
            columns.addAll(mode(other));
        }
        Root root = root(at);
        columns.addAll(mode(root));
        columns.add(sampled(t -> Math.exp(2 * root.real() * t)));
        if (predicted.isComplex()) {
            columns.addAll(mode(new Root(2 * root.real(), 2 * root.imaginary())));
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(times.length, columns.size());
        for (int k = 0; k < columns.size(); k++) {
            RealVector column = columns.get(k);
            matrix.setColumnVector(k, column.mapDivide(column.getNorm()));
        }
        RealVector coefficients = new QRDecomposition(matrix, 1e-13).getSolver().solve(weighted);
        return matrix.operate(coefficients).subtract(weighted);
    }

    private List<RealVector> mode(Root root) {
        if (root.isComplex()) {
            return List.of(
                    sampled(t -> Math.exp(root.real() * t) * Math.cos(root.imaginary() * t)),
                    sampled(t -> Math.exp(root.real() * t) * Math.sin(root.imaginary() * t)));
        }
        // Slow motion is in the constant and the line.
        return Math.abs(root.real()) > 1e-3 * epsilon ? List.of(sampled(t -> Math.exp(root.real() * t))) : List.of();
    }

    private RealVector sampled(DoubleUnaryOperator value) {
        return new ArrayRealVector(Arrays.stream(times).map(value).toArray()).ebeMultiply(weights);
    }
}
