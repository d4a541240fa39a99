package org.selfstab.certify;

import org.hipparchus.linear.FieldMatrix;
import org.selfstab.interval.Interval;

/**
 * Whether all eigenvalues of the matrices in an interval matrix lie inside the unit circle, by the criterion of Schur and Cohn on the
 * characteristic polynomial (Jury and Blanchard 1961): {@code p} of degree n has all roots inside if and only if {@code |a_0| < |a_n|} and
 * so has the polynomial {@code (a_n p(z) - a_0 z^n p(1/z))/z} of degree n - 1.
 */
final class SpectralRadius {

    /** Where the eigenvalues are. */
    enum Place {
        /** All inside the unit circle. */
        INSIDE,
        /** At least one on or outside the unit circle. */
        NOT_INSIDE,
        /** The bounds do not tell. */
        UNDECIDED
    }

    private SpectralRadius() {}

    static Place of(FieldMatrix<Interval> matrix) {
        Interval[] polynomial = characteristicPolynomial(matrix);
        while (polynomial.length > 1) {
            int degree = polynomial.length - 1;
            Interval constant = polynomial[0].abs();
            Interval leading = polynomial[degree].abs();
            if (constant.lower() >= leading.upper()) {
                return Place.NOT_INSIDE;
            }
            if (!(constant.upper() < leading.lower())) {
                return Place.UNDECIDED;
            }
            polynomial = reduced(polynomial);
        }
        return Place.INSIDE;
    }

    private static Interval[] reduced(Interval[] p) {
        int degree = p.length - 1;
        Interval[] reduced = new Interval[degree];
        for (int i = 1; i <= degree; i++) {
            reduced[i - 1] = p[degree].multiply(p[i]).subtract(p[0].multiply(p[degree - i]));
        }
        return reduced;
    }

    /** The coefficients from the constant one on, by Faddeev and LeVerrier. */
    private static Interval[] characteristicPolynomial(FieldMatrix<Interval> matrix) {
        int n = matrix.getRowDimension();
        Interval[] coefficients = new Interval[n + 1];
        coefficients[n] = Interval.of(1.0);
        FieldMatrix<Interval> auxiliary = Boxes.identity(n);
        for (int k = 1; k <= n; k++) {
            FieldMatrix<Interval> product = matrix.multiply(auxiliary);
            coefficients[n - k] = trace(product).divide(-k);
            auxiliary = product.add(Boxes.identity(n).scalarMultiply(coefficients[n - k]));
        }
        return coefficients;
    }

    private static Interval trace(FieldMatrix<Interval> matrix) {
        Interval trace = Interval.of(0.0);
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            trace = trace.add(matrix.getEntry(i, i));
        }
        return trace;
    }
}
