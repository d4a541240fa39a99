package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;

/** A set that contains a point of which no more is known. */
public interface PointSet {

    /** The exact point in the middle, of dimension n. */
    FieldVector<Interval> centre();

    /** No member is farther from the centre, in the Euclidean norm. */
    double radius();

    /** A box that contains all members. */
    FieldVector<Interval> box();

    /**
     * The points within a Euclidean distance of a centre.
     *
     * @param centre the centre, an exact point of dimension n
     * @param radius the distance, not negative
     */
    record Ball(FieldVector<Interval> centre, double radius) implements PointSet {

        @Override
        public FieldVector<Interval> box() {
            return Boxes.around(centre, radius);
        }
    }
}
