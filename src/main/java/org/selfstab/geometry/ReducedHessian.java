package org.selfstab.geometry;

import static org.ejml.dense.row.mult.VectorVectorMult_DDRM.innerProd;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.selfstab.numeric.ArrayEigensolver;

/**
 * The Hessian of the Lagrangian on the tangent space of the active constraints, the orthogonal complement of their gradients: a
 * stationary point where it is positive definite is a strict local minimum (the second-order condition; Nocedal and Wright, Numerical
 * Optimization, theorem 12.6). For {@code |q - theta|^2/2} its eigenvalues are dimensionless, and 1 where the constraints are flat.
 * In arrays that are used again.
 */
final class ReducedHessian {

    /** Eigenvalues below this part of the Hessian's magnitude are not told from zero: half of the digits. */
    private static final double MARGIN = Math.sqrt(Math.ulp(1.0));

    private final int n;
    private final DMatrixRMaj[] normals;
    private final DMatrixRMaj product;
    private final DMatrixRMaj matrix;
    private double magnitude;
    private int m;

    /** Room for n variables and up to two constraints. */
    ReducedHessian(int n) {
        this.n = n;
        this.normals = new DMatrixRMaj[] {new DMatrixRMaj(n, 1), new DMatrixRMaj(n, 1)};
        this.product = new DMatrixRMaj(n, 1);
        this.matrix = new DMatrixRMaj(n, n);
    }

    /**
     * Whether it is positive definite beyond rounding; on a tangent space of dimension 0 it is.
     *
     * @param lagrangian the Hessian of the Lagrangian, n by n
     * @param gradients the gradients of the constraints, each n by 1
     * @param active how many of them count, from the first on
     */
    boolean isPositiveDefinite(DMatrixRMaj lagrangian, DMatrixRMaj[] gradients, int active) {
        if (n <= active) {
            return true;
        }
        reduce(lagrangian, gradients, active);
        return m == active && factors();
    }

    /**
     * The smallest eigenvalue on the tangent space, and its direction.
     *
     * @param direction receives the unit eigenvector, n by 1
     */
    double smallestEigenvalue(DMatrixRMaj lagrangian, DMatrixRMaj[] gradients, int active, DMatrixRMaj direction) {
        if (n <= active) {
            return Double.POSITIVE_INFINITY;
        }
        reduce(lagrangian, gradients, active);
        for (int i = 0; i < n; i++) {
            matrix.add(i, i, MARGIN * magnitude);
        }
        // The normals' own eigenvalues move above all others.
        for (int k = 0; k < m; k++) {
            CommonOps_DDRM.multAddTransB(2.0 * magnitude, normals[k], normals[k], matrix);
        }
        double[] values = new double[n];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(n);
        ArrayEigensolver.solve(matrix, values, vectors);
        direction.setTo(vectors[n - 1]);
        return values[n - 1];
    }

    /** Sets the matrix to {@code Z (W - margin) Z + magnitude N N'}, with N the orthonormal normals and Z = I - N N'. */
    private void reduce(DMatrixRMaj lagrangian, DMatrixRMaj[] gradients, int active) {
        orthonormalise(gradients, active);
        matrix.setTo(lagrangian);
        magnitude = Math.max(1.0, CommonOps_DDRM.elementMaxAbs(matrix));
        for (int i = 0; i < n; i++) {
            matrix.add(i, i, -MARGIN * magnitude);
        }
        for (int k = 0; k < m; k++) {
            deflate(normals[k]);
        }
    }

    /** Z matrix Z + magnitude * normal normal' for one normal. */
    private void deflate(DMatrixRMaj normal) {
        CommonOps_DDRM.mult(matrix, normal, product);
        double along = innerProd(normal, product);
        for (int i = 0; i < n; i++) {
            double ni = normal.data[i];
            for (int j = 0; j < n; j++) {
                double nj = normal.data[j];
                matrix.data[i * n + j] += (along + magnitude) * ni * nj - ni * product.data[j] - product.data[i] * nj;
            }
        }
    }

    /** Gram-Schmidt; a gradient that depends on the ones before it, to rounding, is left out. */
    private void orthonormalise(DMatrixRMaj[] gradients, int active) {
        m = 0;
        for (int k = 0; k < active; k++) {
            DMatrixRMaj normal = normals[m];
            normal.setTo(gradients[k]);
            double whole = NormOps_DDRM.fastNormF(normal);
            for (int i = 0; i < m; i++) {
                CommonOps_DDRM.addEquals(normal, -innerProd(normals[i], normal), normals[i]);
            }
            double rest = NormOps_DDRM.fastNormF(normal);
            if (rest > MARGIN * whole) {
                CommonOps_DDRM.scale(1.0 / rest, normal);
                m++;
            }
        }
    }

    /** Whether Cholesky's factorisation of the matrix, done in its place, exists. */
    private boolean factors() {
        for (int j = 0; j < n; j++) {
            double pivot = matrix.data[j * n + j];
            for (int k = 0; k < j; k++) {
                pivot -= matrix.data[j * n + k] * matrix.data[j * n + k];
            }
            if (!(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            for (int i = j + 1; i < n; i++) {
                double entry = matrix.data[i * n + j];
                for (int k = 0; k < j; k++) {
                    entry -= matrix.data[i * n + k] * matrix.data[j * n + k];
                }
                matrix.data[i * n + j] = entry / root;
            }
            matrix.data[j * n + j] = root;
        }
        return true;
    }
}
