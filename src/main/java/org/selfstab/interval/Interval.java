package org.selfstab.interval;

import static org.selfstab.interval.DirectedRounding.addDown;
import static org.selfstab.interval.DirectedRounding.addUp;
import static org.selfstab.interval.DirectedRounding.divideDown;
import static org.selfstab.interval.DirectedRounding.divideUp;
import static org.selfstab.interval.DirectedRounding.multiplyDown;
import static org.selfstab.interval.DirectedRounding.multiplyUp;
import static org.selfstab.interval.DirectedRounding.powerDown;
import static org.selfstab.interval.DirectedRounding.powerUp;
import static org.selfstab.interval.DirectedRounding.scalbDown;
import static org.selfstab.interval.DirectedRounding.scalbUp;

import org.hipparchus.Field;

/**
 * A closed interval of real numbers with double endpoints, which may be infinite. The result of every operation contains the exact
 * result for every choice of members of the operands; where the operation is not defined for some of them it is {@link #undefined()},
 * and so is everything that is computed from that. Operations without an enclosure here throw {@link NoEnclosureException}.
 *
 * <p>{@link #getReal()} is the midpoint, and {@code equals} compares endpoints and decorations.
 *
 * @param lower the lower endpoint, below positive infinity
 * @param upper the upper endpoint, at least the lower and above negative infinity
 * @param decoration what is known of the operations that led to it; trivial only of the whole line, common only of bounded intervals
 */
public record Interval(double lower, double upper, Decoration decoration) implements Enclosing<Interval> {

    static final Interval ZERO = new Interval(0.0, 0.0);
    static final Interval ONE = new Interval(1.0, 1.0);

    private static final Interval WHOLE_LINE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Interval UNDEFINED =
            new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Decoration.TRIVIAL);
    /** The double nearest to pi lies below it. */
    private static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));

    /**
     * An interval.
     *
     * @throws IllegalArgumentException if an endpoint is not a number or the two are not in order
     */
    public Interval {
        if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("no interval from " + lower + " to " + upper);
        }
        boolean trivial = decoration == Decoration.TRIVIAL;
        // Negative zeros would make equal intervals differ.
        lower = trivial ? Double.NEGATIVE_INFINITY : lower + 0.0;
        upper = trivial ? Double.POSITIVE_INFINITY : upper + 0.0;
        if (Double.isInfinite(lower) || Double.isInfinite(upper)) {
            decoration = decoration.min(Decoration.CONTINUOUS);
        }
    }

    /**
     * An interval as it is given, not computed.
     *
     * @throws IllegalArgumentException if an endpoint is not a number or the two are not in order
     */
    public Interval(double lower, double upper) {
        this(lower, upper, Decoration.COMMON);
    }

    /** The interval of one number. */
    public static Interval of(double number) {
        return new Interval(number, number);
    }

    /** An interval that contains all numbers within a radius of another interval. */
    public static Interval around(Interval centre, double radius) {
        return new Interval(addDown(centre.lower, -radius), addUp(centre.upper, radius));
    }

    /** The interval of all numbers. */
    public static Interval entire() {
        return WHOLE_LINE;
    }

    /** The interval of all numbers, as the result of what is not defined for every member of its operands: it proves nothing. */
    public static Interval undefined() {
        return UNDEFINED;
    }

    /** Whether every operation that led to this interval is defined for all members of its operands. */
    @Override
    public boolean isDefined() {
        return decoration != Decoration.TRIVIAL;
    }

    /** The result of an operation on this and another interval that is defined and continuous on all of both. */
    private Interval with(Interval other, double low, double high) {
        return new Interval(low, high, decoration.min(other.decoration));
    }

    /** The result of an operation on this interval that is defined and continuous on all of it. */
    private Interval with(double low, double high) {
        return new Interval(low, high, decoration);
    }

    /** A number in the middle. */
    public double midpoint() {
        if (lower == Double.NEGATIVE_INFINITY || upper == Double.POSITIVE_INFINITY) {
            return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY
                    ? 0.0
                    : lower == Double.NEGATIVE_INFINITY ? -Double.MAX_VALUE : Double.MAX_VALUE;
        }
        return 0.5 * lower + 0.5 * upper;
    }

    /** The largest distance of a member from a number, rounded up. */
    public double radiusAbout(double centre) {
        return Math.max(addUp(upper, -centre), addUp(centre, -lower));
    }

    /** The largest magnitude of a member. */
    public double mag() {
        return Math.max(Math.abs(lower), Math.abs(upper));
    }

    /** The smallest magnitude of a member. */
    public double mignitude() {
        return lower > 0 ? lower : upper < 0 ? -upper : 0.0;
    }

    /** Whether a number is a member. */
    public boolean contains(double number) {
        return lower <= number && number <= upper;
    }

    /** Whether another interval lies between the endpoints without touching them. */
    public boolean interiorContains(Interval other) {
        return lower < other.lower && other.upper < upper;
    }

    /** Whether every member is greater than a number. */
    public boolean isAbove(double number) {
        return lower > number;
    }

    /** Whether every member is less than a number. */
    public boolean isBelow(double number) {
        return upper < number;
    }

    /** The smallest interval that contains this and another. */
    public Interval hull(Interval other) {
        return with(other, Math.min(lower, other.lower), Math.max(upper, other.upper));
    }

    /**
     * The members of both this and another interval; undefined if one of them is.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Interval intersection(Interval other) {
        return with(other, Math.max(lower, other.lower), Math.min(upper, other.upper));
    }

    /** The distance of the endpoints, rounded up. */
    public double width() {
        return addUp(upper, -lower);
    }

    /** The half below the midpoint, which both halves contain. */
    public Interval lowerHalf() {
        return new Interval(lower, midpoint());
    }

    /** The half above the midpoint. */
    public Interval upperHalf() {
        return new Interval(midpoint(), upper);
    }

    @Override
    public Interval add(Interval other) {
        return with(other, addDown(lower, other.lower), addUp(upper, other.upper));
    }

    @Override
    public Interval subtract(Interval other) {
        return with(other, addDown(lower, -other.upper), addUp(upper, -other.lower));
    }

    @Override
    public Interval negate() {
        return with(-upper, -lower);
    }

    /** The product. That of an unknown number with itself is its {@link #square()}, which only the caller can tell. */
    @Override
    public Interval multiply(Interval other) {
        double low = Math.min(
                Math.min(multiplyDown(lower, other.lower), multiplyDown(lower, other.upper)),
                Math.min(multiplyDown(upper, other.lower), multiplyDown(upper, other.upper)));
        double high = Math.max(
                Math.max(multiplyUp(lower, other.lower), multiplyUp(lower, other.upper)),
                Math.max(multiplyUp(upper, other.lower), multiplyUp(upper, other.upper)));
        return with(other, low, high);
    }

    @Override
    public Interval square() {
        double most = mag();
        double least = mignitude();
        return with(multiplyDown(least, least), multiplyUp(most, most));
    }

    /** The quotient; undefined if the divisor contains zero. */
    @Override
    public Interval divide(Interval divisor) {
        if (divisor.contains(0.0)) {
            return UNDEFINED;
        }
        double low = Math.min(
                Math.min(divideDown(lower, divisor.lower), divideDown(lower, divisor.upper)),
                Math.min(divideDown(upper, divisor.lower), divideDown(upper, divisor.upper)));
        double high = Math.max(
                Math.max(divideUp(lower, divisor.lower), divideUp(lower, divisor.upper)),
                Math.max(divideUp(upper, divisor.lower), divideUp(upper, divisor.upper)));
        return with(divisor, low, high);
    }

    @Override
    public Interval reciprocal() {
        return ONE.divide(this);
    }

    @Override
    public Interval abs() {
        return with(mignitude(), mag());
    }

    /** The square root; undefined if a member is negative. */
    @Override
    public Interval sqrt() {
        return lower < 0 ? UNDEFINED : with(DirectedRounding.sqrtDown(lower), DirectedRounding.sqrtUp(upper));
    }

    /** An integer power: even ones are those of the absolute value, odd ones increase; undefined for negative ones of zero. */
    @Override
    public Interval pow(int exponent) {
        if (exponent >= 0) {
            return power(exponent);
        }
        Interval inverse = power(-(long) exponent);
        return inverse.isFinite() ? inverse.reciprocal() : reciprocal().power(-(long) exponent);
    }

    private Interval power(long exponent) {
        if (exponent % 2 == 0) {
            return with(powerDown(mignitude(), exponent), powerUp(mag(), exponent));
        }
        return with(
                lower < 0 ? -powerUp(-lower, exponent) : powerDown(lower, exponent),
                upper < 0 ? -powerDown(-upper, exponent) : powerUp(upper, exponent));
    }

    @Override
    public Interval exp() {
        return EnclosingFunctions.exp(this);
    }

    @Override
    public Interval expm1() {
        return EnclosingFunctions.expm1(this);
    }

    /** The natural logarithm; undefined unless all members are positive. */
    @Override
    public Interval log() {
        return EnclosingFunctions.log(this);
    }

    /** {@code log(1 + x)}; undefined unless all members are above -1. */
    @Override
    public Interval log1p() {
        return EnclosingFunctions.log1p(this);
    }

    @Override
    public Interval sin() {
        return EnclosingFunctions.sin(this);
    }

    @Override
    public Interval cos() {
        return EnclosingFunctions.cos(this);
    }

    /** The tangent; undefined if a pole may be a member. */
    @Override
    public Interval tan() {
        return EnclosingFunctions.tan(this);
    }

    @Override
    public Interval atan() {
        return EnclosingFunctions.atan(this);
    }

    @Override
    public Interval sinh() {
        return EnclosingFunctions.sinh(this);
    }

    @Override
    public Interval cosh() {
        return EnclosingFunctions.cosh(this);
    }

    @Override
    public Interval tanh() {
        return EnclosingFunctions.tanh(this);
    }

    @Override
    public Interval erf() {
        return EnclosingFunctions.erf(this);
    }

    /** {@code 2^exponent} times this. */
    @Override
    public Interval scalb(int exponent) {
        return with(scalbDown(lower, exponent), scalbUp(upper, exponent));
    }

    @Override
    public Interval newInstance(double number) {
        return of(number);
    }

    @Override
    public Interval getPi() {
        return PI;
    }

    /** The midpoint. */
    @Override
    public double getReal() {
        return midpoint();
    }

    /** Whether both endpoints are finite. */
    @Override
    public boolean isFinite() {
        return Double.isFinite(lower) && Double.isFinite(upper);
    }

    @Override
    public Field<Interval> getField() {
        return IntervalField.getInstance();
    }

    @Override
    public String toString() {
        return "[" + lower + ", " + upper + "]";
    }
}
