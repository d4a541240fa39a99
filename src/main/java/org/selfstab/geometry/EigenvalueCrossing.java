package org.selfstab.geometry;

import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.innerProd;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.loss.ArrayDerivatives;

/**
 * Looks for a point where the two largest eigenvalues are one, at most 2/eta. Near it u turns through every direction of their plane, so
 * that some branch of {@code grad L . u = 0} ends there: it belongs to the closure of the stable set, but no Newton's method
 * on smooth constraints comes to it.
 *
 * <p>Gauss-Newton on {@code e_1'H e_1 = e_2'H e_2}, {@code e_1'H e_2 = 0} with e_1, e_2 the top eigenvectors of the iterate, and on
 * {@code e_1'H e_1 + e_2'H e_2 = 4/eta} where the mean exceeds 2/eta, by steps of least length.
 */
final class EigenvalueCrossing {

    private static final int MAX_STEPS = 40;
    private static final int EQUATIONS = 3;
    private static final double FAR = 4.0;
    /** Relative to 2/eta or the Hessian's magnitude; half of the digits, as the eigengap at a crossing is the root of a sum of squares. */
    private static final double ROUNDING = 4.0 * Math.sqrt(Math.ulp(1.0));

    private final int n;
    private final double edge;
    private final ArrayDerivatives derivatives;
    private final TopTwo eigensystem;
    private final DMatrixRMaj[] rows;
    private final double[] residuals = new double[EQUATIONS];
    private final DMatrixRMaj step;

    /**
     * A search.
     *
     * @param eigensystem of the Hessian where the derivatives are
     */
    EigenvalueCrossing(ArrayDerivatives derivatives, TopTwo eigensystem, double edge) {
        this.n = derivatives.dimension();
        this.edge = edge;
        this.derivatives = derivatives;
        this.eigensystem = eigensystem;
        this.rows = new DMatrixRMaj[EQUATIONS];
        for (int k = 0; k < EQUATIONS; k++) {
            rows[k] = new DMatrixRMaj(n, 1);
        }
        this.step = new DMatrixRMaj(n, 1);
    }

    /**
     * Searches.
     *
     * @param theta the point to be projected, n by 1
     * @param reach a search that gets farther from theta than a few times this is given up
     * @param q where the search starts and ends, n by 1
     * @return whether it ends at such a point
     */
    boolean isFoundFrom(DMatrixRMaj theta, double reach, DMatrixRMaj q) {
        if (n < 2) {
            return false;
        }
        double scale = NormOps_DDRM.fastNormF(theta);
        try {
            for (int i = 0; i < MAX_STEPS; i++) {
                eigensystem.moveTo(q.data);
                boolean met = isMet();
                double moved = step(q);
                if (met && moved <= ROUNDING * scale) {
                    return true;
                }
                CommonOps_DDRM.subtract(q, theta, step);
                if (!(NormOps_DDRM.fastNormF(step) <= FAR * reach)) {
                    return false;
                }
            }
            return false;
        } catch (UndefinedGeometryException notFinite) {
            return false;
        }
    }

    double first() {
        return eigensystem.value(0);
    }

    double second() {
        return eigensystem.value(1);
    }

    private boolean isMet() {
        double magnitude = Math.max(edge, eigensystem.spectralNorm());
        return first() - second() <= ROUNDING * magnitude && first() - edge <= ROUNDING * magnitude;
    }

    /** Goes to the nearest point of the linearised equations; returns how far that is. */
    private double step(DMatrixRMaj q) {
        DMatrixRMaj e1 = eigensystem.vector(0);
        DMatrixRMaj e2 = eigensystem.vector(1);
        derivatives.third(e1.data, e1.data, rows[0].data);
        derivatives.third(e1.data, e2.data, rows[1].data);
        derivatives.third(e2.data, e2.data, rows[2].data);
        double mean = 0.5 * (first() + second()) - edge;
        combine();
        residuals[0] = first() - second();
        residuals[1] = 0.0;
        residuals[2] = 2.0 * mean;
        solve(mean > 0 ? EQUATIONS : EQUATIONS - 1);
        CommonOps_DDRM.addEquals(q, step);
        return NormOps_DDRM.fastNormF(step);
    }

    /** Rows 0 and 2 become the gradients of the difference and of the sum of the two eigenvalues. */
    private void combine() {
        for (int i = 0; i < n; i++) {
            double a = rows[0].data[i];
            double b = rows[2].data[i];
            rows[0].data[i] = a - b;
            rows[2].data[i] = a + b;
        }
    }

    /** The least step that solves the linearised equations; rows that depend on others are left out. */
    private void solve(int equations) {
        double largest = 0.0;
        for (int k = 0; k < equations; k++) {
            largest = Math.max(largest, NormOps_DDRM.fastNormF(rows[k]));
        }
        CommonOps_DDRM.fill(step, 0.0);
        for (int k = 0; k < equations; k++) {
            for (int l = 0; l < k; l++) {
                double along = innerProd(rows[l], rows[k]);
                residuals[k] -= along * residuals[l];
                CommonOps_DDRM.addEquals(rows[k], -along, rows[l]);
            }
            double norm = NormOps_DDRM.fastNormF(rows[k]);
            if (norm <= ROUNDING * largest) {
                CommonOps_DDRM.fill(rows[k], 0.0);
                residuals[k] = 0.0;
            } else {
                CommonOps_DDRM.scale(1.0 / norm, rows[k]);
                residuals[k] /= norm;
                CommonOps_DDRM.addEquals(step, -residuals[k], rows[k]);
            }
        }
    }
}
