package org.selfstab.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;

/**
 * Whether the flip is the first exit from the unit disc, by rational arithmetic without rounding. All eigenvalues of {@code M_h = A + h B C}
 * lie inside for every h below the flip, and at the flip all but a simple -1, if and only if they do halfway and none crosses the circle on
 * the way: not at 1, since {@code det(M_h - I)} is proportional to h; not at -1, where the flip is the only one; and no pair, if {@code
 * det(I - M_h^(2))}, which is the product of all {@code 1 - lambda_i lambda_j} with {@code i < j}, has no root up to the flip. {@code M^(2)} is the second
 * compound matrix, of all minors of two rows and two columns, each of them linear in h. At {@code h = 0} the same product says that the eigenvalue 1 of A is
 * simple.
 */
final class FirstExit {

    private final List<List<BigFraction>> a;
    private final List<BigFraction> b;
    private final List<BigFraction> c;

    private FirstExit(Optimizer.Linear closed) {
        this.a = new ArrayList<>();
        for (List<Expression> row : closed.a()) {
            a.add(rationals(row));
        }
        this.b = rationals(closed.b());
        this.c = rationals(closed.c());
    }

    /**
     * Of an optimizer without parameters.
     */
    static FirstExit of(Optimizer.Linear closed) {
        return new FirstExit(closed);
    }

    /** Whether 1 is an eigenvalue of A once only. */
    boolean isOneSimple() {
        return !characteristic(BigFraction.ZERO)
                .derivative()
                .at(BigFraction.ONE)
                .isZero();
    }

    /** Whether all other eigenvalues of A lie inside the unit disc, if 1 is a simple one. */
    boolean isRestInside() {
        return characteristic(BigFraction.ZERO).withoutRoot(BigFraction.ONE).isSchurStable();
    }

    /**
     * Whether nothing leaves before the flip, which is positive.
     *
     * @param edge the curvature of the flip
     */
    boolean isFlip(Expression edge) {
        return isFlip(rational(edge));
    }

    /** The sign of the curvature of the flip. */
    static int signum(Expression edge) {
        return rational(edge).signum();
    }

    private boolean isFlip(BigFraction edge) {
        return characteristic(edge.divide(2)).isSchurStable() && pairs().hasNoRoot(BigFraction.ZERO, edge);
    }

    /** {@code det(z I - M_h)}, of z. */
    private RationalPolynomial characteristic(BigFraction h) {
        List<List<RationalPolynomial>> matrix = new ArrayList<>();
        for (int i = 0; i < b.size(); i++) {
            List<RationalPolynomial> row = new ArrayList<>();
            for (int j = 0; j < b.size(); j++) {
                BigFraction entry = entry(i, j).at(h);
                row.add(RationalPolynomial.linear(entry.negate(), i == j ? BigFraction.ONE : BigFraction.ZERO));
            }
            matrix.add(row);
        }
        return RationalPolynomial.determinant(matrix);
    }

    /** {@code det(I - M_h^(2))}, of h. */
    private RationalPolynomial pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < b.size(); i++) {
            for (int j = i + 1; j < b.size(); j++) {
                pairs.add(new int[] {i, j});
            }
        }
        List<List<RationalPolynomial>> matrix = new ArrayList<>();
        for (int[] rows : pairs) {
            List<RationalPolynomial> row = new ArrayList<>();
            for (int[] columns : pairs) {
                RationalPolynomial identity = rows == columns ? RationalPolynomial.ONE : RationalPolynomial.ZERO;
                row.add(identity.minus(minor(rows, columns)));
            }
            matrix.add(row);
        }
        return RationalPolynomial.determinant(matrix);
    }

    private RationalPolynomial minor(int[] rows, int[] columns) {
        return entry(rows[0], columns[0])
                .times(entry(rows[1], columns[1]))
                .minus(entry(rows[0], columns[1]).times(entry(rows[1], columns[0])));
    }

    private RationalPolynomial entry(int i, int j) {
        return RationalPolynomial.linear(a.get(i).get(j), b.get(i).multiply(c.get(j)));
    }

    private static List<BigFraction> rationals(List<Expression> entries) {
        List<BigFraction> rationals = new ArrayList<>();
        for (Expression entry : entries) {
            rationals.add(rational(entry));
        }
        return rationals;
    }

    private static BigFraction rational(Expression closed) {
        return closed instanceof Constant constant
                ? constant.value()
                : new BigFraction(FieldInterpreter.evaluate(closed, Binary64Field.getInstance())
                        .getReal());
    }
}
