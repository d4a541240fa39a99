package org.selfstab.dynamics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.geometry.unstable.UnstableProjection;
import org.selfstab.geometry.unstable.UnstableSpace;
import org.selfstab.geometry.unstable.UnstableSpaces;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.numeric.SymmetricMatrices;

/**
 * The exact iterate, the constrained trajectory and the prediction at one step, for k unstable eigenvalues (theory.md section 11).
 */
public final class UnstableStep {

    private final int t;
    private final double[] theta;
    private final UnstableSpaces.Sharpnesses iterate;
    private final UnstableProjection.Nearest dagger;
    private final SemidefiniteComplementarity.Solution covariance;
    private final double[] predicted;

    public UnstableStep(
            int t,
            double[] theta,
            UnstableSpaces.Sharpnesses iterate,
            UnstableProjection.Nearest dagger,
            SemidefiniteComplementarity.Solution covariance,
            double[] predicted) {
        this.t = t;
        this.theta = theta;
        this.iterate = iterate;
        this.dagger = dagger;
        this.covariance = covariance;
        this.predicted = predicted;
    }

    /** The step, from 0. */
    public int t() {
        return t;
    }

    /** The exact iterate, of length n. */
    public double[] theta() {
        return theta;
    }

    /** Its loss and k sharpnesses. */
    public UnstableSpaces.Sharpnesses iterate() {
        return iterate;
    }

    /** The constrained trajectory's point. */
    public UnstableProjection.Nearest dagger() {
        return dagger;
    }

    /** Sigma of (38) there. */
    public SemidefiniteComplementarity.Solution covariance() {
        return covariance;
    }

    /** {@code v*_t}, of length n. */
    public double[] predicted() {
        return predicted;
    }

    /** The geometry at {@code dagger_t}. */
    public UnstableSpace space() {
        return dagger.space();
    }

    /** {@code v_t = theta_t - dagger_t}. */
    public double[] displacement() {
        double[] v = ArrayVectors.copy(theta);
        ArrayVectors.add(-1.0, space().point(), v);
        return v;
    }

    /** {@code X_t = U_t^T v_t}, of length k. */
    public double[] x() {
        return space().along(displacement());
    }

    /** {@code X*_t = U_t^T v*_t}, of length k. */
    public double[] predictedX() {
        return space().along(predicted);
    }

    /** Whether there is a prediction. */
    public boolean isPredicted() {
        return Double.isFinite(ArrayVectors.norm(predicted));
    }

    /** {@code |v_t - v*_t|}. */
    public double deviation() {
        double[] difference = displacement();
        ArrayVectors.add(-1.0, predicted, difference);
        return ArrayVectors.norm(difference);
    }

    /** {@code |L(theta_t) - L(dagger_t) - (X*, A X*)/2|}, theory.md (41). */
    public double lossError() {
        double[] x = predictedX();
        DMatrixRMaj a = space().a();
        double form = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                form += x[i] * a.get(i, j) * x[j];
            }
        }
        return Math.abs(iterate.loss() - space().loss() - form / 2.0);
    }

    /** The largest difference of an eigenvalue at the iterate from that of {@code A + D3L(U, U, v*)}. */
    public double sharpnessError() {
        DMatrixRMaj matrix = space().changeOfA(predicted);
        CommonOps_DDRM.addEquals(matrix, space().a());
        double[] values = SymmetricMatrices.spectrum(matrix).values();
        double largest = 0;
        for (int j = 0; j < values.length; j++) {
            largest = Math.max(largest, Math.abs(iterate.values()[j] - values[j]));
        }
        return largest;
    }
}
