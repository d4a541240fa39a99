package org.selfstab.certify.enclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;

/** Vectors and matrices of intervals. */
public final class Boxes {

    private Boxes() {}

    /** The vector of zeros. */
    public static FieldVector<Interval> zero(int dimension) {
        return new ArrayFieldVector<>(IntervalField.getInstance(), dimension);
    }

    /** The box of one point. */
    public static FieldVector<Interval> at(double... point) {
        FieldVector<Interval> box = zero(point.length);
        for (int i = 0; i < point.length; i++) {
            box.setEntry(i, proposed(point[i]));
        }
        return box;
    }

    private static Interval proposed(double number) {
        if (!Double.isFinite(number)) {
            throw new EnclosureException("a number of the run in doubles, which proposes the centres, is " + number);
        }
        return Interval.of(number);
    }

    /** The smallest box that contains the ball of a radius round each member of another box. */
    public static FieldVector<Interval> around(FieldVector<Interval> centre, double radius) {
        FieldVector<Interval> box = zero(centre.getDimension());
        for (int i = 0; i < box.getDimension(); i++) {
            box.setEntry(i, Interval.around(centre.getEntry(i), radius));
        }
        return box;
    }

    /** The box with a radius of its own in each direction. */
    public static FieldVector<Interval> around(FieldVector<Interval> centre, double[] radii) {
        FieldVector<Interval> box = zero(centre.getDimension());
        for (int i = 0; i < radii.length; i++) {
            box.setEntry(i, Interval.around(centre.getEntry(i), radii[i]));
        }
        return box;
    }

    /** The doubles of a vector. */
    public static double[] numbers(FieldVector<? extends CalculusFieldElement<?>> vector) {
        double[] numbers = new double[vector.getDimension()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vector.getEntry(i).getReal();
        }
        return numbers;
    }

    /** The doubles of a vector as a list. */
    public static List<Double> listed(FieldVector<? extends CalculusFieldElement<?>> vector) {
        return Arrays.stream(numbers(vector)).boxed().toList();
    }

    /** A vector of undefined entries. */
    static FieldVector<Interval> undefined(int n) {
        return new ArrayFieldVector<>(n, Interval.undefined());
    }

    /** A matrix of undefined entries, n by n. */
    static FieldMatrix<Interval> undefinedMatrix(int n) {
        return undefined(n).outerProduct(undefined(n));
    }

    /** The doubles of a matrix, row by row. */
    public static List<List<Double>> listedRows(FieldMatrix<? extends CalculusFieldElement<?>> matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                row.add(matrix.getEntry(i, j).getReal());
            }
            rows.add(row);
        }
        return rows;
    }

    /** A matrix's entries, row by row. */
    public static <T extends CalculusFieldElement<T>> FieldVector<T> entries(FieldMatrix<T> matrix) {
        FieldVector<T> entries =
                new ArrayFieldVector<>(matrix.getField(), matrix.getRowDimension() * matrix.getColumnDimension());
        for (int i = 0; i < entries.getDimension(); i++) {
            entries.setEntry(i, matrix.getEntry(i / matrix.getColumnDimension(), i % matrix.getColumnDimension()));
        }
        return entries;
    }

    /** The matrix of intervals with one member. */
    public static FieldMatrix<Interval> exactly(FieldMatrix<Binary64> matrix) {
        FieldMatrix<Interval> intervals = new Array2DRowFieldMatrix<>(
                IntervalField.getInstance(), matrix.getRowDimension(), matrix.getColumnDimension());
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                intervals.setEntry(i, j, proposed(matrix.getEntry(i, j).getReal()));
            }
        }
        return intervals;
    }

    /** The identity, n by n. */
    public static FieldMatrix<Interval> identity(int n) {
        FieldMatrix<Interval> identity = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), n, n);
        for (int i = 0; i < n; i++) {
            identity.setEntry(i, i, Interval.of(1.0));
        }
        return identity;
    }

    /** The midpoints of a matrix. */
    public static FieldMatrix<Binary64> midpoints(FieldMatrix<Interval> matrix) {
        FieldMatrix<Binary64> midpoints = new Array2DRowFieldMatrix<>(
                Binary64Field.getInstance(), matrix.getRowDimension(), matrix.getColumnDimension());
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < matrix.getColumnDimension(); j++) {
                midpoints.setEntry(i, j, new Binary64(matrix.getEntry(i, j).midpoint()));
            }
        }
        return midpoints;
    }
}
