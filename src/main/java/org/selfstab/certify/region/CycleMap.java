package org.selfstab.certify.region;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.interval.Interval;

/** A map f whose orbits of period two are those of an optimizer; as equations, {@code f(f(z)) - z = 0}, which fixed points solve too. */
interface CycleMap extends SquareSystem {

    /** Contains the images of a box. */
    FieldVector<Interval> next(FieldVector<Interval> box);

    /** Contains the derivatives of f at the points of a box. */
    FieldMatrix<Interval> derivative(FieldVector<Interval> box);

    /** Contains what a step of the optimizer multiplies differences of its whole state by, at the points of a box. */
    FieldMatrix<Interval> stateDerivative(FieldVector<Interval> box);

    /** The numbers that f acts on, of a state of the optimizer. */
    double[] ofState(List<FieldVector<Binary64>> state);

    /** Contains what people are told of the points of a box. */
    List<Interval> shown(FieldVector<Interval> box);

    @Override
    default FieldVector<Interval> value(FieldVector<Interval> box) {
        return next(next(box)).subtract(box);
    }

    @Override
    default FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
        return derivative(next(box)).multiply(derivative(box)).subtract(Boxes.identity(box.getDimension()));
    }
}
