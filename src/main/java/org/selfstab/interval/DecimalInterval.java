package org.selfstab.interval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A closed interval of real numbers whose endpoints have a given number of decimal digits, or the whole line. The result of every
 * operation contains the exact result for every choice of members of the operands: sums, products and quotients of {@link BigDecimal}
 * are rounded down at the lower endpoint and up at the upper, and elementary functions are summed from their series with a bound on
 * what is left out. No floating-point library is trusted. An operation that is not defined for some members gives the whole line
 * with the trivial {@link Decoration}, which proves nothing, and so does everything that is computed from that; a result beyond
 * 10^10000 is the whole line too. Operations without an enclosure here throw {@link NoEnclosureException}.
 *
 * <p>{@link #getReal()} is about the midpoint, and {@code equals} compares precision, endpoints and decorations.
 */
public final class DecimalInterval implements Enclosing<DecimalInterval> {

    /** Beyond this decimal exponent an interval is the whole line, and below its negative an endpoint is moved outwards. */
    private static final int LARGEST_EXPONENT = 10_000;

    /** The largest power of two that is multiplied by at once, below 10^10000. */
    private static final int LARGEST_SHIFT = 33_000;

    /** The least positive endpoint. */
    static final BigDecimal TINY = BigDecimal.ONE.scaleByPowerOfTen(-LARGEST_EXPONENT);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final DecimalIntervalField field;
    /** Both endpoints, or null for the whole line. */
    private final BigDecimal lower;

    private final BigDecimal upper;
    private final Decoration decoration;

    private DecimalInterval(DecimalIntervalField field, BigDecimal lower, BigDecimal upper, Decoration decoration) {
        boolean trivial = decoration == Decoration.TRIVIAL;
        this.field = field;
        this.lower = trivial ? null : lower;
        this.upper = trivial ? null : upper;
        this.decoration = lower == null ? decoration.min(Decoration.CONTINUOUS) : decoration;
    }

    /** The smallest interval with this field's digits that contains the numbers between two. */
    static DecimalInterval of(DecimalIntervalField field, BigDecimal lower, BigDecimal upper) {
        return of(field, lower, upper, Decoration.COMMON);
    }

    private static DecimalInterval of(
            DecimalIntervalField field, BigDecimal lower, BigDecimal upper, Decoration decoration) {
        field.countRounding();
        BigDecimal low = notTiny(lower.round(field.down()), RoundingMode.FLOOR);
        BigDecimal high = notTiny(upper.round(field.up()), RoundingMode.CEILING);
        return exponent(low) > LARGEST_EXPONENT || exponent(high) > LARGEST_EXPONENT
                ? entire(field, decoration)
                : new DecimalInterval(field, low, high, decoration);
    }

    static DecimalInterval entire(DecimalIntervalField field) {
        return entire(field, Decoration.CONTINUOUS);
    }

    /** The whole line as the result of what is not defined for every member of its operands. */
    static DecimalInterval undefined(DecimalIntervalField field) {
        return entire(field, Decoration.TRIVIAL);
    }

    private static DecimalInterval entire(DecimalIntervalField field, Decoration decoration) {
        return new DecimalInterval(field, null, null, decoration);
    }

    /** The same numbers, with the weaker of two decorations. */
    DecimalInterval weakened(Decoration other) {
        Decoration weaker = decoration.min(other);
        return weaker == decoration ? this : new DecimalInterval(field, lower, upper, weaker);
    }

    /** What is known of the operations that led to this interval. */
    public Decoration decoration() {
        return decoration;
    }

    @Override
    public boolean isDefined() {
        return decoration != Decoration.TRIVIAL;
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale();
    }

    private static BigDecimal notTiny(BigDecimal number, RoundingMode mode) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (exponent(number) > -LARGEST_EXPONENT) {
            return number;
        }
        boolean towardsZero = (mode == RoundingMode.FLOOR) == (number.signum() > 0);
        return towardsZero ? BigDecimal.ZERO : number.signum() > 0 ? TINY : TINY.negate();
    }

    /**
     * The lower endpoint.
     *
     * @throws IllegalStateException if this is the whole line
     */
    public BigDecimal lower() {
        requireFinite();
        return lower;
    }

    /**
     * The upper endpoint.
     *
     * @throws IllegalStateException if this is the whole line
     */
    public BigDecimal upper() {
        requireFinite();
        return upper;
    }

    private void requireFinite() {
        if (lower == null) {
            throw new IllegalStateException("the entire line has no endpoints");
        }
    }

    /** Whether a number is a member. */
    public boolean contains(BigDecimal number) {
        return lower == null || (lower.compareTo(number) <= 0 && number.compareTo(upper) <= 0);
    }

    /** Whether every member of another interval is a member. */
    public boolean contains(DecimalInterval other) {
        return lower == null
                || (other.lower != null && lower.compareTo(other.lower) <= 0 && other.upper.compareTo(upper) <= 0);
    }

    /** Whether every member is positive. */
    public boolean isPositive() {
        return lower != null && lower.signum() > 0;
    }

    /** Whether every member is greater than every member of another interval. */
    public boolean isAbove(DecimalInterval other) {
        return lower != null && other.lower != null && lower.compareTo(other.upper) > 0;
    }

    /** Whether every member is at most every member of another interval. */
    public boolean isAtMost(DecimalInterval other) {
        return lower != null && other.lower != null && upper.compareTo(other.lower) <= 0;
    }

    /** The smallest interval that contains this and another. */
    public DecimalInterval hull(DecimalInterval other) {
        Decoration weaker = decoration.min(other.decoration);
        return lower == null || other.lower == null
                ? entire(field, weaker)
                : new DecimalInterval(field, lower.min(other.lower), upper.max(other.upper), weaker);
    }

    /**
     * The members of both this and another interval; undefined if one of them is.
     *
     * @throws IllegalArgumentException if there are none
     */
    public DecimalInterval intersection(DecimalInterval other) {
        if (lower == null || other.lower == null) {
            return lower == null ? other.weakened(decoration) : weakened(other.decoration);
        }
        return field.of(lower.max(other.lower), upper.min(other.upper)).weakened(decoration.min(other.decoration));
    }

    /** The larger of two numbers, each somewhere in its interval. */
    public DecimalInterval max(DecimalInterval other) {
        Decoration weaker = decoration.min(other.decoration);
        return lower == null || other.lower == null
                ? entire(field, weaker)
                : new DecimalInterval(field, lower.max(other.lower), upper.max(other.upper), weaker);
    }

    /** The interval of one number: the largest magnitude of a member. */
    public DecimalInterval mag() {
        if (lower == null) {
            return this;
        }
        BigDecimal most = lower.abs().max(upper.abs());
        return new DecimalInterval(field, most, most, decoration);
    }

    /** The interval from minus the largest magnitude of a member to it. */
    public DecimalInterval symmetricHull() {
        if (lower == null) {
            return this;
        }
        BigDecimal most = lower.abs().max(upper.abs());
        return new DecimalInterval(field, most.negate(), most, decoration);
    }

    /** This interval at another precision. */
    DecimalInterval in(DecimalIntervalField other) {
        return lower == null ? entire(other, decoration) : of(other, lower, upper, decoration);
    }

    @Override
    public DecimalInterval add(DecimalInterval other) {
        Decoration weaker = decoration.min(other.decoration);
        return lower == null || other.lower == null
                ? entire(field, weaker)
                : of(field, lower.add(other.lower, field.down()), upper.add(other.upper, field.up()), weaker);
    }

    @Override
    public DecimalInterval subtract(DecimalInterval other) {
        return add(other.negate());
    }

    @Override
    public DecimalInterval negate() {
        if (lower == null) {
            return this;
        }
        return new DecimalInterval(field, upper.negate(), lower.negate(), decoration);
    }

    /** The product. That of an unknown number with itself is its {@link #square()}, which only the caller can tell. */
    @Override
    public DecimalInterval multiply(DecimalInterval other) {
        Decoration weaker = decoration.min(other.decoration);
        if (isZero() || other.isZero()) {
            return field.getZero().weakened(weaker);
        }
        if (lower == null || other.lower == null) {
            return entire(field, weaker);
        }
        if (lower.signum() >= 0) {
            BigDecimal lowFactor = other.lower.signum() >= 0 ? lower : upper;
            BigDecimal highFactor = other.upper.signum() >= 0 ? upper : lower;
            return of(field, lowFactor.multiply(other.lower), highFactor.multiply(other.upper), weaker);
        }
        if (upper.signum() <= 0) {
            return negate().multiply(other).negate();
        }
        if (other.lower.signum() >= 0 || other.upper.signum() <= 0) {
            return other.multiply(this);
        }
        BigDecimal low = lower.multiply(other.upper).min(upper.multiply(other.lower));
        BigDecimal high = lower.multiply(other.lower).max(upper.multiply(other.upper));
        return of(field, low, high, weaker);
    }

    /** Whether zero is the only member. */
    @Override
    public boolean isZero() {
        return lower != null && lower.signum() == 0 && upper.signum() == 0;
    }

    @Override
    public DecimalInterval square() {
        if (lower == null) {
            return this;
        }
        BigDecimal a = lower.multiply(lower);
        BigDecimal b = upper.multiply(upper);
        boolean aroundZero = lower.signum() < 0 && upper.signum() > 0;
        return of(field, aroundZero ? BigDecimal.ZERO : a.min(b), a.max(b), decoration);
    }

    /** The quotient; undefined if the divisor contains zero. */
    @Override
    public DecimalInterval divide(DecimalInterval divisor) {
        if (lower == null || divisor.contains(BigDecimal.ZERO)) {
            return divisor.contains(BigDecimal.ZERO) ? undefined(field) : weakened(divisor.decoration);
        }
        if (divisor.upper.signum() < 0) {
            return negate().divide(divisor.negate());
        }
        BigDecimal low = lower.divide(lower.signum() >= 0 ? divisor.upper : divisor.lower, field.down());
        BigDecimal high = upper.divide(upper.signum() >= 0 ? divisor.lower : divisor.upper, field.up());
        return of(field, low, high, decoration.min(divisor.decoration));
    }

    @Override
    public DecimalInterval reciprocal() {
        return field.getOne().divide(this);
    }

    @Override
    public DecimalInterval abs() {
        if (lower == null || lower.signum() >= 0) {
            return this;
        }
        return upper.signum() <= 0
                ? negate()
                : new DecimalInterval(field, BigDecimal.ZERO, lower.negate().max(upper), decoration);
    }

    /** The square root; undefined if a member is negative. */
    @Override
    public DecimalInterval sqrt() {
        if (lower == null || lower.signum() < 0) {
            return undefined(field);
        }
        return of(field, root(lower, BigInteger.ZERO), root(upper, BigInteger.ONE), decoration);
    }

    /** The integer root below, at a scale with more than enough digits, and one unit more unless it is exact. */
    private BigDecimal root(BigDecimal number, BigInteger unitIfInexact) {
        int scale = Math.max(0, field.digits() + 2 - exponent(number) / 2);
        BigInteger scaled = number.scaleByPowerOfTen(2 * scale).toBigInteger();
        BigInteger[] root = scaled.sqrtAndRemainder();
        boolean exact = root[1].signum() == 0 && new BigDecimal(scaled, 2 * scale).compareTo(number) == 0;
        return new BigDecimal(exact ? root[0] : root[0].add(unitIfInexact), scale);
    }

    /** An integer power: even ones are those of the absolute value, odd ones increase; undefined for negative ones of zero. */
    @Override
    public DecimalInterval pow(int exponent) {
        return exponent < 0 ? power(-(long) exponent).reciprocal() : power(exponent);
    }

    private DecimalInterval power(long exponent) {
        if (exponent == 0) {
            return field.getOne().weakened(decoration);
        }
        if (lower == null) {
            return this;
        }
        DecimalInterval base = exponent % 2 == 0 ? abs() : this;
        DecimalInterval least = field.of(base.lower).repeatedProduct(exponent);
        DecimalInterval most = field.of(base.upper).repeatedProduct(exponent);
        return least.hull(most).weakened(decoration);
    }

    private DecimalInterval repeatedProduct(long exponent) {
        DecimalInterval odd = exponent % 2 == 0 ? field.getOne() : this;
        return exponent < 2 ? odd : odd.multiply(square().repeatedProduct(exponent / 2));
    }

    @Override
    public DecimalInterval exp() {
        return DecimalFunctions.increasing(this, DecimalFunctions::exp);
    }

    @Override
    public DecimalInterval expm1() {
        return DecimalFunctions.increasing(this, DecimalFunctions::expm1);
    }

    /** The natural logarithm; undefined unless all members are positive. */
    @Override
    public DecimalInterval log() {
        return isPositive() ? DecimalFunctions.increasing(this, DecimalFunctions::log) : undefined(field);
    }

    /** {@code log(1 + x)}; undefined unless all members are above -1. */
    @Override
    public DecimalInterval log1p() {
        boolean defined = lower != null && lower.compareTo(BigDecimal.ONE.negate()) > 0;
        return defined ? DecimalFunctions.increasing(this, DecimalFunctions::log1p) : undefined(field);
    }

    @Override
    public DecimalInterval sin() {
        return DecimalFunctions.sin(this);
    }

    @Override
    public DecimalInterval cos() {
        return DecimalFunctions.cos(this);
    }

    /** The tangent; undefined if a pole may be a member. */
    @Override
    public DecimalInterval tan() {
        return DecimalFunctions.tan(this);
    }

    @Override
    public DecimalInterval atan() {
        return DecimalFunctions.increasing(this, DecimalFunctions::atan);
    }

    @Override
    public DecimalInterval erf() {
        return DecimalFunctions.erf(this);
    }

    @Override
    public DecimalInterval sinh() {
        return DecimalFunctions.increasing(this, DecimalFunctions::sinh);
    }

    @Override
    public DecimalInterval cosh() {
        return DecimalFunctions.increasing(abs(), DecimalFunctions::cosh);
    }

    @Override
    public DecimalInterval tanh() {
        return DecimalFunctions.increasing(this, DecimalFunctions::tanh);
    }

    @Override
    public DecimalInterval scalb(int exponent) {
        if (lower == null || isZero()) {
            return this;
        }
        if (exponent > LARGEST_SHIFT) {
            return scalb(LARGEST_SHIFT).scalb(exponent - LARGEST_SHIFT);
        }
        if (exponent < -LARGEST_SHIFT) {
            DecimalInterval shifted = scalb(-LARGEST_SHIFT);
            return shifted.mag().isAtMost(field.of(TINY)) ? shifted : shifted.scalb(exponent + LARGEST_SHIFT);
        }
        DecimalInterval power = field.of(new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent))));
        return exponent < 0 ? divide(power) : multiply(power);
    }

    /** The smallest interval that contains a double's exact value; the whole line if that is not finite. */
    @Override
    public DecimalInterval newInstance(double number) {
        return Double.isFinite(number) ? field.of(new BigDecimal(number)) : entire(field);
    }

    @Override
    public DecimalInterval getPi() {
        return field.pi();
    }

    /** About the midpoint; 0 of the whole line. */
    @Override
    public double getReal() {
        return lower == null ? 0.0 : lower.add(upper).multiply(HALF).doubleValue();
    }

    /**
     * The largest double that no member is below.
     *
     * @throws IllegalStateException if this is the whole line
     */
    public double doubleBelow() {
        return -doubleAbove(lower().negate());
    }

    /**
     * The smallest double that no member is above.
     *
     * @throws IllegalStateException if this is the whole line
     */
    public double doubleAbove() {
        return doubleAbove(upper());
    }

    private static double doubleAbove(BigDecimal number) {
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest)) {
            return nearest > 0 ? nearest : -Double.MAX_VALUE;
        }
        return new BigDecimal(nearest).compareTo(number) < 0 ? Math.nextUp(nearest) : nearest;
    }

    /** Whether this is not the whole line. */
    @Override
    public boolean isFinite() {
        return lower != null;
    }

    @Override
    public DecimalIntervalField getField() {
        return field;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecimalInterval that
                && field.equals(that.field)
                && decoration == that.decoration
                && (lower == null
                        ? that.lower == null
                        : that.lower != null && lower.compareTo(that.lower) == 0 && upper.compareTo(that.upper) == 0);
    }

    @Override
    public int hashCode() {
        return lower == null ? 0 : Objects.hash(lower.stripTrailingZeros(), upper.stripTrailingZeros());
    }

    @Override
    public String toString() {
        if (lower == null) {
            return isDefined() ? "[-oo, oo]" : "undefined";
        }
        return "[" + lower + ", " + upper + "]";
    }
}
