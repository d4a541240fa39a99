package org.selfstab.numeric;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;

/**
 * Sums of vectors that each step of a run needs many times. Over the doubles they take one pass and one new vector; their roundings are those of the
 * operations that they consist of.
 */
public final class FieldVectors {

    private FieldVectors() {}

    /** {@code a + factor b}. */
    @SuppressWarnings("unchecked") // Of a vector of doubles T is Binary64.
    public static <T extends CalculusFieldElement<T>> FieldVector<T> plus(
            FieldVector<T> a, T factor, FieldVector<T> b) {
        return a instanceof DoubleVector doubles
                ? (FieldVector<T>) doubles.plus(factor.getReal(), (FieldVector<Binary64>) b)
                : a.add(b.mapMultiply(factor));
    }

    /** {@code v - u (u . v)}: what v has off a unit vector u. */
    @SuppressWarnings("unchecked") // Of a vector of doubles T is Binary64.
    public static <T extends CalculusFieldElement<T>> FieldVector<T> off(FieldVector<T> u, FieldVector<T> v) {
        return u instanceof DoubleVector doubles
                ? (FieldVector<T>) doubles.off((FieldVector<Binary64>) v)
                : v.subtract(u.mapMultiply(u.dotProduct(v)));
    }

    /** Puts {@code v - u (u . v)} in v's place; u is a unit vector. */
    public static <T extends CalculusFieldElement<T>> void takeOff(FieldVector<T> u, FieldVector<T> v) {
        if (u instanceof DoubleVector unit && v instanceof DoubleVector doubles) {
            unit.takeOff(doubles);
        } else {
            v.setSubVector(0, off(u, v));
        }
    }

    /** Puts {@code a + factor b} in a's place. */
    public static <T extends CalculusFieldElement<T>> void addTo(FieldVector<T> a, T factor, FieldVector<T> b) {
        if (a instanceof DoubleVector doubles && b instanceof DoubleVector others) {
            doubles.add(factor.getReal(), others);
        } else {
            a.setSubVector(0, plus(a, factor, b));
        }
    }

    /** {@code sum over i of |a_i b_i|}, in double precision. */
    public static <T extends CalculusFieldElement<T>> double magnitude(FieldVector<T> a, FieldVector<T> b) {
        if (a instanceof DoubleVector first && b instanceof DoubleVector second) {
            return first.magnitude(second);
        }
        double sum = 0;
        for (int i = 0; i < a.getDimension(); i++) {
            sum += Math.abs(a.getEntry(i).getReal() * b.getEntry(i).getReal());
        }
        return sum;
    }

    /** {@code sum over j of |M_ij v_j|} for each row i, in double precision. */
    public static <T extends CalculusFieldElement<T>> double[] magnitudes(FieldMatrix<T> matrix, FieldVector<T> v) {
        if (matrix instanceof DoubleMatrix entries && v instanceof DoubleVector doubles) {
            return entries.magnitudes(doubles);
        }
        double[] sums = new double[matrix.getRowDimension()];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < v.getDimension(); j++) {
                sums[i] +=
                        Math.abs(matrix.getEntry(i, j).getReal() * v.getEntry(j).getReal());
            }
        }
        return sums;
    }

    /** Whether every entry is finite. */
    public static <T extends CalculusFieldElement<T>> boolean isFinite(FieldVector<T> vector) {
        if (vector instanceof DoubleVector doubles) {
            return doubles.isFinite();
        }
        boolean finite = true;
        for (int i = 0; i < vector.getDimension(); i++) {
            finite &= vector.getEntry(i).isFinite();
        }
        return finite;
    }
}
