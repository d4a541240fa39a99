package org.selfstab.numeric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.MatrixUtils;

/**
 * Eigenproblems over any field by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, section 8.5): no
 * library on the JVM solves them beyond double precision. Quadratically convergent, accurate to the field's precision
 * whatever the multiplicities.
 *
 * @param <T> the field's elements
 */
public final class JacobiEigensolver<T extends CalculusFieldElement<T>> implements Eigensolver<T> {

    private static final int MAX_SWEEPS = 100;

    @Override
    public Eigensystem<T> solve(FieldMatrix<T> matrix) {
        FieldMatrix<T> a = matrix.copy();
        FieldMatrix<T> v = MatrixUtils.createFieldIdentityMatrix(matrix.getField(), matrix.getRowDimension());
        boolean rotated = true;
        for (int sweep = 0; sweep < MAX_SWEEPS && rotated; sweep++) {
            rotated = rotateInEveryPlane(a, v);
        }
        return sorted(a, v);
    }

    /** A sweep; says whether any entry that it rotated away was not negligible. */
    private boolean rotateInEveryPlane(FieldMatrix<T> a, FieldMatrix<T> v) {
        boolean rotated = false;
        for (int p = 0; p < a.getRowDimension(); p++) {
            for (int q = p + 1; q < a.getRowDimension(); q++) {
                if (!a.getEntry(p, q).isZero()) {
                    rotated |= !isNegligible(a, p, q);
                    rotate(a, v, p, q);
                }
            }
        }
        return rotated;
    }

    /** An off-diagonal entry that no longer changes the diagonal: its square falls below the rounding of their product. */
    private boolean isNegligible(FieldMatrix<T> a, int p, int q) {
        T off = a.getEntry(p, q).abs();
        T ulp = a.getField().getOne().ulp();
        T scale = a.getEntry(p, p).abs().add(a.getEntry(q, q).abs());
        return off.subtract(scale.multiply(ulp).multiply(0.0625)).sign().getReal() <= 0;
    }

    private void rotate(FieldMatrix<T> a, FieldMatrix<T> v, int p, int q) {
        T half = a.getEntry(q, q)
                .subtract(a.getEntry(p, p))
                .divide(a.getEntry(p, q).multiply(2.0));
        T root = half.multiply(half).add(1.0).sqrt();
        T t = half.getReal() >= 0
                ? half.add(root).reciprocal()
                : half.subtract(root).reciprocal();
        T c = t.multiply(t).add(1.0).sqrt().reciprocal();
        T s = t.multiply(c);
        for (int k = 0; k < a.getRowDimension(); k++) {
            rotatePair(a, k, p, k, q, c, s);
        }
        for (int k = 0; k < a.getRowDimension(); k++) {
            rotatePair(a, p, k, q, k, c, s);
            rotatePair(v, k, p, k, q, c, s);
        }
        a.setEntry(p, q, a.getField().getZero());
        a.setEntry(q, p, a.getField().getZero());
    }

    private void rotatePair(FieldMatrix<T> m, int row1, int column1, int row2, int column2, T c, T s) {
        T first = m.getEntry(row1, column1);
        T second = m.getEntry(row2, column2);
        m.setEntry(row1, column1, c.multiply(first).subtract(s.multiply(second)));
        m.setEntry(row2, column2, s.multiply(first).add(c.multiply(second)));
    }

    private Eigensystem<T> sorted(FieldMatrix<T> a, FieldMatrix<T> v) {
        List<Integer> order = IntStream.range(0, a.getRowDimension())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> a.getEntry(i, i), JacobiEigensolver::compare)
                        .reversed())
                .toList();
        return new Eigensystem<>(
                order.stream().map(i -> a.getEntry(i, i)).toList(),
                order.stream().map(v::getColumnVector).toList());
    }

    private static <E extends CalculusFieldElement<E>> int compare(E left, E right) {
        return Double.compare(left.subtract(right).sign().getReal(), 0.0);
    }
}
