package org.selfstab.geometry;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Symmetric eigenproblems in arrays of doubles: one exact rotation in two dimensions, as the hot loops of two-variable losses
 * want it, and Hipparchus's decomposition beyond.
 *
 * <p>The decomposition's Householder reflections square entries, and where the squares underflow they are no reflections any
 * more: it then returns NaN or does not converge. So the matrix is brought to entries of at most one by a power of two, which is
 * exact, and entries off the diagonal that are below 2^-400 of the largest are taken for zero, far below the decomposition's own
 * backward error of 2^-52.
 */
final class ArrayEigensolver {

    private static final double NEGLIGIBLE = 0x1p-400;

    private ArrayEigensolver() {}

    /** Room for the n eigenvectors of an n by n matrix. */
    static DMatrixRMaj[] roomForVectors(int n) {
        DMatrixRMaj[] vectors = new DMatrixRMaj[n];
        Arrays.setAll(vectors, j -> new DMatrixRMaj(n, 1));
        return vectors;
    }

    /**
     * Solves an eigenproblem.
     *
     * @param matrix a symmetric n by n matrix of finite numbers; left as it is
     * @param values receives the n eigenvalues, largest first
     * @param vectors receive the unit eigenvectors, each n by 1, in the same order
     */
    static void solve(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        switch (matrix.getNumRows()) {
            case 1 -> {
                values[0] = matrix.data[0];
                vectors[0].data[0] = 1.0;
            }
            case 2 -> rotate(matrix, values, vectors);
            default -> decompose(matrix, values, vectors);
        }
    }

    /** The Jacobi rotation that makes a 2 by 2 matrix diagonal (Golub and Van Loan, Matrix Computations, section 8.5). */
    private static void rotate(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        double first = matrix.get(0, 0);
        double second = matrix.get(1, 1);
        double off = matrix.get(0, 1);
        double tangent = off == 0.0 ? 0.0 : smallerTangent((0.5 * second - 0.5 * first) / off);
        double cosine = 1.0 / Math.sqrt(1.0 + tangent * tangent);
        double sine = tangent * cosine;
        int rankOfFirst = first - tangent * off >= second + tangent * off ? 0 : 1;
        values[rankOfFirst] = first - tangent * off;
        setEntries(vectors[rankOfFirst], cosine, -sine);
        values[1 - rankOfFirst] = second + tangent * off;
        setEntries(vectors[1 - rankOfFirst], sine, cosine);
    }

    private static void setEntries(DMatrixRMaj vector, double first, double second) {
        vector.data[0] = first;
        vector.data[1] = second;
    }

    /** The root t of {@code t^2 + 2 cotangent t - 1 = 0} of smaller magnitude. */
    private static double smallerTangent(double cotangent) {
        double t = 1.0 / (Math.abs(cotangent) + Math.sqrt(1.0 + cotangent * cotangent));
        return Math.copySign(t, cotangent);
    }

    private static void decompose(DMatrixRMaj matrix, double[] values, DMatrixRMaj[] vectors) {
        int exponent = exponentOf(matrix);
        var decomposition = new EigenDecompositionSymmetric(scaled(matrix, -exponent));
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.scalb(decomposition.getEigenvalue(j), exponent);
            for (int i = 0; i < values.length; i++) {
                vectors[j].data[i] = decomposition.getV().getEntry(i, j);
            }
        }
    }

    /** The smallest k such that every entry is below 2^k; 0 for the zero matrix. */
    private static int exponentOf(DMatrixRMaj matrix) {
        double largest = CommonOps_DDRM.elementMaxAbs(matrix);
        return largest == 0.0 ? 0 : Math.getExponent(largest) + 1;
    }

    private static Array2DRowRealMatrix scaled(DMatrixRMaj matrix, int exponent) {
        int n = matrix.getNumRows();
        var scaled = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double entry = Math.scalb(matrix.get(i, j), exponent);
                scaled.setEntry(i, j, i != j && Math.abs(entry) < NEGLIGIBLE ? 0.0 : entry);
            }
        }
        return scaled;
    }
}
