package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.Norm;

/** Upper bounds on the operator norms of the third and fourth derivatives over a box: their Frobenius norms, which are never less. */
public final class TensorNorms {

    private final LossAtPoint<Interval> local;
    private final int n;

    public TensorNorms(LossAtPoint<Interval> local) {
        this.local = local;
        this.n = local.point().getDimension();
    }

    /** No operator norm of {@code D3L} over the box is larger. */
    public double third() {
        Interval squares = Interval.of(0.0);
        for (int i = 0; i < n; i++) {
            squares = squares.add(Norm.squared(Boxes.entries(local.third(unit(i)))));
        }
        return squares.sqrt().upper();
    }

    /** No operator norm of {@code D4L} over the box is larger. */
    public double fourth() {
        Interval squares = Interval.of(0.0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                Interval share = Norm.squared(Boxes.entries(local.fourth(unit(i), unit(j))));
                squares = squares.add(i == j ? share : share.multiply(2));
            }
        }
        return squares.sqrt().upper();
    }

    private FieldVector<Interval> unit(int i) {
        FieldVector<Interval> e = Boxes.zero(n);
        e.setEntry(i, Interval.of(1.0));
        return e;
    }
}
