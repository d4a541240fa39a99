package org.selfstab.certify.enclosure;

import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;

/**
 * The points within a Euclidean distance of a centre.
 *
 * @param centre the centre, an exact point of dimension n
 * @param radius the distance, not negative
 */
public record Ball(FieldVector<Interval> centre, double radius) implements PointSet {

    @Override
    public FieldVector<Interval> box() {
        return Boxes.around(centre, radius);
    }
}
