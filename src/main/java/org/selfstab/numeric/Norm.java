package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/** The Euclidean norm over a field, which Hipparchus's field vectors lack. */
public final class Norm {

    private Norm() {}

    /** {@code |v|}. */
    @SuppressWarnings("unchecked") // Of a vector of doubles T is Binary64.
    public static <T extends CalculusFieldElement<T>> T of(FieldVector<T> v) {
        return v instanceof DoubleVector doubles
                ? (T) new Binary64(doubles.norm())
                : squared(v).sqrt();
    }

    /** {@code |v|^2}, as a sum of squares: over intervals a square is tighter than the product of two numbers that happen to be one. */
    public static <T extends CalculusFieldElement<T>> T squared(FieldVector<T> v) {
        if (v instanceof DoubleVector) {
            return v.dotProduct(v);
        }
        T squares = v.getField().getZero();
        for (int i = 0; i < v.getDimension(); i++) {
            squares = squares.add(v.getEntry(i).square());
        }
        return squares;
    }

    /** The Frobenius norm of a matrix, in double precision. */
    public static <T extends CalculusFieldElement<T>> double frobenius(FieldMatrix<T> matrix) {
        double squares = 0;
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                double entry = matrix.getEntry(i, j).getReal();
                squares += entry * entry;
            }
        }
        return Math.sqrt(squares);
    }
}
