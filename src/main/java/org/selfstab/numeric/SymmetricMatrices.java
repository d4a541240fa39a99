package org.selfstab.numeric;

import org.ejml.data.DMatrixRMaj;

/**
 * Symmetric k by k matrices as vectors of {@code k (k + 1)/2} entries: the upper triangle row by row, with those off the diagonal times {@code
 * sqrt 2}, so that scalar products of vectors are those of matrices, {@code <A, B> = tr A B}.
 */
public final class SymmetricMatrices {

    private static final double ROOT_OF_TWO = Math.sqrt(2.0);

    private SymmetricMatrices() {}

    /** The length of the vectors of k by k matrices. */
    public static int length(int k) {
        return k * (k + 1) / 2;
    }

    /** The factor with which an entry enters: 1 on the diagonal, {@code sqrt 2} off it. */
    public static double weight(int i, int j) {
        return i == j ? 1.0 : ROOT_OF_TWO;
    }

    /** The vector of a matrix, of which the upper triangle counts. */
    public static double[] toVector(DMatrixRMaj matrix) {
        int k = matrix.numRows;
        double[] vector = new double[length(k)];
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                vector[index++] = weight(i, j) * matrix.get(i, j);
            }
        }
        return vector;
    }

    /** The k by k matrix of a vector. */
    public static DMatrixRMaj toMatrix(int k, double[] vector) {
        DMatrixRMaj matrix = new DMatrixRMaj(k, k);
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                double entry = vector[index++] / weight(i, j);
                matrix.set(i, j, entry);
                matrix.set(j, i, entry);
            }
        }
        return matrix;
    }

    /** An eigensystem of a symmetric matrix, eigenvalues largest first. */
    public static final class Spectrum {

        private final double[] values;
        private final DMatrixRMaj[] vectors;

        public Spectrum(double[] values, DMatrixRMaj[] vectors) {
            this.values = values;
            this.vectors = vectors;
        }

        public double[] values() {
            return values;
        }

        public DMatrixRMaj[] vectors() {
            return vectors;
        }

        /** {@code sum_j w_j v_j v_j^T}: the matrix with other eigenvalues. */
        public DMatrixRMaj with(double[] others) {
            int k = others.length;
            DMatrixRMaj matrix = new DMatrixRMaj(k, k);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double sum = 0;
                    for (int l = 0; l < k; l++) {
                        sum += others[l] * vectors[l].data[i] * vectors[l].data[j];
                    }
                    matrix.set(i, j, sum);
                }
            }
            return matrix;
        }

        /** The largest magnitude of an eigenvalue. */
        public double norm() {
            return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        }
    }

    /** The eigensystem of a symmetric matrix of finite numbers. */
    public static Spectrum spectrum(DMatrixRMaj matrix) {
        double[] values = new double[matrix.numRows];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(matrix.numRows);
        ArrayEigensolver.solve(matrix, values, vectors);
        return new Spectrum(values, vectors);
    }
}
