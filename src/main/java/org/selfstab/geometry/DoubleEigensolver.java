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

/** Eigenproblems in double precision by Hipparchus's symmetric decomposition. */
public final class DoubleEigensolver implements Eigensolver<Binary64> {

    @Override
    public Eigensystem<Binary64> solve(FieldMatrix<Binary64> matrix) {
        EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(toReal(matrix));
        List<Binary64> values = new ArrayList<>();
        List<FieldVector<Binary64>> vectors = new ArrayList<>();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            values.add(new Binary64(decomposition.getEigenvalue(i)));
            vectors.add(toField(decomposition.getEigenvector(i)));
        }
        return new Eigensystem<>(values, vectors);
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
