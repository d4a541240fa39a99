package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;

/** A system of n equations {@code F(z) = 0} in n unknowns, enclosed over boxes. */
public interface SquareSystem {

    /** Contains {@code F(z)} for every z in a box. */
    FieldVector<Interval> value(FieldVector<Interval> box);

    /** Contains the Jacobian {@code F'(z)}, n by n, for every z in a box. */
    FieldMatrix<Interval> jacobian(FieldVector<Interval> box);
}
