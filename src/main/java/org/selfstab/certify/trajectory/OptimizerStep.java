package org.selfstab.certify.trajectory;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.Parallelepiped;
import org.selfstab.interval.Interval;
import org.selfstab.loss.Loss;

/** One step of the exact optimizer, theory.md (28), of all states in a set, by the mean value theorem. */
final class OptimizerStep {

    private final Loss<Interval> loss;
    private final OptimizerEnclosure optimizer;

    OptimizerStep(Loss<Interval> loss, OptimizerEnclosure optimizer) {
        this.loss = loss;
        this.optimizer = optimizer;
    }

    /**
     * A set that contains the image of a set.
     *
     * @param iterate the iterate in doubles, at which the image's set is centred if it is the state
     */
    Parallelepiped image(Parallelepiped states, double[] iterate) {
        FieldMatrix<Interval> hessian = loss.at(optimizer.read(states).box()).hessian();
        List<FieldVector<Interval>> copies = optimizer.copies(states.centre());
        FieldVector<Interval> gradient =
                loss.at(optimizer.method().read(copies)).gradient();
        FieldVector<Interval> image =
                OptimizerEnclosure.state(optimizer.method().next(copies, gradient));
        return states.image(
                optimizer.method().derivative(hessian),
                image,
                Boxes.at(optimizer.copies() == 1 ? iterate : Boxes.numbers(image)));
    }
}
