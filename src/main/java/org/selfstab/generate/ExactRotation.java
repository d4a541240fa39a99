package org.selfstab.generate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.fraction.BigFractionField;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * A rotation with rational entries: the product of two Householder reflections {@code I - 2 v v^T/|v|^2} with small integer v. Its first column,
 * where u goes, has one entry of largest magnitude, which is positive, so that the sign of u is the one that t = 0 prescribes.
 */
final class ExactRotation {

    private static final int LARGEST_ENTRY = 2;
    /** How much larger than the others the largest entry of the first column is, at least. */
    private static final BigFraction CLEARLY = new BigFraction(21, 20);

    private static final int MAX_DRAWS = 10_000;

    private final FieldMatrix<BigFraction> matrix;

    private ExactRotation(FieldMatrix<BigFraction> matrix) {
        this.matrix = matrix;
    }

    /** A rotation that is not the identity, of dimension at least 2. */
    static ExactRotation draw(Random random, int dimension) {
        for (int i = 0; i < MAX_DRAWS; i++) {
            FieldMatrix<BigFraction> candidate = reflection(random, dimension).multiply(reflection(random, dimension));
            if (isOriented(candidate) && mixes(candidate)) {
                return new ExactRotation(candidate);
            }
        }
        throw new IllegalStateException("no rotation in " + MAX_DRAWS + " draws");
    }

    private static FieldMatrix<BigFraction> reflection(Random random, int n) {
        int[] v = new int[n];
        int square = 0;
        while (square == 0) {
            for (int i = 0; i < n; i++) {
                v[i] = random.nextInt(2 * LARGEST_ENTRY + 1) - LARGEST_ENTRY;
                square += v[i] * v[i];
            }
        }
        FieldMatrix<BigFraction> reflection = MatrixUtils.createFieldIdentityMatrix(BigFractionField.getInstance(), n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reflection.addToEntry(i, j, new BigFraction(-2 * v[i] * v[j], square));
            }
        }
        return reflection;
    }

    private static boolean isOriented(FieldMatrix<BigFraction> matrix) {
        BigFraction[] first = matrix.getColumn(0);
        int largest = 0;
        for (int i = 1; i < first.length; i++) {
            largest = first[i].abs().compareTo(first[largest].abs()) > 0 ? i : largest;
        }
        for (int i = 0; i < first.length; i++) {
            if (i != largest && first[i].abs().multiply(CLEARLY).compareTo(first[largest].abs()) > 0) {
                return false;
            }
        }
        return first[largest].signum() > 0;
    }

    /** Whether each of the first two columns, those of u and gradS_perp, has several entries. */
    private static boolean mixes(FieldMatrix<BigFraction> matrix) {
        return entries(matrix.getColumn(0)) > 1 && entries(matrix.getColumn(1)) > 1;
    }

    private static int entries(BigFraction[] column) {
        int entries = 0;
        for (BigFraction entry : column) {
            entries += entry.isZero() ? 0 : 1;
        }
        return entries;
    }

    /** The matrix Q, n by n; {@code theta = Q w}. */
    FieldMatrix<BigFraction> matrix() {
        return matrix.copy();
    }

    /** {@code theta = Q w}. */
    List<Expression> rotate(List<Expression> w) {
        List<Expression> theta = new ArrayList<>();
        for (int i = 0; i < w.size(); i++) {
            theta.add(combination(matrix.getRow(i), w));
        }
        return theta;
    }

    /** {@code w = Q^T theta}. */
    List<Expression> rotateBack(List<Symbol> theta) {
        List<Expression> w = new ArrayList<>();
        for (int j = 0; j < theta.size(); j++) {
            w.add(combination(matrix.getColumn(j), theta));
        }
        return w;
    }

    /** {@code c . w}, of theta. */
    Expression form(BigFraction[] c, List<Symbol> theta) {
        return combination(matrix.operate(c), theta);
    }

    /** The linear combination, over one common denominator. */
    static Expression combination(BigFraction[] coefficients, List<? extends Expression> of) {
        BigInteger denominator = BigInteger.ONE;
        for (BigFraction c : coefficients) {
            denominator = denominator.multiply(c.getDenominator()).divide(denominator.gcd(c.getDenominator()));
        }
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < coefficients.length; i++) {
            terms.add(Expression.constant(coefficients[i].multiply(denominator)).times(of.get(i)));
        }
        return Expression.sum(terms).dividedBy(Expression.constant(new BigFraction(denominator)));
    }

    /** The rows, for people. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            StringBuilder row = new StringBuilder("[");
            for (BigFraction entry : matrix.getRow(i)) {
                row.append(row.length() > 1 ? ", " : "").append(Expression.constant(entry));
            }
            rows.add(row.append("]").toString());
        }
        return rows;
    }
}
