package org.selfstab.certify.trajectory;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowFieldMatrix;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.interval.Interval;
import org.selfstab.interval.IntervalField;
import org.selfstab.loss.LossAtPoint;

/**
 * Contains the geometry of k unstable eigenvalues at all points of a box, theory.md section 11.
 *
 * @param local the loss there
 * @param u contains U, k vectors of dimension n
 * @param a contains A, k by k
 * @param third contains {@code D3L(u_i, u_j, .)}, k rows of k vectors
 * @param thirdOff contains {@code dA_ij}
 */
record UnstableGeometry(
        LossAtPoint<Interval> local,
        List<FieldVector<Interval>> u,
        FieldMatrix<Interval> a,
        List<List<FieldVector<Interval>>> third,
        List<List<FieldVector<Interval>>> thirdOff) {

    static UnstableGeometry of(LossAtPoint<Interval> local, List<FieldVector<Interval>> u, FieldMatrix<Interval> a) {
        int k = u.size();
        List<List<FieldVector<Interval>>> third = new ArrayList<>();
        List<List<FieldVector<Interval>>> thirdOff = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            FieldMatrix<Interval> alongU = local.third(u.get(i));
            List<FieldVector<Interval>> row = new ArrayList<>();
            List<FieldVector<Interval>> rowOff = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                // those below the diagonal are the same vectors
                FieldVector<Interval> vector = j < i ? third.get(j).get(i) : alongU.operate(u.get(j));
                row.add(vector);
                rowOff.add(j < i ? thirdOff.get(j).get(i) : off(u, vector));
            }
            third.add(row);
            thirdOff.add(rowOff);
        }
        return new UnstableGeometry(local, u, a, third, thirdOff);
    }

    private static FieldVector<Interval> off(List<FieldVector<Interval>> u, FieldVector<Interval> v) {
        FieldVector<Interval> off = v;
        for (FieldVector<Interval> direction : u) {
            off = off.subtract(direction.mapMultiply(direction.dotProduct(v)));
        }
        return off;
    }

    int k() {
        return u.size();
    }

    /** {@code U^T v}. */
    FieldVector<Interval> along(FieldVector<Interval> v) {
        FieldVector<Interval> x = Boxes.zero(k());
        for (int i = 0; i < k(); i++) {
            x.setEntry(i, u.get(i).dotProduct(v));
        }
        return x;
    }

    /** {@code U x}. */
    FieldVector<Interval> spanned(FieldVector<Interval> x) {
        FieldVector<Interval> sum = u.get(0).mapMultiply(x.getEntry(0));
        for (int i = 1; i < k(); i++) {
            sum = sum.add(u.get(i).mapMultiply(x.getEntry(i)));
        }
        return sum;
    }

    /** {@code P v}. */
    FieldVector<Interval> off(FieldVector<Interval> v) {
        return off(u, v);
    }

    /** {@code U U^T}, n by n. */
    FieldMatrix<Interval> onSpace() {
        FieldMatrix<Interval> sum = u.get(0).outerProduct(u.get(0));
        for (FieldVector<Interval> direction : u.subList(1, k())) {
            sum = sum.add(direction.outerProduct(direction));
        }
        return sum;
    }

    /** P, n by n. */
    FieldMatrix<Interval> offSpace() {
        return Boxes.identity(u.get(0).getDimension()).subtract(onSpace());
    }

    /** {@code alpha_ij = -grad L . dA_ij}. */
    FieldMatrix<Interval> alpha() {
        return derivativeAlong(thirdOff, local.gradient().mapMultiply(Interval.of(-1.0)));
    }

    /** {@code Y_ij = dA_ij . v}. */
    FieldMatrix<Interval> y(FieldVector<Interval> v) {
        return derivativeAlong(thirdOff, v);
    }

    /** {@code D3L(u_i, u_j, v)}. */
    FieldMatrix<Interval> changeOfA(FieldVector<Interval> v) {
        return derivativeAlong(third, v);
    }

    private FieldMatrix<Interval> derivativeAlong(
            List<List<FieldVector<Interval>>> derivatives, FieldVector<Interval> v) {
        FieldMatrix<Interval> matrix = new Array2DRowFieldMatrix<>(IntervalField.getInstance(), k(), k());
        for (int i = 0; i < k(); i++) {
            for (int j = i; j < k(); j++) {
                Interval entry = derivatives.get(i).get(j).dotProduct(v);
                matrix.setEntry(i, j, entry);
                matrix.setEntry(j, i, entry);
            }
        }
        return matrix;
    }

    /** {@code sum_j x_j dA_ij}, k vectors. */
    List<FieldVector<Interval>> bends(FieldVector<Interval> x) {
        List<FieldVector<Interval>> bends = new ArrayList<>();
        for (int i = 0; i < k(); i++) {
            FieldVector<Interval> sum = thirdOff.get(i).get(0).mapMultiply(x.getEntry(0));
            for (int j = 1; j < k(); j++) {
                sum = sum.add(thirdOff.get(i).get(j).mapMultiply(x.getEntry(j)));
            }
            bends.add(sum);
        }
        return bends;
    }

    /** {@code dA : Z}. */
    FieldVector<Interval> push(FieldMatrix<Interval> z) {
        FieldVector<Interval> sum = Boxes.zero(u.get(0).getDimension());
        for (int i = 0; i < k(); i++) {
            for (int j = 0; j < k(); j++) {
                sum = sum.add(thirdOff.get(i).get(j).mapMultiply(z.getEntry(i, j)));
            }
        }
        return sum;
    }
}
