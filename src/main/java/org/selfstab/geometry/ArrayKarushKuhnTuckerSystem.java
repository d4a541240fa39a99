package org.selfstab.geometry;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * {@link KarushKuhnTuckerSystem} in arrays that are used again from iterate to iterate: first {@code grad L . u = 0}, then, with
 * two constraints, {@code S = 2/eta}.
 */
final class ArrayKarushKuhnTuckerSystem {

    private final int n;
    private final int m;
    private final double edge;
    private final double[] scales;
    private final DMatrixRMaj[] constraintGradients;
    private final DMatrixRMaj residual;
    private final double[] weights;
    private final KarushKuhnTuckerSolver solver;

    /**
     * Room for systems.
     *
     * @param n the number of variables
     * @param m the number of constraints, 1 or 2
     * @param edge {@code 2/eta}
     * @param solver finds the steps
     */
    ArrayKarushKuhnTuckerSystem(int n, int m, double edge, KarushKuhnTuckerSolver solver) {
        this.n = n;
        this.m = m;
        this.edge = edge;
        this.scales = new double[m];
        this.constraintGradients = new DMatrixRMaj[m];
        Arrays.setAll(constraintGradients, i -> new DMatrixRMaj(n, 1));
        this.residual = new DMatrixRMaj(n + m, 1);
        this.weights = new double[m];
        this.solver = solver;
    }

    /**
     * Begins a search, with the constraints scaled to unit gradients at the point where it starts.
     *
     * @throws ProjectionException if one of them is flat there
     */
    void scaleAt(ArrayGeometry theta) {
        solver.begin();
        Arrays.fill(scales, 1.0);
        evaluateGradients(theta);
        for (int i = 0; i < m; i++) {
            double slope = NormOps_DDRM.normF(constraintGradients[i]);
            if (slope == 0.0) {
                throw ActiveSet.flatConstraint(value(i, theta));
            }
            scales[i] = 1.0 / slope;
        }
    }

    private double value(int constraint, ArrayGeometry geometry) {
        return scales[constraint] * (constraint == 0 ? geometry.gradientAlongU() : geometry.sharpness() - edge);
    }

    private void evaluateGradients(ArrayGeometry geometry) {
        geometry.gradientOfGradientAlongU(constraintGradients[0]);
        CommonOps_DDRM.scale(scales[0], constraintGradients[0]);
        if (m > 1) {
            CommonOps_DDRM.scale(scales[1], geometry.gradS(), constraintGradients[1]);
        }
    }

    /**
     * The residual's magnitude at an iterate, a length.
     *
     * @param theta the point to be projected, n by 1
     * @param geometry the geometry at q
     * @param multipliers the m multipliers
     */
    double residualNorm(DMatrixRMaj theta, ArrayGeometry geometry, double[] multipliers) {
        evaluateGradients(geometry);
        for (int j = 0; j < n; j++) {
            double entry = geometry.point().data[j] - theta.data[j];
            for (int i = 0; i < m; i++) {
                entry += multipliers[i] * constraintGradients[i].data[j];
            }
            residual.data[j] = entry;
        }
        for (int i = 0; i < m; i++) {
            residual.data[n + i] = value(i, geometry);
        }
        return NormOps_DDRM.normF(residual);
    }

    /**
     * Computes the step at the iterate whose residual was asked for last.
     *
     * @param step receives the step for (q, multipliers), n + m by 1
     * @throws ProjectionException if the system is singular
     */
    void newtonStep(ArrayGeometry geometry, double[] multipliers, DMatrixRMaj step) {
        for (int i = 0; i < m; i++) {
            weights[i] = multipliers[i] * scales[i];
        }
        solver.step(geometry, weights, constraintGradients, residual, step);
        if (MatrixFeatures_DDRM.hasUncountable(step)) {
            throw ActiveSet.singularSystem(NormOps_DDRM.normF(residual));
        }
    }

    /** Whether the last step was one of Newton's method. */
    boolean isNewton() {
        return solver.isNewton();
    }

    /** The second-order condition at the iterate of the last step, with so many of the constraints, from the first on, active. */
    boolean isMinimum(int active) {
        return solver.isMinimum(constraintGradients, active);
    }

    /** The reduced Hessian's smallest eigenvalue at the iterate of the last step, and its direction. */
    double smallestReducedEigenvalue(int active, DMatrixRMaj direction) {
        return solver.smallestReducedEigenvalue(constraintGradients, active, direction);
    }
}
