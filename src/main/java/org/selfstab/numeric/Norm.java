package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;

/** The Euclidean norm over a field, which Hipparchus's field vectors lack. */
public final class Norm {

    private Norm() {}

    /** {@code |v|}. */
    public static <T extends CalculusFieldElement<T>> T of(FieldVector<T> v) {
        return squared(v).sqrt();
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
}
