package org.selfstab.certify.region;

import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;

/**
 * {@code f(f(theta)) = theta} with the step {@code f(theta) = theta - eta grad L(theta)} of gradient descent: orbits of period two, and its
 * fixed points.
 *
 * @param loss the loss
 * @param eta contains the step size
 */
record TwoCycleSystem(Loss<Interval> loss, Interval eta) implements SquareSystem {

    /** Contains the next iterates of a box. */
    FieldVector<Interval> next(FieldVector<Interval> box) {
        return box.subtract(loss.at(box).gradient().mapMultiply(eta));
    }

    /** Contains the derivative of the second iterate over a box, n by n. */
    FieldMatrix<Interval> secondIterateDerivative(FieldVector<Interval> box) {
        return stepDerivative(next(box)).multiply(stepDerivative(box));
    }

    private FieldMatrix<Interval> stepDerivative(FieldVector<Interval> box) {
        return Boxes.identity(loss.dimension()).subtract(loss.at(box).hessian().scalarMultiply(eta));
    }

    @Override
    public FieldVector<Interval> value(FieldVector<Interval> box) {
        return next(next(box)).subtract(box);
    }

    @Override
    public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
        return secondIterateDerivative(box).subtract(Boxes.identity(loss.dimension()));
    }
}
