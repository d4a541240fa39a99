package org.selfstab.dynamics.reduced;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.selfstab.numeric.ArrayVectors;
import org.selfstab.numeric.SymmetricMatrices;

/** The shortest way to where the block of the first m eigenvalues on the range of a variance is at the edge, to first order. */
final class BackToEdge {

    private final double edge;
    private final double[] eigenvalues;
    private final double[][] derivatives;
    private final int size;

    /**
     * Eigenvalues at a point.
     *
     * @param edge of stability
     * @param eigenvalues the first m
     * @param derivatives of the block's entries by the unknowns, as {@link SymmetricMatrices} order and weigh them
     * @param size the number of unknowns
     */
    BackToEdge(double edge, double[] eigenvalues, double[][] derivatives, int size) {
        this.edge = edge;
        this.eigenvalues = eigenvalues;
        this.derivatives = derivatives;
        this.size = size;
    }

    /**
     * The way.
     *
     * @param variance m by m
     * @param rank how many directions it has
     */
    double[] on(DMatrixRMaj variance, int rank) {
        double[] change = new double[size];
        if (rank == 0) {
            return change;
        }
        int m = eigenvalues.length;
        DMatrixRMaj[] range = SymmetricMatrices.spectrum(variance).vectors();
        double[][] rows = new double[SymmetricMatrices.length(rank)][size];
        DMatrixRMaj missing = new DMatrixRMaj(rows.length, 1);
        int row = 0;
        for (int a = 0; a < rank; a++) {
            for (int b = a; b < rank; b++) {
                missing.data[row] = a == b ? edge : 0.0;
                int index = 0;
                for (int i = 0; i < m; i++) {
                    missing.data[row] -= range[a].data[i] * eigenvalues[i] * range[b].data[i];
                    for (int j = i; j < m; j++) {
                        double weight = i == j
                                ? range[a].data[i] * range[b].data[i]
                                : (range[a].data[i] * range[b].data[j] + range[a].data[j] * range[b].data[i])
                                        / SymmetricMatrices.weight(i, j);
                        ArrayVectors.add(weight, derivatives[index++], rows[row]);
                    }
                }
                row++;
            }
        }
        DMatrixRMaj gram = new DMatrixRMaj(rows.length, rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                gram.set(i, j, ArrayVectors.dot(rows[i], rows[j]));
            }
        }
        DMatrixRMaj inverse = new DMatrixRMaj(rows.length, rows.length);
        CommonOps_DDRM.pinv(gram, inverse);
        DMatrixRMaj weights = new DMatrixRMaj(rows.length, 1);
        CommonOps_DDRM.mult(inverse, missing, weights);
        for (int i = 0; i < rows.length; i++) {
            ArrayVectors.add(weights.data[i], rows[i], change);
        }
        return change;
    }
}
