package org.selfstab.geometry;

import org.ejml.data.DMatrixRMaj;

/**
 * Finds steps for the Karush-Kuhn-Tucker system of the nearest point, {@code [W N; N' 0] step = -residual} with W the Hessian of the Lagrangian and N the
 * constraints' gradients, and tells of what kind the point is that the last step was found at.
 */
interface KarushKuhnTuckerSolver {

    /** A search begins. */
    void begin();

    /**
     * Finds a step.
     *
     * @param geometry at the iterate
     * @param weights by which {@code Hess(grad L . u)} and, if there are two, {@code Hess S} count in W
     * @param normals N, each n by 1
     * @param residual n + m by 1
     * @param step receives the step, n + m by 1; not finite where the system is singular
     */
    void step(ArrayGeometry geometry, double[] weights, DMatrixRMaj[] normals, DMatrixRMaj residual, DMatrixRMaj step);

    /** Whether the steps take W as it is, so that they converge quadratically. */
    boolean isNewton();

    /** Whether W is positive definite off the first so many normals, beyond rounding. */
    boolean isMinimum(DMatrixRMaj[] normals, int active);

    /**
     * The smallest eigenvalue of W off the first so many normals, and its direction.
     *
     * @param direction receives the unit eigenvector, n by 1
     */
    double smallestReducedEigenvalue(DMatrixRMaj[] normals, int active, DMatrixRMaj direction);
}
