package org.selfstab.certify.region;

import java.util.List;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.certify.enclosure.SquareSystem;
import org.selfstab.interval.Interval;

/** A map f whose orbits are those of an optimizer; of {@link LinearCycleMap} with memory, those of period two alone. */
interface CycleMap {

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

    /** The equations {@code f^p(z) - z = 0} of its orbits of a period, which orbits of the period's divisors solve too. */
    default SquareSystem orbits(int period) {
        CycleMap map = this;
        return new SquareSystem() {
            @Override
            public FieldVector<Interval> value(FieldVector<Interval> box) {
                return map.after(period, box).subtract(box);
            }

            @Override
            public FieldMatrix<Interval> jacobian(FieldVector<Interval> box) {
                FieldVector<Interval> point = box;
                FieldMatrix<Interval> product = map.derivative(box);
                for (int k = 1; k < period; k++) {
                    point = map.next(point);
                    product = map.derivative(point).multiply(product);
                }
                return product.subtract(Boxes.identity(box.getDimension()));
            }
        };
    }

    /** Contains the images of a box after some steps. */
    default FieldVector<Interval> after(int steps, FieldVector<Interval> box) {
        FieldVector<Interval> image = box;
        for (int k = 0; k < steps; k++) {
            image = next(image);
        }
        return image;
    }
}
