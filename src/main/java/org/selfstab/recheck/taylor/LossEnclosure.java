package org.selfstab.recheck.taylor;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;

/** Intervals that contain a loss and its derivatives at all points of a box. */
public interface LossEnclosure {

    /** Contains {@code L}. */
    DecimalInterval value();

    /** Contains the gradients, of dimension n. */
    FieldVector<DecimalInterval> gradient();

    /** Contains the Hessians, n by n. */
    FieldMatrix<DecimalInterval> hessian();

    /** Contains the matrices {@code D3L(a, ., .)}, n by n. */
    FieldMatrix<DecimalInterval> third(FieldVector<DecimalInterval> a);

    /** Contains the matrices {@code D4L(a, b, ., .)}, n by n. */
    FieldMatrix<DecimalInterval> fourth(FieldVector<DecimalInterval> a, FieldVector<DecimalInterval> b);
}
