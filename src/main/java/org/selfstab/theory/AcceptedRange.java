package org.selfstab.theory;

import org.selfstab.claims.Bound;

/**
 * The values of a number that agree with a claim.
 *
 * @param least the smallest, possibly minus infinity
 * @param most the largest, possibly infinity
 */
public record AcceptedRange(double least, double most) {

    public AcceptedRange {
        if (!(least <= most) || (Double.isInfinite(least) && Double.isInfinite(most))) {
            throw new IllegalArgumentException("no range: " + least + " to " + most);
        }
    }

    /** Everything from a number up. */
    public static AcceptedRange atLeast(double least) {
        return new AcceptedRange(least, Double.POSITIVE_INFINITY);
    }

    /** Everything up to a number. */
    public static AcceptedRange atMost(double most) {
        return new AcceptedRange(Double.NEGATIVE_INFINITY, most);
    }

    /** A number and what differs from it by no more than a tolerance. */
    public static AcceptedRange around(double value, double tolerance) {
        return new AcceptedRange(value - tolerance, value + tolerance);
    }

    /** A value beside the end of the range that it violates, or that it is nearest to. */
    public Bound boundOf(double value) {
        boolean lower = Double.isInfinite(most) || value < least || (value <= most && value - least < most - value);
        return lower ? new Bound(value, least, Bound.Sense.AT_LEAST) : new Bound(value, most, Bound.Sense.AT_MOST);
    }
}
