package org.selfstab.recheck;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.taylor.LossEnclosure;

/**
 * The quantities of theory.md section 11 at all points of a box.
 *
 * @param decimals the arithmetic
 * @param local the loss there
 * @param u contains U, n by k
 * @param a contains {@code A = U' H U}, k by k
 * @param third contains D3L(u_i, u_j, .), one after the other by rows above and on the diagonal
 * @param off contains {@code dA_ij = P D3L(u_i, u_j, .)} likewise
 * @param alpha contains {@code alpha_ij = -grad L . dA_ij}, k by k
 */
record UnstableDecimalGeometry(
        Decimals decimals,
        LossEnclosure local,
        FieldMatrix<DecimalInterval> u,
        FieldMatrix<DecimalInterval> a,
        List<FieldVector<DecimalInterval>> third,
        List<FieldVector<DecimalInterval>> off,
        FieldMatrix<DecimalInterval> alpha) {

    static UnstableDecimalGeometry of(
            Decimals decimals, LossEnclosure local, FieldMatrix<DecimalInterval> u, FieldMatrix<DecimalInterval> a) {
        List<FieldVector<DecimalInterval>> third = new ArrayList<>();
        List<FieldVector<DecimalInterval>> off = new ArrayList<>();
        for (int i = 0; i < u.getColumnDimension(); i++) {
            FieldMatrix<DecimalInterval> alongU = local.third(u.getColumnVector(i));
            for (int j = i; j < u.getColumnDimension(); j++) {
                FieldVector<DecimalInterval> vector = alongU.operate(u.getColumnVector(j));
                third.add(vector);
                off.add(vector.subtract(u.operate(u.transpose().operate(vector))));
            }
        }
        FieldVector<DecimalInterval> down =
                local.gradient().mapMultiply(decimals.field().getOne().negate());
        return new UnstableDecimalGeometry(
                decimals, local, u, a, third, off, products(decimals, u.getColumnDimension(), off, down));
    }

    int k() {
        return u.getColumnDimension();
    }

    private static FieldMatrix<DecimalInterval> products(
            Decimals decimals, int k, List<FieldVector<DecimalInterval>> vectors, FieldVector<DecimalInterval> v) {
        FieldMatrix<DecimalInterval> products = decimals.zero(k);
        int index = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                DecimalInterval product = vectors.get(index++).dotProduct(v);
                products.setEntry(i, j, product);
                products.setEntry(j, i, product);
            }
        }
        return products;
    }

    /** {@code Y_ij = dA_ij . v}. */
    FieldMatrix<DecimalInterval> y(FieldVector<DecimalInterval> v) {
        return products(decimals, k(), off, v);
    }

    /** {@code D3L(u_i, u_j, v)}. */
    FieldMatrix<DecimalInterval> changeOfA(FieldVector<DecimalInterval> v) {
        return products(decimals, k(), third, v);
    }

    /** {@code dA : Z} of a symmetric Z. */
    FieldVector<DecimalInterval> push(FieldMatrix<DecimalInterval> z) {
        FieldVector<DecimalInterval> sum = decimals.zeros(u.getRowDimension());
        int index = 0;
        for (int i = 0; i < k(); i++) {
            for (int j = i; j < k(); j++) {
                DecimalInterval weight =
                        i == j ? z.getEntry(i, i) : z.getEntry(i, j).multiply(2);
                sum = sum.add(off.get(index++).mapMultiply(weight));
            }
        }
        return sum;
    }

    /** The vectors {@code sum_j x_j dA_ij}, as the columns of a matrix, n by k. */
    FieldMatrix<DecimalInterval> bends(FieldVector<DecimalInterval> x) {
        FieldMatrix<DecimalInterval> bends = u.copy();
        for (int i = 0; i < k(); i++) {
            FieldVector<DecimalInterval> sum = decimals.zeros(u.getRowDimension());
            for (int j = 0; j < k(); j++) {
                sum = sum.add(off.get(index(Math.min(i, j), Math.max(i, j))).mapMultiply(x.getEntry(j)));
            }
            bends.setColumnVector(i, sum);
        }
        return bends;
    }

    private int index(int i, int j) {
        return i * k() - i * (i - 1) / 2 + j - i;
    }

    /** {@code U U'}, n by n. */
    FieldMatrix<DecimalInterval> onSpace() {
        return u.multiply(u.transpose());
    }

    /** P, n by n. */
    FieldMatrix<DecimalInterval> offSpace() {
        return decimals.identity(u.getRowDimension()).subtract(onSpace());
    }
}
