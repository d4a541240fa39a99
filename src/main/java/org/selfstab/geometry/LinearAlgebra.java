package org.selfstab.geometry;

import java.util.function.Function;
import org.selfstab.loss.ArrayDerivatives;

/** How the geometry of a loss in double precision is computed. */
public enum LinearAlgebra {
    /** By matrices of derivatives and the whole spectrum of the Hessian: the reference. */
    DENSE {
        @Override
        Function<ArrayDerivatives, ArrayGeometry> geometries(int n) {
            return DenseGeometry::new;
        }

        @Override
        TopTwo topTwo(ArrayDerivatives kernel) {
            return new ArrayEigensystem(kernel);
        }

        @Override
        KarushKuhnTuckerSolver solver(int n, int constraints) {
            return new DenseKarushKuhnTuckerSolver(n, constraints);
        }
    },
    /** By products of derivatives with vectors: eigenpairs by Lanczos' method, the resolvent by conjugate gradients. */
    MATRIX_FREE {
        @Override
        Function<ArrayDerivatives, ArrayGeometry> geometries(int n) {
            KrylovMemory memory = new KrylovMemory(n);
            return kernel -> new MatrixFreeGeometry(kernel, memory);
        }

        @Override
        TopTwo topTwo(ArrayDerivatives kernel) {
            return new MatrixFreeGeometry(kernel, new KrylovMemory(kernel.dimension())).topTwo();
        }

        @Override
        KarushKuhnTuckerSolver solver(int n, int constraints) {
            return new KrylovKarushKuhnTuckerSolver(n, constraints);
        }
    };

    /**
     * The most variables for which matrices are kept. Of two-layer networks with 17 and 33 parameters products took 0.7 and 0.55 times the processor time of a whole
     * verify by matrices; up to this size matrices bound norms by all entries of a derivative.
     */
    public static final int MOST_DENSE = 32;

    /** The faster way in n variables. */
    public static LinearAlgebra of(int n) {
        return n > MOST_DENSE ? MATRIX_FREE : DENSE;
    }

    /** Makes geometries in n variables that share what they know from one point for the next; for one thread. */
    abstract Function<ArrayDerivatives, ArrayGeometry> geometries(int n);

    /** The two largest eigenvalues of the Hessian where a kernel is, which they move. */
    abstract TopTwo topTwo(ArrayDerivatives kernel);

    /** What finds Newton steps in n variables under 1 or 2 constraints. */
    abstract KarushKuhnTuckerSolver solver(int n, int constraints);
}
