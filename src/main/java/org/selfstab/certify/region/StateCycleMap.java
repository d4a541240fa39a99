package org.selfstab.certify.region;

import java.util.ArrayList;
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
 * A step of a linear optimizer, theory.md (28), of its whole state, the copies one below the other.
 *
 * @param loss the loss
 * @param method the optimizer
 */
record StateCycleMap(Loss<Interval> loss, LinearMethod<Interval> method) implements CycleMap {

    @Override
    public FieldVector<Interval> next(FieldVector<Interval> box) {
        List<FieldVector<Interval>> copies = copies(box);
        List<FieldVector<Interval>> next =
                method.next(copies, loss.at(method.read(copies)).gradient());
        return next.stream().reduce(FieldVector::append).orElseThrow();
    }

    @Override
    public FieldMatrix<Interval> derivative(FieldVector<Interval> box) {
        return method.derivative(loss.at(method.read(copies(box))).hessian());
    }

    @Override
    public FieldMatrix<Interval> stateDerivative(FieldVector<Interval> box) {
        return derivative(box);
    }

    @Override
    public double[] ofState(List<FieldVector<Binary64>> state) {
        return Boxes.numbers(state.stream()
                .map(copy -> Boxes.at(Boxes.numbers(copy)))
                .reduce(FieldVector::append)
                .orElseThrow());
    }

    @Override
    public List<Interval> shown(FieldVector<Interval> box) {
        return Arrays.asList(box.toArray());
    }

    private List<FieldVector<Interval>> copies(FieldVector<Interval> box) {
        int n = loss.dimension();
        List<FieldVector<Interval>> copies = new ArrayList<>();
        for (int i = 0; i < box.getDimension(); i += n) {
            copies.add(box.getSubVector(i, n));
        }
        return copies;
    }
}
