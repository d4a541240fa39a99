package org.selfstab.geometry;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.numeric.ArrayEigensolver;

/**
 * The third or fourth derivative at a point in double precision, as the symmetric slices {@code D3L(e_i, ., .)} or {@code D4L(e_i, e_j, ., .)},
 * {@code i <= j}, that are not zero, each with the entries of its upper triangle that are not zero.
 */
final class DerivativeTensor {

    /** Up to this dimension the fourth derivative's unfolding into n^2 by n^2 is bounded, beyond it the one into n by n^3. */
    static final int SQUARE_DIMENSION = 10;

    private final int n;
    private final int order;
    private final Slice[] slices;

    /**
     * A tensor.
     *
     * @param n the dimension
     * @param order 3 or 4
     * @param slices for order 3 those with {@code i = j}
     */
    DerivativeTensor(int n, int order, Slice... slices) {
        this.n = n;
        this.order = order;
        this.slices = slices.clone();
    }

    /** One slice as a growing list of entries (k, l), {@code k <= l}. */
    static final class Slice {

        private final int i;
        private final int j;
        private int[] places = new int[8];
        private double[] values = new double[8];
        private int size;

        Slice(int i, int j) {
            this.i = i;
            this.j = j;
        }

        /** Adds the entry of a place {@code k * n + l}. */
        void add(int place, double value) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            places[size] = place;
            values[size] = value;
            size++;
        }

        /** How often the slice occurs in the whole tensor. */
        int multiplicity() {
            return i == j ? 1 : 2;
        }
    }

    int dimension() {
        return n;
    }

    int order() {
        return order;
    }

    /** The Frobenius norm, which the operator norm never exceeds. */
    double frobeniusNorm() {
        double scale = 0;
        for (Slice slice : slices) {
            for (int e = 0; e < slice.size; e++) {
                scale = Math.max(scale, Math.abs(slice.values[e]));
            }
        }
        if (scale == 0) {
            return 0;
        }
        double sum = 0;
        for (Slice slice : slices) {
            for (int e = 0; e < slice.size; e++) {
                double ratio = slice.values[e] / scale;
                sum += slice.multiplicity() * multiplicity(slice.places[e]) * ratio * ratio;
            }
        }
        return scale * Math.sqrt(sum);
    }

    private int multiplicity(int place) {
        return place / n == place % n ? 1 : 2;
    }

    /**
     * The spectral norm of an unfolding into a matrix, which takes the same form to a maximum over a larger set and so bounds the operator
     * norm; never above the Frobenius norm.
     */
    double unfoldingNorm() {
        double scale = frobeniusNorm();
        if (scale == 0) {
            return 0;
        }
        return order == 4 && n <= SQUARE_DIMENSION
                ? scale * largestEigenvalue(squareUnfolding(scale))
                : scale * Math.sqrt(largestEigenvalue(gramOfRows(scale)));
    }

    /** The unfolding into n^2 by n^2 on the symmetric tensors of order two, where alone it is not zero, over a scale. */
    private DMatrixRMaj squareUnfolding(double scale) {
        int pairs = n * (n + 1) / 2;
        DMatrixRMaj unfolded = new DMatrixRMaj(pairs, pairs);
        for (Slice slice : slices) {
            int row = pair(slice.i, slice.j);
            for (int e = 0; e < slice.size; e++) {
                int place = slice.places[e];
                double weight = Math.sqrt((double) slice.multiplicity() * multiplicity(place));
                unfolded.set(row, pair(place / n, place % n), weight * slice.values[e] / scale);
            }
        }
        DMatrixRMaj symmetric = new DMatrixRMaj(pairs, pairs);
        CommonOps_DDRM.transpose(unfolded, symmetric);
        CommonOps_DDRM.add(0.5, unfolded, 0.5, symmetric, symmetric);
        return symmetric;
    }

    private static int pair(int i, int j) {
        return j * (j + 1) / 2 + i;
    }

    /** The products of the rows of the unfolding into n by n^2 or n^3, over a squared scale: the sum of the slices' squares. */
    private DMatrixRMaj gramOfRows(double scale) {
        DMatrixRMaj gram = new DMatrixRMaj(n, n);
        double[] dense = new double[n * n];
        for (Slice slice : slices) {
            Arrays.fill(dense, 0.0);
            addMultiple(1.0 / scale, slice, dense);
            mirrorUpperTriangle(dense);
            for (int e = 0; e < slice.size; e++) {
                int k = slice.places[e] / n;
                int l = slice.places[e] % n;
                double factor = slice.multiplicity() * slice.values[e] / scale;
                addRow(factor, dense, l, gram.data, k);
                if (k != l) {
                    addRow(factor, dense, k, gram.data, l);
                }
            }
        }
        mirrorUpperTriangle(
                gram.data); // sums in another order differ by rounding, and eigensolvers want exact symmetry
        return gram;
    }

    private void addRow(double factor, double[] matrix, int row, double[] sum, int sumRow) {
        for (int m = 0; m < n; m++) {
            sum[sumRow * n + m] += factor * matrix[row * n + m];
        }
    }

    /** Adds a multiple of a slice's upper triangle. */
    private static void addMultiple(double factor, Slice slice, double[] sum) {
        for (int e = 0; e < slice.size; e++) {
            sum[slice.places[e]] += factor * slice.values[e];
        }
    }

    private void mirrorUpperTriangle(double[] matrix) {
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < k; l++) {
                matrix[k * n + l] = matrix[l * n + k];
            }
        }
    }

    private static double largestEigenvalue(DMatrixRMaj symmetric) {
        int size = symmetric.getNumRows();
        double[] values = new double[size];
        ArrayEigensolver.solve(symmetric, values, ArrayEigensolver.roomForVectors(size));
        return Math.max(Math.abs(values[0]), Math.abs(values[size - 1]));
    }

    /**
     * The contraction {@code D3L(c, ., .)} or {@code D4L(c, c, ., .)}.
     *
     * @param c a vector of dimension n
     * @param matrix receives the n by n matrix
     */
    void contract(double[] c, DMatrixRMaj matrix) {
        Arrays.fill(matrix.data, 0.0);
        for (Slice slice : slices) {
            double factor = order == 3 ? c[slice.i] : slice.multiplicity() * c[slice.i] * c[slice.j];
            if (factor != 0) {
                addMultiple(factor, slice, matrix.data);
            }
        }
        mirrorUpperTriangle(matrix.data);
    }
}
