package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.selfstab.interval.DecimalInterval;

/**
 * Coordinates {@code (S x I) s} of the copies in which a step off u hardly stretches: {@code S'S} is about the sum of {@code F'^k F^k} over k, of {@code F = A - 1 w},
 * and a multiple of {@code w' w}, with the left eigenvector {@code w A = w}, {@code w 1 = 1}. That is in doubles and only proposes; with any S, and the enclosed
 * inverse of it, bounds are true.
 */
final class CopiesNorm {

    private static final int TERMS = 2_000;

    private final EnclosedOptimizer optimizer;
    private final FieldMatrix<DecimalInterval> to;
    private final FieldMatrix<DecimalInterval> from;

    CopiesNorm(Decimals decimals, EnclosedOptimizer optimizer) {
        this.optimizer = optimizer;
        int q = optimizer.copies();
        RealMatrix upper = MatrixUtils.createRealIdentityMatrix(q);
        if (q > 1) {
            upper = proposal(optimizer).orElse(upper);
        }
        this.to = new Array2DRowFieldMatrix<>(decimals.field(), q, q);
        this.from = new Array2DRowFieldMatrix<>(decimals.field(), q, q);
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                to.setEntry(i, j, decimals.field().of(upper.getEntry(i, j)));
            }
        }
        for (int j = 0; j < q; j++) {
            from.setColumnVector(
                    j, EnclosedOptimizer.solved(to, decimals.identity(q).getColumnVector(j)));
        }
    }

    /** Empty where the powers of A do not stay within the range of doubles. */
    private static Optional<RealMatrix> proposal(EnclosedOptimizer optimizer) {
        int q = optimizer.copies();
        RealMatrix a = MatrixUtils.createRealMatrix(Decimals.midpoints(optimizer.a()));
        RealMatrix one = MatrixUtils.createRealMatrix(q, 1).scalarAdd(1.0);
        // powers of A tend to 1 w
        RealMatrix limit = a;
        for (int k = 0; k < Integer.SIZE; k++) {
            limit = limit.multiply(limit);
        }
        RealMatrix w = limit.getRowMatrix(0);
        RealMatrix fast = a.subtract(one.multiply(w));
        RealMatrix power = MatrixUtils.createRealIdentityMatrix(q).subtract(one.multiply(w));
        RealMatrix slow = w.transpose().multiply(w);
        RealMatrix norm = slow;
        for (int k = 0; k < TERMS; k++) {
            norm = norm.add(power.transpose().multiply(power));
            power = power.multiply(fast);
        }
        if (!Double.isFinite(norm.getNorm1())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new CholeskyDecomposition(norm.add(norm.transpose()).scalarMultiply(0.5)).getLT());
        } catch (MathRuntimeException none) {
            return Optional.empty();
        }
    }

    /** A unit push, of gradient descent as it is; else {@code -B/b} times it. */
    FieldVector<DecimalInterval> push(FieldVector<DecimalInterval> unit) {
        if (optimizer.copies() == 1) {
            return unit;
        }
        List<FieldVector<DecimalInterval>> copies = new ArrayList<>();
        for (DecimalInterval entry : optimizer.b().toArray()) {
            copies.add(unit.mapMultiply(entry.negate().divide(optimizer.drift())));
        }
        return optimizer.onCopies(to, unit.getDimension()).operate(EnclosedOptimizer.state(copies));
    }

    /** The vector whose product with a push in these coordinates is that of a direction with {@code C s}. */
    FieldVector<DecimalInterval> reading(FieldVector<DecimalInterval> direction) {
        if (optimizer.copies() == 1) {
            return direction;
        }
        List<FieldVector<DecimalInterval>> copies = new ArrayList<>();
        for (DecimalInterval entry : optimizer.c().toArray()) {
            copies.add(direction.mapMultiply(entry));
        }
        return optimizer.onCopies(from.transpose(), direction.getDimension()).operate(EnclosedOptimizer.state(copies));
    }

    /** A matrix that acts on states, in these coordinates. */
    FieldMatrix<DecimalInterval> inCoordinates(FieldMatrix<DecimalInterval> matrix) {
        int n = matrix.getRowDimension() / optimizer.copies();
        return optimizer.copies() == 1
                ? matrix
                : optimizer.onCopies(to, n).multiply(matrix).multiply(optimizer.onCopies(from, n));
    }
}
