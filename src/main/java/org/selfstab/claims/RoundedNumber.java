package org.selfstab.claims;

/**
 * A computed number and what rounding leaves of it: exactly it lies between the bounds.
 *
 * @param value as computed
 * @param lowest what it is at least, possibly minus infinity
 * @param highest what it is at most, possibly infinity
 * @param doubt how rounding may have moved it and what tells more, for people; empty where it counts as exact
 */
public record RoundedNumber(double value, double lowest, double highest, String doubt) {

    /** A number beside which its rounding does not count. */
    public static RoundedNumber exact(double value) {
        return new RoundedNumber(value, value, value, "");
    }

    /**
     * A number that rounding may have moved up and down alike.
     *
     * @param error by how much, not negative; infinite where it may be that of another run altogether
     */
    public static RoundedNumber within(double value, double error, String doubt) {
        return error > 0 && Double.isFinite(value)
                ? new RoundedNumber(value, value - error, value + error, doubt)
                : exact(value);
    }

    /** Whether rounding may have decided on which side of a bound it is. */
    public boolean mayPass(double bound) {
        return lowest < highest && lowest <= bound && bound <= highest;
    }

    /** The larger of two numbers. */
    public RoundedNumber max(RoundedNumber other) {
        boolean isHigher = highest >= other.highest;
        return new RoundedNumber(
                Math.max(value, other.value),
                Math.max(lowest, other.lowest),
                Math.max(highest, other.highest),
                (isHigher && !doubt.isEmpty()) || other.doubt.isEmpty() ? doubt : other.doubt);
    }

    /** The same number, of one of several runs. */
    public RoundedNumber of(String run) {
        return new RoundedNumber(value, lowest, highest, doubt.isEmpty() ? doubt : run + ": " + doubt);
    }
}
