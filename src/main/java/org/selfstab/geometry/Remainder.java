package org.selfstab.geometry;

import static org.selfstab.numeric.ArrayVectors.add;

import java.util.Arrays;

/**
 * What the first step of a search leaves of the way to where the search ends. Along a trajectory whose searches each begin at the nearest point of the one
 * before it changes slowly: a parabola through the last three foretells the next, which saves the steps that would find it anew.
 */
final class Remainder {

    /** Of the last, the one before and the one before that, by how many are known. */
    private static final double[][] WEIGHTS = {{}, {1.0}, {2.0, -1.0}, {3.0, -3.0, 1.0}};

    private final int n;
    /** The latest first. */
    private final double[][] past;

    private final double[] foretold;
    private int known;

    /** Of searches in n variables. */
    Remainder(int n) {
        this.n = n;
        this.past = new double[WEIGHTS.length - 1][n];
        this.foretold = new double[n];
    }

    /** The next search is not one of the trajectory. */
    void forget() {
        known = 0;
    }

    boolean isForetold() {
        return known > 0;
    }

    /** The next remainder as far as it can be told, of length n, to be read only. */
    double[] foretold() {
        Arrays.fill(foretold, 0.0);
        for (int i = 0; i < known; i++) {
            add(WEIGHTS[known][i], past[i], foretold);
        }
        return foretold;
    }

    /**
     * Takes the remainder of a search that ended.
     *
     * @param afterFirstStep where its first step alone would have led, of length n
     * @param end where it ended, of length n
     */
    void learn(double[] afterFirstStep, double[] end) {
        double[] latest = past[past.length - 1];
        System.arraycopy(past, 0, past, 1, past.length - 1);
        past[0] = latest;
        for (int i = 0; i < n; i++) {
            latest[i] = end[i] - afterFirstStep[i];
        }
        known = Math.min(known + 1, past.length);
    }
}
