package org.selfstab.noise;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.loss.DerivativeKernel;
import org.selfstab.numeric.ArrayEigensolver;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.vocabulary.Interruption;

/**
 * One run of the exact stochastic iterates from the start, and means of what is measured along it: at every {@value #STRIDE}th step after a transient, in blocks. Nothing in a step allocates.
 */
final class Replica {

    /** Odd, so that both signs of the oscillation are seen. */
    static final int STRIDE = 31;

    /** The sharpness, its square; the oscillation, its square. */
    static final int S = 0;

    static final int S_SQUARED = 1;
    static final int X = 2;
    static final int X_SQUARED = 3;

    /** {@code g'H g} and {@code |g|^2} of a batch. */
    static final int CURVED = 4;

    static final int GRADIENT_SQUARED = 5;

    /** {@code (u . g)^2} and {@code x (u . g)} of a batch, and the variance of what is added along u. */
    static final int ALONG_SQUARED = 6;

    static final int ALONG_TIMES_X = 7;
    static final int ADDED = 8;

    /** The coordinates of the iterates, from here on. */
    static final int POINT = 9;

    private static final int BETWEEN_LOOKS = 1 << 12;

    private final StochasticDescent descent;
    private final NoiseSource source;
    private final DerivativeKernel whole;
    private final DerivativeKernel[] items;
    private final int n;
    private final double[] gradient;
    private final DMatrixRMaj hessian;
    private final double[] ofItem;
    private final double[] values;
    private final DMatrixRMaj[] vectors;

    Replica(MethodMatrices method, NoiseSource source, double[] start, Xoshiro256 random) {
        this.descent = new StochasticDescent(method, source, start, random);
        this.source = source;
        this.whole = source.whole().derivativeKernel();
        this.items = source.drawing().isPresent() ? source.itemDerivatives() : new DerivativeKernel[0];
        this.n = start.length;
        this.gradient = new double[n];
        this.hessian = new DMatrixRMaj(n, n);
        this.ofItem = new double[n * n];
        this.values = new double[n];
        this.vectors = ArrayEigensolver.roomForVectors(n);
    }

    /**
     * Runs.
     *
     * @param transientSteps that are not measured
     * @param steps that are
     * @param blocks into which they are divided
     * @param progress is told steps, now and then
     * @return of each block the mean of each quantity; not finite from the block on in which the iterates are not, or all if they are not before
     */
    double[][] run(int transientSteps, int steps, int blocks, LongConsumer progress) {
        for (int done = 0; done < transientSteps; done += BETWEEN_LOOKS) {
            Interruption.check();
            int count = Math.min(BETWEEN_LOOKS, transientSteps - done);
            descent.steps(count);
            progress.accept(count);
            if (!descent.isFinite()) {
                return allUndefined(blocks);
            }
        }
        int samples = Math.max(1, steps / (blocks * STRIDE));
        double[][] means = new double[blocks][POINT + n];
        for (double[] block : means) {
            Interruption.check();
            for (int k = 0; k < samples; k++) {
                descent.look();
                if (!measure(block)) {
                    Arrays.fill(block, Double.NaN);
                    return means;
                }
                descent.advance();
                descent.steps(STRIDE - 1);
            }
            for (int i = 0; i < block.length; i++) {
                block[i] /= samples;
            }
            progress.accept((long) samples * STRIDE);
        }
        return means;
    }

    private double[][] allUndefined(int blocks) {
        double[][] means = new double[blocks][POINT + n];
        for (double[] block : means) {
            Arrays.fill(block, Double.NaN);
        }
        return means;
    }

    /** Whether all is finite. */
    private boolean measure(double[] sums) {
        double[] point = descent.point();
        whole.moveTo(point);
        whole.gradient(gradient);
        whole.hessian(hessian.data);
        double check = 0;
        for (double entry : hessian.data) {
            check += entry;
        }
        if (!Double.isFinite(check)) {
            return false;
        }
        ArrayEigensolver.solve(hessian, values, vectors);
        double[] u = vectors[0].data;
        double[] drawn = descent.batchGradient();
        double x = dot(u, gradient) / values[0];
        double along = dot(u, drawn);
        sums[S] += values[0];
        sums[S_SQUARED] += values[0] * values[0];
        sums[X] += x;
        sums[X_SQUARED] += x * x;
        sums[CURVED] += curvedBy(drawn);
        sums[GRADIENT_SQUARED] += dot(drawn, drawn);
        sums[ALONG_SQUARED] += along * along;
        sums[ALONG_TIMES_X] += x * along;
        sums[ADDED] += source.addedVariance(u);
        for (int i = 0; i < n; i++) {
            sums[POINT + i] += point[i];
        }
        return true;
    }

    /** {@code g'H g} with the Hessian of the batch at the point. */
    private double curvedBy(double[] drawn) {
        if (items.length == 0) {
            return form(hessian.data, drawn);
        }
        double sum = 0;
        for (int item : descent.batch()) {
            items[item].moveTo(descent.point());
            items[item].hessian(ofItem);
            sum += form(ofItem, drawn);
        }
        return sum / descent.batch().length;
    }

    private static double form(double[] matrix, double[] v) {
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                sum += v[i] * matrix[i * v.length + j] * v[j];
            }
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
