package org.selfstab.geometry.unstable;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.selfstab.geometry.LinearAlgebra;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.ArrayDerivatives;
import org.selfstab.numeric.ArrayEigensolver;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.ConjugateGradients;
import org.selfstab.numeric.Lanczos;

/** The k largest eigenvalues of the Hessian where a kernel is, the next one, and what else of the spectrum the geometry takes. */
abstract class TopEigenvectors {

    final ArrayDerivatives kernel;
    final int n;
    final int k;

    private TopEigenvectors(ArrayDerivatives kernel, int k) {
        this.kernel = kernel;
        this.n = kernel.dimension();
        this.k = k;
    }

    /** By the whole spectrum, or by products in many variables. */
    static TopEigenvectors of(ArrayDerivatives kernel, int k) {
        return LinearAlgebra.of(kernel.dimension()) == LinearAlgebra.DENSE
                ? new Dense(kernel, k)
                : new ByProducts(kernel, k);
    }

    /**
     * Finds them where the kernel is.
     *
     * @param accuracy what residuals may be, relatively, where they are found by iterations
     * @throws UndefinedGeometryException if the Hessian is not finite there
     */
    abstract void find(double accuracy);

    /** An eigenvalue, j from 0 to k, largest first; minus infinity for j = n. */
    abstract double value(int j);

    /** The unit eigenvector of one of the first k, to be read only. */
    abstract double[] vector(int j);

    abstract double spectralNorm();

    /** {@code sum_{i > k} (e_i . b)/(lambda_j - lambda_i) e_i}, of length n. */
    abstract double[] resolve(int j, double[] b);

    /** Takes the part along the first k eigenvectors away. */
    final void offSpace(double[] v) {
        for (int j = 0; j < k; j++) {
            ArrayVectors.add(-ArrayVectors.dot(vector(j), v), vector(j), v);
        }
    }

    private static final class Dense extends TopEigenvectors {

        private final DMatrixRMaj hessian;
        private final double[] values;
        private final DMatrixRMaj[] vectors;

        Dense(ArrayDerivatives kernel, int k) {
            super(kernel, k);
            this.hessian = new DMatrixRMaj(n, n);
            this.values = new double[n];
            this.vectors = ArrayEigensolver.roomForVectors(n);
        }

        @Override
        void find(double accuracy) {
            kernel.hessian(hessian.data);
            UnstableSpaces.requireFinite(2, hessian.data);
            ArrayEigensolver.solve(hessian, values, vectors);
        }

        @Override
        double value(int j) {
            return j < n ? values[j] : Double.NEGATIVE_INFINITY;
        }

        @Override
        double[] vector(int j) {
            return vectors[j].data;
        }

        @Override
        double spectralNorm() {
            return Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
        }

        @Override
        double[] resolve(int j, double[] b) {
            double[] sum = new double[n];
            for (int i = k; i < n; i++) {
                double[] e = vectors[i].data;
                ArrayVectors.add(ArrayVectors.dot(e, b) / (values[j] - values[i]), e, sum);
            }
            return sum;
        }
    }

    /** Each by Lanczos' method off those found before, from the vectors of the last point; then all in their span anew. */
    private static final class ByProducts extends TopEigenvectors {

        private static final long SEED = 20261129;
        /** Of a start that is pseudo-random: a larger eigenvalue than those followed shows. */
        private static final double MIXED_IN = 1e-3;

        private static final double TOLERANCE_OF_NEXT = 1e-7;
        private static final double FINEST_RESIDUAL = 1e-15;
        private static final int MOST_SEARCHES = 8;

        private final Lanczos lanczos;
        private final double[][] found;
        private final double[] values;
        private double lowest;
        private boolean isFirst = true;

        ByProducts(ArrayDerivatives kernel, int k) {
            super(kernel, k);
            this.lanczos = new Lanczos(n);
            this.found = new double[k + 1][n];
            this.values = new double[k + 1];
        }

        @Override
        void find(double accuracy) {
            for (int search = 0; search < MOST_SEARCHES; search++) {
                lowest = Double.POSITIVE_INFINITY;
                for (int j = 0; j <= k; j++) {
                    find(j, search, accuracy);
                }
                isFirst = false;
                if (values[k] <= values[k - 1] + TOLERANCE_OF_NEXT * spectralNorm()) {
                    break;
                }
            }
            diagonalise();
        }

        private void find(int j, int search, double accuracy) {
            if (isFirst || search > 0 || j == k) {
                Lanczos.mix(isFirst ? 1.0 : MIXED_IN, SEED + j, found[j]);
            }
            double[] start = found[j];
            int known = j;
            off(known, start);
            boolean isReached = lanczos.solve(
                    (v, product) -> deflated(known, v, product), start, j < k ? accuracy : TOLERANCE_OF_NEXT);
            if (!isReached && !Double.isFinite(lanczos.residual())) {
                throw UndefinedGeometryException.notFinite(2, Arrays.stream(start));
            }
            values[j] = lanczos.value();
            lowest = Math.min(lowest, lanczos.lowest());
        }

        private void off(int known, double[] v) {
            for (int i = 0; i < known; i++) {
                ArrayVectors.add(-ArrayVectors.dot(found[i], v), found[i], v);
            }
        }

        /** The Hessian off the vectors known, which are far down in its spectrum. */
        private void deflated(int known, double[] v, double[] product) {
            kernel.hessian(v, product);
            off(known, product);
            for (int i = 0; i < known; i++) {
                ArrayVectors.add(-3.0 * Math.abs(values[0]) * ArrayVectors.dot(found[i], v), found[i], product);
            }
        }

        /** The first k eigenvectors in the span of what was found, in order. */
        private void diagonalise() {
            DMatrixRMaj small = new DMatrixRMaj(k, k);
            double[] product = new double[n];
            for (int j = 0; j < k; j++) {
                kernel.hessian(found[j], product);
                for (int i = 0; i < k; i++) {
                    small.set(i, j, ArrayVectors.dot(found[i], product));
                }
            }
            double[] ritz = new double[k];
            DMatrixRMaj[] rotations = ArrayEigensolver.roomForVectors(k);
            ArrayEigensolver.solve(small, ritz, rotations);
            double[][] rotated = new double[k][n];
            for (int j = 0; j < k; j++) {
                for (int i = 0; i < k; i++) {
                    ArrayVectors.add(rotations[j].data[i], found[i], rotated[j]);
                }
            }
            for (int j = 0; j < k; j++) {
                found[j] = rotated[j];
                values[j] = ritz[j];
            }
        }

        @Override
        double value(int j) {
            return values[j];
        }

        @Override
        double[] vector(int j) {
            return found[j];
        }

        @Override
        double spectralNorm() {
            return Math.max(Math.abs(values[0]), Math.abs(lowest));
        }

        @Override
        double[] resolve(int j, double[] b) {
            double[] right = ArrayVectors.copy(b);
            offSpace(right);
            double[] x = new double[n];
            ConjugateGradients.solve((v, product) -> shifted(values[j], v, product), right, x, FINEST_RESIDUAL);
            offSpace(x);
            return x;
        }

        /** {@code (lambda - H) v}, and something positive along the space. */
        private void shifted(double lambda, double[] v, double[] product) {
            double[] off = ArrayVectors.copy(v);
            offSpace(off);
            kernel.hessian(off, product);
            offSpace(product);
            for (int i = 0; i < n; i++) {
                product[i] = lambda * off[i] - product[i] + Math.abs(lambda) * (v[i] - off[i]);
            }
        }
    }
}
