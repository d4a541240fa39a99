package org.selfstab.geometry;

import static org.ejml.dense.row.CommonOps_DDRM.fill;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

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
    private final DMatrixRMaj lagrangianHessian;
    private final DMatrixRMaj jacobian;
    private final DMatrixRMaj minusResidual;
    private final LinearSolverDense<DMatrixRMaj> solver;

    /**
     * Room for systems.
     *
     * @param n the number of variables
     * @param m the number of constraints, 1 or 2
     * @param edge {@code 2/eta}
     */
    ArrayKarushKuhnTuckerSystem(int n, int m, double edge) {
        this.n = n;
        this.m = m;
        this.edge = edge;
        this.scales = new double[m];
        this.constraintGradients = new DMatrixRMaj[m];
        Arrays.setAll(constraintGradients, i -> new DMatrixRMaj(n, 1));
        this.residual = new DMatrixRMaj(n + m, 1);
        this.lagrangianHessian = new DMatrixRMaj(n, n);
        this.jacobian = new DMatrixRMaj(n + m, n + m);
        this.minusResidual = new DMatrixRMaj(n + m, 1);
        this.solver = LinearSolverFactory_DDRM.lu(n + m);
    }

    /**
     * Scales the constraints to unit gradients at the point to be projected.
     *
     * @throws ProjectionException if one of them is flat there
     */
    void scaleAt(ArrayGeometry theta) {
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
     * Computes the Newton step at the iterate whose residual was asked for last.
     *
     * @param step receives the step for (q, multipliers), n + m by 1
     * @throws ProjectionException if the system is singular
     */
    void newtonStep(ArrayGeometry geometry, double[] multipliers, DMatrixRMaj step) {
        assembleLagrangianHessian(geometry, multipliers);
        assembleJacobian();
        CommonOps_DDRM.scale(-1.0, residual, minusResidual);
        boolean regular = solver.setA(jacobian);
        if (regular) {
            solver.solve(minusResidual, step);
        }
        if (!regular || MatrixFeatures_DDRM.hasUncountable(step)) {
            throw ActiveSet.singularSystem(NormOps_DDRM.normF(residual));
        }
    }

    /** The second-order condition at the iterate of the last Newton step, with so many of the constraints, from the first on, active. */
    boolean isMinimum(ReducedHessian reduced, int active) {
        return reduced.isPositiveDefinite(lagrangianHessian, constraintGradients, active);
    }

    /** The reduced Hessian's smallest eigenvalue at the iterate of the last Newton step, and its direction. */
    double smallestReducedEigenvalue(ReducedHessian reduced, int active, DMatrixRMaj direction) {
        return reduced.smallestEigenvalue(lagrangianHessian, constraintGradients, active, direction);
    }

    private void assembleLagrangianHessian(ArrayGeometry geometry, double[] multipliers) {
        CommonOps_DDRM.setIdentity(lagrangianHessian);
        if (multipliers[0] != 0.0) {
            geometry.addHessianOfGradientAlongU(multipliers[0] * scales[0], lagrangianHessian);
        }
        if (m > 1 && multipliers[1] != 0.0) {
            geometry.addHessianOfSharpness(multipliers[1] * scales[1], lagrangianHessian);
        }
    }

    private void assembleJacobian() {
        fill(jacobian, 0.0);
        CommonOps_DDRM.insert(lagrangianHessian, jacobian, 0, 0);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double entry = constraintGradients[i].data[j];
                jacobian.unsafe_set(j, n + i, entry);
                jacobian.unsafe_set(n + i, j, entry);
            }
        }
    }
}
