package org.selfstab.noise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.TailIndex;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.vocabulary.Interruption;

/** Finds the tail index of the largest excursion about a minimum. */
final class TailIndexFinder {

    private static final double LEAST = 1e-6;
    private static final double LEAST_ESTIMATED = 0.02;
    private static final double LARGEST = 64;
    private static final double ACCURACY = 1e-13;
    private static final int ORDER = 5;
    private static final int MOST_EVALUATIONS = 200;

    private static final int STREAMS = 16;
    private static final int TRANSIENT = 100;
    private static final int STEPS = 300;
    private static final int MOST_PARTICLES = 500;
    private static final int FEWEST_PARTICLES = 50;
    private static final double MOST_OPERATIONS = 1e9;

    /** Of the particles of the last estimate, for those that lead to it. */
    private static final double FEW = 0.2;

    private static final int FALSE_POSITIONS = 4;

    /** A relative change of kappa over which the slope is taken. */
    private static final double DIFFERENCE = 0.05;

    private TailIndexFinder() {}

    /**
     * Finds it; empty where no batch lets iterates grow, kappa is above {@value #LARGEST}, or batches are so large that it takes too long.
     *
     * @param method the optimizer with the problem's step size, below the almost-sure edge
     */
    static Optional<TailIndex> of(Linearization at, MethodMatrices method, long seed) {
        if (at.drawing().isWhole() || Moments.mostParticles(at, method) < FEWEST_PARTICLES) {
            return Optional.empty();
        }
        Optional<double[][]> factors = method.copies() == 1 ? AlmostSureEdgeFinder.factors(at) : Optional.empty();
        return factors.isPresent() ? exact(factors.get(), method) : estimated(at, method, seed);
    }

    private static Optional<TailIndex> exact(double[][] factors, MethodMatrices method) {
        DoubleUnaryOperator excess = kappa -> {
            double sum = -1;
            for (int k = 0; k < factors[0].length; k++) {
                double factor = method.a()[0][0] + method.b()[0] * method.c()[0] * factors[0][k];
                sum += factors[1][k] * Math.pow(Math.abs(factor), kappa);
            }
            return sum;
        };
        return excess.applyAsDouble(LEAST) < 0 && excess.applyAsDouble(LARGEST) > 0
                ? Optional.of(new TailIndex(
                        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, ORDER)
                                .solve(MOST_EVALUATIONS, excess::applyAsDouble, LEAST, LARGEST),
                        Optional.empty(),
                        "exact sum over batches"))
                : Optional.empty();
    }

    /** The zero of {@code Lambda(kappa)/kappa}, which rises as Lambda is convex, by false position on short runs, and a step of Newton's method on a long one. */
    private static Optional<TailIndex> estimated(Linearization at, MethodMatrices method, long seed) {
        Moments moments = new Moments(at, method, seed);
        double second = Math.log(new SecondMoment(method, at.mean(), at.covariance()).radius()) / 2;
        double low = second < 0 ? 2 : LEAST_ESTIMATED;
        double below = second < 0 ? second : moments.rate(low, FEW).value() / low;
        double high = second < 0 ? 4 : 2;
        double above = second < 0 ? moments.rate(high, FEW).value() / high : second;
        while (above < 0 && high < LARGEST) {
            low = high;
            below = above;
            high *= 2;
            above = moments.rate(high, FEW).value() / high;
        }
        if (!(below < 0 && above >= 0)) {
            return Optional.empty();
        }
        for (int i = 0; i < FALSE_POSITIONS; i++) {
            double between = low - below * (high - low) / (above - below);
            double there = moments.rate(between, FEW).value() / between;
            if (there < 0) {
                low = between;
                below = there;
                above /= 2;
            } else {
                high = between;
                above = there;
                below /= 2;
            }
        }
        double rough = low - below * (high - low) / (above - below);
        double step = DIFFERENCE * rough;
        Estimate here = moments.rate(rough, 1);
        double slope = (moments.rate(rough + step, 1).value()
                        - moments.rate(rough - step, 1).value())
                / (2 * step);
        return slope > 0
                ? Optional.of(new TailIndex(
                        rough - here.value() / slope,
                        Optional.of(here.standardError() / slope),
                        "zero of the moment Lyapunov exponent, Monte Carlo with resampled particles"))
                : Optional.empty();
    }

    /** Moment Lyapunov exponents by particles that are resampled by the kappa-th power of their growth (P. Del Moral, Feynman-Kac Formulae, 2004): the product of the mean growths is unbiased. */
    private record Moments(Linearization at, MethodMatrices method, long seed) {

        static double mostParticles(Linearization at, MethodMatrices method) {
            double all = MOST_OPERATIONS / (RandomProduct.work(at, method) * STREAMS * (TRANSIENT + STEPS));
            return Math.min(MOST_PARTICLES, all);
        }

        /**
         * Lambda(kappa). The mean over streams of a logarithm is low by half the variance.
         *
         * @param share of the particles
         */
        Estimate rate(double kappa, double share) {
            int particles = (int) Math.max(FEWEST_PARTICLES, share * mostParticles(at, method));
            double[] logarithms = IntStream.range(0, STREAMS)
                    .parallel()
                    .mapToDouble(stream ->
                            new Particles(at, method, Xoshiro256.ofStream(seed, stream), particles).logarithm(kappa))
                    .toArray();
            double mean = Arrays.stream(logarithms).average().orElseThrow();
            double variance = Arrays.stream(logarithms)
                            .map(each -> (each - mean) * (each - mean))
                            .sum()
                    / (STREAMS - 1);
            return new Estimate((mean + variance / 2) / STEPS, Math.sqrt(variance / STREAMS) / STEPS);
        }
    }

    /** States of norm 1. */
    private static final class Particles {

        private final RandomProduct product;
        private final Xoshiro256 random;
        private final double[][] states;
        private final double[][] moved;
        private final double[] weights;

        Particles(Linearization at, MethodMatrices method, Xoshiro256 random, int count) {
            this.product = new RandomProduct(at, method, random);
            this.random = random;
            this.states = new double[count][product.size()];
            this.moved = new double[count][product.size()];
            this.weights = new double[count];
            for (double[] state : states) {
                Arrays.setAll(state, i -> random.nextGaussian());
                normalize(state);
            }
        }

        /** Of the product of the mean growths. */
        double logarithm(double kappa) {
            double logarithm = 0;
            for (int step = 0; step < TRANSIENT + STEPS; step++) {
                Interruption.check();
                double sum = 0;
                for (int i = 0; i < states.length; i++) {
                    product.apply(states[i], moved[i]);
                    weights[i] = Math.pow(normalize(moved[i]), kappa);
                    sum += weights[i];
                }
                if (step >= TRANSIENT) {
                    logarithm += Math.log(sum / states.length);
                }
                resample(sum);
            }
            return logarithm;
        }

        /** The norm before. */
        private static double normalize(double[] state) {
            double squares = 0;
            for (double entry : state) {
                squares += entry * entry;
            }
            double norm = Math.sqrt(squares);
            for (int i = 0; i < state.length && norm > 0; i++) {
                state[i] /= norm;
            }
            return norm;
        }

        /** Systematically: each particle has as many copies as its share of the weights, rounded up or down. */
        private void resample(double sum) {
            double place = random.nextDouble();
            double reached = 0;
            int copies = 0;
            for (int i = 0; i < states.length; i++) {
                reached += weights[i] / sum * states.length;
                while (place < reached && copies < states.length) {
                    System.arraycopy(moved[i], 0, states[copies++], 0, product.size());
                    place++;
                }
            }
            while (copies < states.length) {
                System.arraycopy(moved[states.length - 1], 0, states[copies++], 0, product.size());
            }
        }
    }
}
