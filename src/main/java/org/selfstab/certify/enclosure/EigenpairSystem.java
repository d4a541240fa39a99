package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;
import org.selfstab.numeric.Norm;

/**
 * {@code H u = S u, (|u|^2 - 1)/2 = 0} in the unknowns (u, S), for all symmetric matrices in an interval matrix at once.
 *
 * @param hessian the matrices H, n by n
 */
record EigenpairSystem(FieldMatrix<Interval> hessian) implements SquareSystem {

    private static final Interval HALF = Interval.of(0.5);

    @Override
    public FieldVector<Interval> value(FieldVector<Interval> box) {
        int n = hessian.getRowDimension();
        FieldVector<Interval> u = box.getSubVector(0, n);
        Interval length = Norm.squared(u).subtract(1.0).multiply(HALF);
        return hessian.operate(u).subtract(u.mapMultiply(box.getEntry(n))).append(length);
    }

    @Override
    public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
        int n = hessian.getRowDimension();
        FieldMatrix<Interval> jacobian = Boxes.identity(n + 1);
        jacobian.setEntry(n, n, Interval.of(0.0));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian.setEntry(i, j, hessian.getEntry(i, j));
            }
            jacobian.setEntry(i, i, hessian.getEntry(i, i).subtract(box.getEntry(n)));
            jacobian.setEntry(i, n, box.getEntry(i).negate());
            jacobian.setEntry(n, i, box.getEntry(i));
        }
        return jacobian;
    }
}
