package org.selfstab.certify.region;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.dynamics.LinearMethod;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;

/**
 * {@code f(theta) = theta - (2/S_c) grad L(theta)}, a step of gradient descent with the edge of a linear optimizer. For two points the equations say
 * {@code grad L(p) + grad L(q) = 0} and {@code p - q = (grad L(p) - grad L(q))/S_c}.
 *
 * @param loss the loss
 * @param eta contains {@code 2/S_c}
 * @param method the optimizer
 */
record LinearCycleMap(Loss<Interval> loss, Interval eta, LinearMethod<Interval> method) implements CycleMap {

    @Override
    public FieldVector<Interval> next(FieldVector<Interval> box) {
        return box.subtract(loss.at(box).gradient().mapMultiply(eta));
    }

    @Override
    public FieldMatrix<Interval> derivative(FieldVector<Interval> box) {
        return Boxes.identity(loss.dimension()).subtract(loss.at(box).hessian().scalarMultiply(eta));
    }

    @Override
    public FieldMatrix<Interval> stateDerivative(FieldVector<Interval> box) {
        return method.derivative(loss.at(box).hessian());
    }

    @Override
    public double[] ofState(List<FieldVector<Binary64>> state) {
        return Boxes.numbers(state.get(0));
    }

    @Override
    public List<Interval> shown(FieldVector<Interval> box) {
        return Arrays.asList(box.toArray());
    }
}
