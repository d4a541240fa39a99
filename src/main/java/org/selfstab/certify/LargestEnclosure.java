package org.selfstab.certify;

import org.selfstab.interval.Interval;

/** The largest of numbers of which each is only enclosed. */
final class LargestEnclosure {

    private double lower = Double.NEGATIVE_INFINITY;
    private double upper = Double.NEGATIVE_INFINITY;
    private int step = -1;

    /** Takes in a step's number. */
    void include(Interval number, int atStep) {
        if (number.lower() > lower) {
            lower = number.lower();
            step = atStep;
        }
        upper = Math.max(upper, number.upper());
    }

    /** The largest number, with the step whose enclosure lies highest. */
    EnclosedExtreme get() {
        return new EnclosedExtreme(new Interval(lower, upper), step);
    }
}
