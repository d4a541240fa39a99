package org.selfstab.geometry;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;

/** Vectors and matrices over any field, rounded to doubles. */
final class RealParts {

    private RealParts() {}

    static <T extends CalculusFieldElement<T>> void copy(FieldVector<T> vector, double[] entries) {
        for (int i = 0; i < entries.length; i++) {
            entries[i] = vector.getEntry(i).getReal();
        }
    }

    static <T extends CalculusFieldElement<T>> FieldVector<T> vector(double[] entries, Field<T> field) {
        FieldVector<T> vector = new ArrayFieldVector<>(field, entries.length);
        for (int i = 0; i < entries.length; i++) {
            vector.setEntry(i, field.getZero().newInstance(entries[i]));
        }
        return vector;
    }

    /** Copies a matrix row by row. */
    static <T extends CalculusFieldElement<T>> void copy(FieldMatrix<T> matrix, double[] entries) {
        int columns = matrix.getColumnDimension();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = matrix.getEntry(i / columns, i % columns).getReal();
        }
    }
}
