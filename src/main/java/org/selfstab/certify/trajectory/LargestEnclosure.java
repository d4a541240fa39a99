package org.selfstab.certify.trajectory;

import java.util.List;
import org.hipparchus.linear.FieldVector;
import org.selfstab.certify.enclosure.Boxes;
import org.selfstab.interval.Interval;

/** The largest of numbers of which each is only enclosed. */
final class LargestEnclosure {

    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.NEGATIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private EnclosedExtreme at = new EnclosedExtreme(Interval.entire(), 0, List.of(), List.of());
    private boolean isEmpty = true;

    /** Takes in a step's number. */
    void include(Interval number, StepEnclosures step) {
        include(number, step, List.of());
    }

    /**
     * Takes in a step's number.
     *
     * @param direction the direction in which it is attained; empty if there is none to name
     */
    void include(Interval number, StepEnclosures step, List<Double> direction) {
        include(number, step.t(), step.dagger().centre(), direction);
    }

    /** Takes in the number of a point. */
    void include(Interval number, int step, FieldVector<Interval> point, List<Double> direction) {
        if (isEmpty || height(number) > highest) {
            isEmpty = false;
            highest = height(number);
            at = new EnclosedExtreme(number, step, Boxes.listed(point), direction);
        }
        lower = Math.max(lower, number.lower());
        upper = Math.max(upper, number.upper());
    }

    private static double height(Interval number) {
        return Double.isInfinite(number.lower()) ? number.upper() : number.midpoint();
    }

    /** The largest number, with the step whose enclosure lies highest; the whole line if there was no number. */
    EnclosedExtreme get() {
        return isEmpty ? at : at.withValue(new Interval(lower, upper));
    }
}
