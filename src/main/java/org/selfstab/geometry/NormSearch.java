package org.selfstab.geometry;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.numeric.ArrayEigensolver;

/**
 * Looks for directions along which a symmetric form of degree three or four is large: an alternating power method. Some arguments are
 * held and the form is maximised over the others, a symmetric matrix's largest eigenvalue in magnitude, by a few power iterations from each
 * start and by a whole eigendecomposition from the best of them (De Lathauwer, De Moor and Vandewalle, <i>On the best rank-1
 * approximation of higher-order tensors</i>, SIAM J. Matrix Anal. Appl. 21, 2000). Each value is one of the form at unit arguments,
 * so by Banach's theorem a lower bound of its norm, converged or not.
 */
final class NormSearch {

    private static final int MAX_ITERATIONS = 100;
    private static final int POWER_ITERATIONS = 3;
    private static final double CONVERGED = 1e-14;
    /** Every start is followed until it gains less than this; only the best is then followed to convergence. */
    private static final double COARSE = 1e-3;

    private final DerivativeTensor tensor;
    private final DMatrixRMaj matrix;

    NormSearch(DerivativeTensor tensor) {
        this.tensor = tensor;
        this.matrix = new DMatrixRMaj(tensor.dimension(), tensor.dimension());
    }

    /** A value of the form at unit arguments and one of these. */
    record Found(double value, DMatrixRMaj direction) {}

    private interface Improvement {
        Found from(DMatrixRMaj direction);
    }

    /** The largest value found from some unit vectors, not followed to convergence. */
    Found good(List<DMatrixRMaj> starts) {
        Found best = new Found(0, starts.get(0));
        for (DMatrixRMaj start : starts) {
            Found found = climbed(this::roughly, new Found(0, start), COARSE);
            best = found.value() > best.value() ? found : best;
        }
        return best;
    }

    /** The largest value found from some unit vectors, the best followed to convergence. */
    Found best(List<DMatrixRMaj> starts) {
        return climbed(this::exactly, good(starts), CONVERGED);
    }

    private static Found climbed(Improvement improvement, Found from, double smallestGain) {
        Found found = from;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            Found next = improvement.from(found.direction());
            if (!(next.value() > found.value() * (1.0 + smallestGain))) {
                return next.value() > found.value() ? next : found;
            }
            found = next;
        }
        return found;
    }

    private Found exactly(DMatrixRMaj direction) {
        contract(direction);
        return largestEigenvalue();
    }

    private Found roughly(DMatrixRMaj direction) {
        contract(direction);
        DMatrixRMaj x = direction;
        double value = 0;
        for (int i = 0; i < POWER_ITERATIONS; i++) {
            DMatrixRMaj y = image(x);
            value = NormOps_DDRM.normF(y);
            if (value == 0) {
                // The form vanishes with this argument, not necessarily with all others.
                return largestEigenvalue();
            }
            CommonOps_DDRM.divide(y, value);
            x = y;
        }
        return new Found(value, x);
    }

    /** {@code D4L(c, c, ., .)}, or {@code D3L(a, ., .)} for the unit vector a along {@code D3L(c, c, .)}. */
    private void contract(DMatrixRMaj c) {
        tensor.contract(c.data, matrix);
        if (tensor.order() == 3) {
            DMatrixRMaj a = image(c);
            double length = NormOps_DDRM.normF(a);
            if (length > 0) {
                CommonOps_DDRM.divide(a, length);
                tensor.contract(a.data, matrix);
            }
        }
    }

    private DMatrixRMaj image(DMatrixRMaj x) {
        DMatrixRMaj y = new DMatrixRMaj(tensor.dimension(), 1);
        CommonOps_DDRM.mult(matrix, x, y);
        return y;
    }

    private Found largestEigenvalue() {
        int n = tensor.dimension();
        double[] values = new double[n];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(n);
        ArrayEigensolver.solve(matrix, values, vectors);
        double highest = Math.abs(values[0]);
        double lowest = Math.abs(values[n - 1]);
        return highest >= lowest ? new Found(highest, vectors[0]) : new Found(lowest, vectors[n - 1]);
    }
}
