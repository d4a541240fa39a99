package org.selfstab.noise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.selfstab.claims.AlmostSureEdge;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.vocabulary.Interruption;

/** Finds the step size above which an optimizer's linearization about a critical point grows almost surely, theory.md (61). */
final class AlmostSureEdgeFinder {

    static final long MOST_ENUMERATED = 100_000;

    private static final int STREAMS = 32;
    private static final double MOST_OPERATIONS = 1.5e8;
    private static final int MOST_STEPS = 500_000;
    private static final int FEWEST_AT_LAST = 2_000;

    /** Beyond so many, of large batches in many variables, even the last estimate has fewer steps. */
    private static final double MOST_OPERATIONS_AT_LAST = 1e10;

    private static final int FEWEST_STEPS = 100;
    private static final int TRANSIENT = 200;
    private static final double RATIO = 1.02;
    private static final double LARGE = 1e100;

    /** Of the length of the last estimate, for those that lead to it. */
    private static final double SHORT = 0.05;

    /** A relative change of the step size over which the exponent's slope is taken. */
    private static final double DIFFERENCE = 0.02;

    private static final double MOST_RISE = 1e4;

    private AlmostSureEdgeFinder() {}

    /**
     * Finds it.
     *
     * @param methods the optimizer by its step size
     * @param stable a step size below it: the mean-square edge
     */
    static AlmostSureEdge of(Linearization at, Function<Double, MethodMatrices> methods, double stable, long seed) {
        Optional<double[][]> factors = factors(at);
        if (factors.isPresent() && methods.apply(stable).copies() == 1) {
            double[][] all = factors.get();
            return new AlmostSureEdge(
                    new EdgeFinder(eta -> meanLogarithm(methods.apply(eta), all)).from(stable * (1 - 1e-9), RATIO),
                    Optional.empty());
        }
        if (at.drawing().isWhole()) {
            return new AlmostSureEdge(
                    new EdgeFinder(eta -> methods.apply(eta).multiplier(at.sharpness()) - 1)
                            .from(stable * (1 - 1e-9), RATIO),
                    Optional.empty());
        }
        return estimated(at, methods, stable, seed);
    }

    /** In one variable the curvature and the probability of each batch, if they are few. */
    static Optional<double[][]> factors(Linearization at) {
        if (at.dimension() > 1 || at.drawing().batches() > MOST_ENUMERATED) {
            return Optional.empty();
        }
        int count = (int) at.drawing().batches();
        double[][] factors = new double[2][count];
        int[] next = {0};
        at.drawing().forEach((batch, probability) -> {
            factors[0][next[0]] = Arrays.stream(batch)
                            .mapToDouble(item -> at.items().get(item).get(0))
                            .sum()
                    / batch.length;
            factors[1][next[0]++] = probability;
        });
        return Optional.of(factors);
    }

    private static double meanLogarithm(MethodMatrices method, double[][] factors) {
        double sum = 0;
        for (int k = 0; k < factors[0].length; k++) {
            sum += factors[1][k] * Math.log(Math.abs(method.a()[0][0] + method.b()[0] * method.c()[0] * factors[0][k]));
        }
        return sum;
    }

    /** The root of an exponent that is estimated with the same random numbers at each step size, few of them but for the last. */
    private static AlmostSureEdge estimated(
            Linearization at, Function<Double, MethodMatrices> methods, double stable, long seed) {
        double below = stable;
        double before = mean(exponents(at, methods.apply(below), seed, SHORT));
        while (before >= 0) {
            below *= 1 - DIFFERENCE;
            before = mean(exponents(at, methods.apply(below), seed, SHORT));
        }
        double above = below;
        double after = before;
        while (after < 0) {
            below = above;
            before = after;
            above *= 1 + DIFFERENCE;
            if (above > MOST_RISE * stable) {
                throw new NoEdgeException("every step size up to " + above + " is stable almost surely");
            }
            after = mean(exponents(at, methods.apply(above), seed, SHORT));
        }
        double slope = (after - before) / (above - below);
        double rough = below - before / slope;
        double[] there = exponents(at, methods.apply(rough), seed, 1);
        return new AlmostSureEdge(rough - mean(there) / slope, Optional.of(standardError(there) / slope));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length * (values.length - 1.0)));
    }

    /** The exponent by each of some streams. */
    private static double[] exponents(Linearization at, MethodMatrices method, long seed, double share) {
        double work = RandomProduct.work(at, method);
        int steps = (int) Math.max(
                FEWEST_STEPS,
                share
                        * Math.min(
                                MOST_OPERATIONS_AT_LAST / (STREAMS * work),
                                Math.max(FEWEST_AT_LAST, Math.min(MOST_STEPS, MOST_OPERATIONS / (STREAMS * work)))));
        return IntStream.range(0, STREAMS)
                .parallel()
                .mapToDouble(stream -> new Product(at, method, Xoshiro256.ofStream(seed, stream)).exponent(steps))
                .toArray();
    }

    /** A random product applied to a vector. */
    private static final class Product {

        private final RandomProduct product;
        private double[] state;
        private double[] next;

        Product(Linearization at, MethodMatrices method, Xoshiro256 random) {
            this.product = new RandomProduct(at, method, random);
            this.state = new double[product.size()];
            this.next = new double[product.size()];
            Arrays.setAll(state, i -> random.nextGaussian());
        }

        double exponent(int steps) {
            for (int i = 0; i < TRANSIENT; i++) {
                step();
            }
            double logarithm = -Math.log(norm());
            for (int i = 0; i < steps; i++) {
                if ((i & 63) == 0) {
                    Interruption.check();
                }
                step();
                double norm = norm();
                if (!(norm > 1 / LARGE && norm < LARGE)) {
                    logarithm += rescaled(norm);
                }
            }
            return (logarithm + Math.log(norm())) / steps;
        }

        private double rescaled(double norm) {
            for (int i = 0; i < state.length; i++) {
                state[i] /= norm;
            }
            return Math.log(norm);
        }

        private double norm() {
            double largest = 0;
            for (double entry : state) {
                largest = Math.max(largest, Math.abs(entry));
            }
            return largest;
        }

        private void step() {
            product.apply(state, next);
            double[] before = state;
            state = next;
            next = before;
        }
    }
}
