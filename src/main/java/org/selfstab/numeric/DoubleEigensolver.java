package org.selfstab.numeric;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.util.Binary64;

/** Eigenproblems in double precision, by {@link ArrayEigensolver}. */
public final class DoubleEigensolver implements Eigensolver<Binary64> {

    @Override
    public Eigensystem<Binary64> solve(FieldMatrix<Binary64> matrix) {
        int n = matrix.getRowDimension();
        DMatrixRMaj entries = new DMatrixRMaj(n, n);
        DoubleMatrix.copy(matrix, entries.data);
        return solve(entries);
    }

    private static Eigensystem<Binary64> solve(DMatrixRMaj entries) {
        int n = entries.getNumRows();
        double[] values = new double[n];
        DMatrixRMaj[] vectors = ArrayEigensolver.roomForVectors(n);
        ArrayEigensolver.solve(entries, values, vectors);
        return eigensystem(values, vectors);
    }

    /** An eigensystem that {@link ArrayEigensolver} has found, in objects of its own. */
    public static Eigensystem<Binary64> eigensystem(double[] values, DMatrixRMaj[] vectors) {
        Binary64[] fieldValues = new Binary64[values.length];
        DoubleVector[] fieldVectors = new DoubleVector[values.length];
        for (int j = 0; j < values.length; j++) {
            fieldValues[j] = new Binary64(values[j]);
            fieldVectors[j] = DoubleVector.of(vectors[j].data);
        }
        return new Eigensystem<>(List.of(fieldValues), List.of(fieldVectors));
    }
}
