package org.selfstab.numeric;

import org.hipparchus.linear.AbstractFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.hipparchus.util.MathUtils;

/** A matrix over the doubles, kept row by row in one array; the counterpart of {@link DoubleVector}. */
public final class DoubleMatrix extends AbstractFieldMatrix<Binary64> {

    private final int rows;
    private final int columns;
    private final double[] entries;

    private DoubleMatrix(int rows, int columns, double[] entries) {
        super(Binary64Field.getInstance(), rows, columns);
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /** The zero matrix of some dimensions, at least 1. */
    public static DoubleMatrix zero(int rows, int columns) {
        return new DoubleMatrix(rows, columns, new double[rows * columns]);
    }

    /**
     * A matrix with a copy of some entries.
     *
     * @param rows the number of rows, at least 1
     * @param columns the number of columns, at least 1
     * @param entries the {@code rows * columns} entries, row by row
     */
    public static DoubleMatrix of(int rows, int columns, double[] entries) {
        MathUtils.checkDimension(entries.length, rows * columns);
        return new DoubleMatrix(rows, columns, ArrayVectors.copy(entries));
    }

    /**
     * A symmetric matrix.
     *
     * @param n its dimension, at least 1
     * @param upperTriangle its {@code n (n + 1)/2} entries on the diagonal and to the right of it, row by row
     */
    public static DoubleMatrix symmetric(int n, double[] upperTriangle) {
        DoubleMatrix matrix = zero(n, n);
        unfold(n, upperTriangle, matrix.entries);
        return matrix;
    }

    /** Fills an n by n array, row by row, with the symmetric matrix that has some upper triangle. */
    public static void unfold(int n, double[] upperTriangle, double[] matrix) {
        int index = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                matrix[i * n + j] = upperTriangle[index];
                matrix[j * n + i] = upperTriangle[index++];
            }
        }
    }

    /** Copies the entries of any matrix, row by row, to the beginning of an array. */
    public static void copy(FieldMatrix<Binary64> matrix, double[] array) {
        if (matrix instanceof DoubleMatrix doubles) {
            System.arraycopy(doubles.entries, 0, array, 0, doubles.entries.length);
            return;
        }
        int columns = matrix.getColumnDimension();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < columns; j++) {
                array[i * columns + j] = matrix.getEntry(i, j).getReal();
            }
        }
    }

    void set(int row, int column, double value) {
        entries[row * columns + column] = value;
    }

    @Override
    public int getRowDimension() {
        return rows;
    }

    @Override
    public int getColumnDimension() {
        return columns;
    }

    @Override
    public FieldMatrix<Binary64> createMatrix(int rowDimension, int columnDimension) {
        return zero(rowDimension, columnDimension);
    }

    @Override
    public FieldMatrix<Binary64> copy() {
        return new DoubleMatrix(rows, columns, ArrayVectors.copy(entries));
    }

    @Override
    public Binary64 getEntry(int row, int column) {
        return new Binary64(entries[index(row, column)]);
    }

    @Override
    public void setEntry(int row, int column, Binary64 value) {
        entries[index(row, column)] = value.getReal();
    }

    @Override
    public void addToEntry(int row, int column, Binary64 increment) {
        entries[index(row, column)] += increment.getReal();
    }

    @Override
    public void multiplyEntry(int row, int column, Binary64 factor) {
        entries[index(row, column)] *= factor.getReal();
    }

    private int index(int row, int column) {
        checkRowIndex(row);
        checkColumnIndex(column);
        return row * columns + column;
    }

    @Override
    public FieldVector<Binary64> operate(FieldVector<Binary64> v) {
        double[] factors = DoubleVector.entriesOf(v);
        MathUtils.checkDimension(factors.length, columns);
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0.0;
            for (int j = 0; j < columns; j++) {
                sum += entries[i * columns + j] * factors[j];
            }
            product[i] = sum;
        }
        return DoubleVector.on(product);
    }

    /** {@link FieldVectors#magnitudes}. */
    double[] magnitudes(DoubleVector v) {
        double[] factors = DoubleVector.entriesOf(v);
        MathUtils.checkDimension(factors.length, columns);
        double[] sums = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                sums[i] += Math.abs(entries[i * columns + j] * factors[j]);
            }
        }
        return sums;
    }

    @Override
    public FieldMatrix<Binary64> multiply(FieldMatrix<Binary64> m) {
        if (!(m instanceof DoubleMatrix other)) {
            return super.multiply(m);
        }
        checkMultiplicationCompatible(m);
        DoubleMatrix product = zero(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < other.columns; j++) {
                double sum = 0.0;
                for (int k = 0; k < columns; k++) {
                    sum += entries[i * columns + k] * other.entries[k * other.columns + j];
                }
                product.set(i, j, sum);
            }
        }
        return product;
    }

    @Override
    public FieldMatrix<Binary64> add(FieldMatrix<Binary64> m) {
        if (!(m instanceof DoubleMatrix other)) {
            return super.add(m);
        }
        checkAdditionCompatible(m);
        double[] sum = new double[entries.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = entries[i] + other.entries[i];
        }
        return new DoubleMatrix(rows, columns, sum);
    }
}
