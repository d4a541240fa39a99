package org.selfstab.geometry;

import static org.ejml.dense.row.CommonOps_DDRM.fill;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** {@link KarushKuhnTuckerSolver} by the whole matrix, in arrays that are used again. */
final class DenseKarushKuhnTuckerSolver implements KarushKuhnTuckerSolver {

    private final int n;
    private final DMatrixRMaj lagrangianHessian;
    private final DMatrixRMaj jacobian;
    private final DMatrixRMaj minusResidual;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final ReducedHessian reducedHessian;

    /** Room for n variables and m constraints. */
    DenseKarushKuhnTuckerSolver(int n, int m) {
        this.n = n;
        this.lagrangianHessian = new DMatrixRMaj(n, n);
        this.jacobian = new DMatrixRMaj(n + m, n + m);
        this.minusResidual = new DMatrixRMaj(n + m, 1);
        this.solver = LinearSolverFactory_DDRM.lu(n + m);
        this.reducedHessian = new ReducedHessian(n);
    }

    @Override
    public void begin() {
        // Every step starts from its iterate alone.
    }

    @Override
    public boolean isNewton() {
        return true;
    }

    @Override
    public void step(
            ArrayGeometry geometry, double[] weights, DMatrixRMaj[] normals, DMatrixRMaj residual, DMatrixRMaj step) {
        // The one kind of geometry that LinearAlgebra.DENSE makes.
        assembleLagrangianHessian((DenseGeometry) geometry, weights);
        assembleJacobian(normals);
        CommonOps_DDRM.scale(-1.0, residual, minusResidual);
        if (solver.setA(jacobian)) {
            solver.solve(minusResidual, step);
        } else {
            fill(step, Double.NaN);
        }
    }

    private void assembleLagrangianHessian(DenseGeometry geometry, double... weights) {
        CommonOps_DDRM.setIdentity(lagrangianHessian);
        if (weights[0] != 0.0) {
            geometry.addHessianOfGradientAlongU(weights[0], lagrangianHessian);
        }
        if (weights.length > 1 && weights[1] != 0.0) {
            geometry.addHessianOfSharpness(weights[1], lagrangianHessian);
        }
    }

    private void assembleJacobian(DMatrixRMaj... normals) {
        fill(jacobian, 0.0);
        CommonOps_DDRM.insert(lagrangianHessian, jacobian, 0, 0);
        for (int i = 0; i < normals.length; i++) {
            for (int j = 0; j < n; j++) {
                double entry = normals[i].data[j];
                jacobian.unsafe_set(j, n + i, entry);
                jacobian.unsafe_set(n + i, j, entry);
            }
        }
    }

    @Override
    public boolean isMinimum(DMatrixRMaj[] normals, int active) {
        return reducedHessian.isPositiveDefinite(lagrangianHessian, normals, active);
    }

    @Override
    public double smallestReducedEigenvalue(DMatrixRMaj[] normals, int active, DMatrixRMaj direction) {
        return reducedHessian.smallestEigenvalue(lagrangianHessian, normals, active, direction);
    }
}
