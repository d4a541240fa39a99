package org.selfstab.certify;

import org.selfstab.interval.Interval;

/** The largest of numbers of which each is only enclosed. */
final class LargestEnclosure {

    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.NEGATIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private int step = -1;

    /** Takes in a step's number. */
    void include(Interval number, int atStep) {
        if (step < 0 || number.midpoint() > highest) {
            highest = number.midpoint();
            step = atStep;
        }
        lower = Math.max(lower, number.lower());
        upper = Math.max(upper, number.upper());
    }

    /** The largest number, with the step whose enclosure lies highest; the whole line if there was no number. */
    EnclosedExtreme get() {
        return step < 0
                ? new EnclosedExtreme(Interval.wholeLine(), 0)
                : new EnclosedExtreme(new Interval(lower, upper), step);
    }
}
