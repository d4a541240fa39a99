package org.selfstab.geometry;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;

/**
 * Eigenproblems in double precision by Hipparchus's symmetric decomposition.
 *
 * <p>Its Householder reflections square entries, and where the squares underflow they are no reflections any more: it then
 * returns NaN or does not converge. So the matrix is brought to entries of at most one by a power of two, which is exact,
 * and entries off the diagonal that are below 2^-400 of the largest are taken for zero, far below the decomposition's own
 * backward error of 2^-52.
 */
public final class DoubleEigensolver implements Eigensolver<Binary64> {

    private static final double NEGLIGIBLE = 0x1p-400;

    @Override
    public Eigensystem<Binary64> solve(FieldMatrix<Binary64> matrix) {
        return solve(toReal(matrix));
    }

    /** The eigensystem of a symmetric matrix of doubles. */
    static Eigensystem<Binary64> solve(RealMatrix real) {
        int exponent = exponentOf(real);
        EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(scaled(real, -exponent));
        List<Binary64> values = new ArrayList<>();
        List<FieldVector<Binary64>> vectors = new ArrayList<>();
        for (int i = 0; i < real.getRowDimension(); i++) {
            values.add(new Binary64(Math.scalb(decomposition.getEigenvalue(i), exponent)));
            vectors.add(toField(decomposition.getEigenvector(i)));
        }
        return new Eigensystem<>(values, vectors);
    }

    /** The smallest k such that every entry is below 2^k; 0 for the zero matrix. */
    private static int exponentOf(RealMatrix matrix) {
        double largest = 0.0;
        for (double[] row : matrix.getData()) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest == 0.0 ? 0 : Math.getExponent(largest) + 1;
    }

    private static RealMatrix scaled(RealMatrix matrix, int exponent) {
        RealMatrix scaled = matrix.copy();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                double entry = Math.scalb(matrix.getEntry(i, j), exponent);
                scaled.setEntry(i, j, i != j && Math.abs(entry) < NEGLIGIBLE ? 0.0 : entry);
            }
        }
        return scaled;
    }

    private static RealMatrix toReal(FieldMatrix<Binary64> matrix) {
        int n = matrix.getRowDimension();
        RealMatrix real = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                real.setEntry(i, j, matrix.getEntry(i, j).getReal());
            }
        }
        return real;
    }

    private static FieldVector<Binary64> toField(RealVector vector) {
        FieldVector<Binary64> field = new ArrayFieldVector<>(Binary64Field.getInstance(), vector.getDimension());
        for (int i = 0; i < vector.getDimension(); i++) {
            field.setEntry(i, new Binary64(vector.getEntry(i)));
        }
        return field;
    }
}
