package org.selfstab.numeric;

import java.util.Random;

/**
 * The Frobenius norm of a matrix that is known by its products with vectors, estimated: the squared length of its product with a vector of random signs has
 * the norm's square for its mean (M. F. Hutchinson, <i>A stochastic estimator of the trace of the influence matrix</i>, Commun. Statist. Simula. 19,
 * 1990). The signs are the same on each call.
 */
public final class FrobeniusEstimate {

    private static final int SAMPLES = 8;
    private static final long SEED = 20261129;

    private FrobeniusEstimate() {}

    /**
     * The estimate, good to some tens of per cent.
     *
     * @param n the dimension
     * @param operator n by n
     */
    public static double of(int n, SymmetricOperator operator) {
        Random random = new Random(SEED);
        double[] product = new double[n];
        double squares = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            operator.apply(signs(n, random), product);
            for (double entry : product) {
                squares += entry * entry;
            }
        }
        return Math.sqrt(squares / SAMPLES);
    }

    /** A vector of random signs. */
    public static double[] signs(int n, Random random) {
        double[] signs = new double[n];
        for (int i = 0; i < n; i++) {
            signs[i] = random.nextBoolean() ? 1.0 : -1.0;
        }
        return signs;
    }
}
