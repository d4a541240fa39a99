package org.selfstab.claims.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.SmallOscillations.Root;

/**
 * The decisive root of (D16) as the exact iterates show it: log X is fitted, by least squares, by a mode of free rate and frequency, its square, a constant and a line, and the other modes at
 * their predicted rates; of its predicted frequency, and by its cube and its products with the other modes,
 * too, where it dies before it turns. Only the start of the search is the predicted root.
 */
final class OscillationFit {

    /** Of log X over a cycle: the oscillation is small from there on. */
    private static final double SMALL = 0.25;
    /** The same of a mode that does not oscillate, from whose square and cube nothing but its size tells it. */
    private static final double SMALL_REAL = 0.1;
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

    private static final double CONVERGED = 1e-7;
    /** Of a real root, in units of epsilon. */
    private static final double SLOW = 1e-3;
    /** By how many e-foldings a mode decays faster than the decisive one between two samples, to be over within them. */
    private static final double FAST = 3.0;
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
            if (!(range < 2 * small()) || range < Math.max(RESOLVED, SETTLED * epsilon * epsilon)) {
                break;
            }
            end++;
        }
        return states.subList(begin, end);
    }

    private boolean isSmall(List<DriftResult.State> cycle, double last) {
        return range(cycle) < small() && !(Math.abs(mean(cycle) - last) > RELAXED);
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

    /** Gauss and Newton's method in the rate, and the frequency if it is free, of what the linear fit leaves. */
    private Optional<Root> searched(double size) {
        double[] at =
                turns() ? new double[] {predicted.real(), predicted.imaginary()} : new double[] {predicted.real()};
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
        return new Root(at[0], turns() ? at[1] : predicted.imaginary());
    }

    private double small() {
        return predicted.isComplex() ? SMALL : SMALL_REAL;
    }

    private boolean turns() {
        return predicted.imaginary() > Math.abs(predicted.real());
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
        for (ModeDifference mode : modes(root(at))) {
            columns.add(sampled(t -> mode.at(t).getReal()));
            if (mode.isComplex()) {
                columns.add(sampled(t -> mode.at(t).getImaginary()));
            }
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(times.length, columns.size());
        for (int k = 0; k < columns.size(); k++) {
            RealVector column = columns.get(k);
            matrix.setColumnVector(k, column.mapDivide(column.getNorm()));
        }
        RealVector coefficients = new QRDecomposition(matrix, 1e-13).getSolver().solve(weighted);
        return matrix.operate(coefficients).subtract(weighted);
    }

    /** The root's, the others', and what their products add, each of these as its difference from the one before that is closest: two may be alike. */
    private List<ModeDifference> modes(Root root) {
        List<Complex> exponents = new ArrayList<>(List.of(exponent(root)));
        // Slow motion is in the constant and the line, and what decays within a sample is over.
        others.stream()
                .filter(other -> other.isComplex() || Math.abs(other.real()) > SLOW * epsilon)
                .filter(other -> (root.real() - other.real()) * times[1] < FAST)
                .map(OscillationFit::exponent)
                .forEach(exponents::add);
        List<ModeDifference> modes =
                new ArrayList<>(exponents.stream().map(ModeDifference::alone).toList());
        for (Complex product : products(exponents)) {
            modes.add(new ModeDifference(product, closest(product, exponents)));
            exponents.add(product);
        }
        return modes;
    }

    /** The exponents of products of the first mode with itself and with the others. */
    private List<Complex> products(List<Complex> exponents) {
        Complex s = exponents.get(0);
        double twice = 2 * s.getReal();
        List<Complex> products = new ArrayList<>(List.of(new Complex(twice)));
        if (s.getImaginary() > 0) {
            products.add(s.multiply(2));
        }
        if (!turns()) {
            products.add(s.add(twice));
            if (s.getImaginary() > 0) {
                products.add(s.multiply(3));
            }
            exponents.stream().skip(1).map(s::add).forEach(products::add);
        }
        return products;
    }

    private static Complex exponent(Root root) {
        return new Complex(root.real(), root.imaginary());
    }

    /** Of the same kind, real or complex; empty if there is none. */
    private static Optional<Complex> closest(Complex exponent, List<Complex> exponents) {
        return exponents.stream()
                .filter(other -> other.getImaginary() > 0 == exponent.getImaginary() > 0)
                .min(Comparator.comparingDouble(
                        other -> other.subtract(exponent).norm()));
    }

    /** {@code exp(s t)}, or the divided difference {@code (exp(s t) - exp(r t))/(s - r)}, which is {@code t exp(s t)} where both are the same. */
    private record ModeDifference(Complex s, Optional<Complex> r) {

        static ModeDifference alone(Complex s) {
            return new ModeDifference(s, Optional.empty());
        }

        boolean isComplex() {
            return s.getImaginary() > 0;
        }

        Complex at(double t) {
            if (r.isEmpty()) {
                return s.multiply(t).exp();
            }
            Complex z = s.subtract(r.get()).multiply(t);
            // Beside it 1 + z/2 + z^2/6 is as good.
            Complex quotient = z.norm() < 1e-4
                    ? z.divide(6).add(0.5).multiply(z).add(1)
                    : z.exp().subtract(1).divide(z);
            return r.get().multiply(t).exp().multiply(quotient).multiply(t);
        }
    }

    private RealVector sampled(DoubleUnaryOperator value) {
        return new ArrayRealVector(Arrays.stream(times).map(value).toArray()).ebeMultiply(weights);
    }
}
