package org.selfstab.numeric;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.hipparchus.util.MathArrays;
import org.hipparchus.util.MathUtils;

/**
 * A vector over the doubles, kept in one array. Hipparchus's generic vector has an object for every entry of every intermediate
 * result; formulas written for any field ran several times longer on it. The operations and their roundings are the same.
 */
public final class DoubleVector implements FieldVector<Binary64> {

    private final double[] entries;

    private DoubleVector(double[] entries) {
        this.entries = entries;
    }

    /** The zero vector of some dimension. */
    public static DoubleVector zero(int dimension) {
        return new DoubleVector(new double[dimension]);
    }

    /** A vector with a copy of some entries. */
    public static DoubleVector of(double... entries) {
        return new DoubleVector(ArrayVectors.copy(entries));
    }

    /** A copy of a vector. */
    public static DoubleVector copyOf(FieldVector<Binary64> vector) {
        return of(entriesOf(vector));
    }

    /** A vector on an array that nobody else changes. */
    static DoubleVector on(double[] entries) {
        return new DoubleVector(entries);
    }

    /** The entries of any vector, to be read only. */
    static double[] entriesOf(FieldVector<Binary64> vector) {
        return vector instanceof DoubleVector doubles ? doubles.entries : array(vector);
    }

    /** The real parts of any vector's entries, in an array of their own. */
    public static double[] array(FieldVector<? extends CalculusFieldElement<?>> vector) {
        if ((Object) vector instanceof DoubleVector doubles) {
            return ArrayVectors.copy(doubles.entries);
        }
        double[] array = new double[vector.getDimension()];
        for (int i = 0; i < array.length; i++) {
            array[i] = vector.getEntry(i).getReal();
        }
        return array;
    }

    /** The real parts of any vector's entries. */
    public static List<Double> list(FieldVector<? extends CalculusFieldElement<?>> vector) {
        return Arrays.stream(array(vector)).boxed().toList();
    }

    /** Copies the entries of any vector to a part of an array. */
    public static void copy(FieldVector<Binary64> vector, double[] array, int first) {
        double[] entries = entriesOf(vector);
        System.arraycopy(entries, 0, array, first, entries.length);
    }

    @Override
    public Field<Binary64> getField() {
        return Binary64Field.getInstance();
    }

    @Override
    public int getDimension() {
        return entries.length;
    }

    @Override
    public Binary64 getEntry(int index) {
        checkIndex(index);
        return new Binary64(entries[index]);
    }

    @Override
    public void setEntry(int index, Binary64 value) {
        checkIndex(index);
        entries[index] = value.getReal();
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= entries.length) {
            MathUtils.checkRangeInclusive(index, 0, entries.length - 1);
        }
    }

    /** Short, so that Java's first compiler puts it where it is called. */
    private void checkDimension(double[] others) {
        if (entries.length != others.length) {
            MathUtils.checkDimension(entries.length, others.length);
        }
    }

    @Override
    public void set(Binary64 value) {
        Arrays.fill(entries, value.getReal());
    }

    @Override
    public DoubleVector copy() {
        return of(entries);
    }

    @Override
    public DoubleVector add(FieldVector<Binary64> v) {
        double[] others = entriesOf(v);
        checkDimension(others);
        double[] sum = new double[entries.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = entries[i] + others[i];
        }
        return on(sum);
    }

    @Override
    public DoubleVector subtract(FieldVector<Binary64> v) {
        double[] others = entriesOf(v);
        checkDimension(others);
        double[] difference = new double[entries.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = entries[i] - others[i];
        }
        return on(difference);
    }

    @Override
    public DoubleVector mapMultiply(Binary64 factor) {
        double number = factor.getReal();
        double[] product = new double[entries.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = entries[i] * number;
        }
        return on(product);
    }

    @Override
    public Binary64 dotProduct(FieldVector<Binary64> v) {
        double[] others = entriesOf(v);
        checkDimension(others);
        double sum = 0.0;
        for (int i = 0; i < entries.length; i++) {
            sum += entries[i] * others[i];
        }
        return new Binary64(sum);
    }

    /** {@link FieldVectors#plus}. */
    DoubleVector plus(double factor, FieldVector<Binary64> v) {
        double[] others = entriesOf(v);
        checkDimension(others);
        DoubleVector sum = copy();
        ArrayVectors.add(factor, others, sum.entries);
        return sum;
    }

    /** {@link FieldVectors#off}. */
    DoubleVector off(FieldVector<Binary64> v) {
        DoubleVector rest = copyOf(v);
        takeOff(rest);
        return rest;
    }

    /** {@link FieldVectors#takeOff}. */
    void takeOff(DoubleVector v) {
        checkDimension(v.entries);
        double along = ArrayVectors.dot(entries, v.entries);
        for (int i = 0; i < entries.length; i++) {
            v.entries[i] -= entries[i] * along;
        }
    }

    /** {@link FieldVectors#addTo}. */
    void add(double factor, DoubleVector v) {
        checkDimension(v.entries);
        ArrayVectors.add(factor, v.entries, entries);
    }

    /** {@link FieldVectors#magnitude}. */
    double magnitude(DoubleVector v) {
        checkDimension(v.entries);
        double sum = 0.0;
        for (int i = 0; i < entries.length; i++) {
            sum += Math.abs(entries[i] * v.entries[i]);
        }
        return sum;
    }

    /** {@link Norm#of}. */
    double norm() {
        return ArrayVectors.norm(entries);
    }

    /** {@link FieldVectors#isFinite}. */
    boolean isFinite() {
        boolean finite = true;
        for (double entry : entries) {
            finite &= Double.isFinite(entry);
        }
        return finite;
    }

    @Override
    public DoubleMatrix outerProduct(FieldVector<Binary64> v) {
        double[] others = entriesOf(v);
        DoubleMatrix product = DoubleMatrix.zero(entries.length, others.length);
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < others.length; j++) {
                product.set(i, j, entries[i] * others[j]);
            }
        }
        return product;
    }

    @Override
    public DoubleVector projection(FieldVector<Binary64> v) {
        Binary64 share = dotProduct(v).divide(v.dotProduct(v));
        return copyOf(v).mapMultiply(share);
    }

    @Override
    public DoubleVector ebeMultiply(FieldVector<Binary64> v) {
        return entrywise(v, (a, b) -> a * b);
    }

    @Override
    public DoubleVector ebeDivide(FieldVector<Binary64> v) {
        return entrywise(v, (a, b) -> a / b);
    }

    private DoubleVector entrywise(FieldVector<Binary64> v, DoubleBinaryOperator operator) {
        double[] others = entriesOf(v);
        checkDimension(others);
        double[] results = new double[entries.length];
        Arrays.setAll(results, i -> operator.applyAsDouble(entries[i], others[i]));
        return on(results);
    }

    @Override
    public DoubleVector mapAdd(Binary64 d) {
        return copy().mapAddToSelf(d);
    }

    @Override
    public DoubleVector mapAddToSelf(Binary64 d) {
        return replaceEach(a -> a + d.getReal());
    }

    @Override
    public DoubleVector mapSubtract(Binary64 d) {
        return copy().mapSubtractToSelf(d);
    }

    @Override
    public DoubleVector mapSubtractToSelf(Binary64 d) {
        return replaceEach(a -> a - d.getReal());
    }

    @Override
    public DoubleVector mapMultiplyToSelf(Binary64 d) {
        double factor = d.getReal();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= factor;
        }
        return this;
    }

    @Override
    public DoubleVector mapDivide(Binary64 d) {
        return copy().mapDivideToSelf(d);
    }

    @Override
    public DoubleVector mapDivideToSelf(Binary64 d) {
        return replaceEach(a -> a / d.getReal());
    }

    @Override
    public DoubleVector mapInv() {
        return copy().mapInvToSelf();
    }

    @Override
    public DoubleVector mapInvToSelf() {
        return replaceEach(a -> 1.0 / a);
    }

    private DoubleVector replaceEach(DoubleUnaryOperator operator) {
        Arrays.setAll(entries, i -> operator.applyAsDouble(entries[i]));
        return this;
    }

    @Override
    public DoubleVector append(FieldVector<Binary64> v) {
        double[] others = entriesOf(v);
        double[] longer = Arrays.copyOf(entries, entries.length + others.length);
        System.arraycopy(others, 0, longer, entries.length, others.length);
        return on(longer);
    }

    @Override
    public DoubleVector append(Binary64 d) {
        double[] longer = Arrays.copyOf(entries, entries.length + 1);
        longer[entries.length] = d.getReal();
        return on(longer);
    }

    @Override
    public DoubleVector getSubVector(int index, int n) {
        MathUtils.checkRangeInclusive(index, 0, entries.length);
        MathUtils.checkRangeInclusive(n, 0, entries.length - index);
        return on(Arrays.copyOfRange(entries, index, index + n));
    }

    @Override
    public void setSubVector(int index, FieldVector<Binary64> v) {
        MathUtils.checkRangeInclusive(index, 0, entries.length - v.getDimension());
        System.arraycopy(entriesOf(v), 0, entries, index, v.getDimension());
    }

    @Override
    public Binary64[] toArray() {
        Binary64[] objects = MathArrays.buildArray(getField(), entries.length);
        Arrays.setAll(objects, i -> new Binary64(entries[i]));
        return objects;
    }

    /** Whether the other is a vector of doubles with equal entries. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DoubleVector vector && Arrays.equals(entries, vector.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.toString(entries);
    }
}
