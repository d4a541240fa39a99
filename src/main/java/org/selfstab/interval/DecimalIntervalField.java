package org.selfstab.interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntConsumer;
import org.hipparchus.Field;

/** The intervals with endpoints of a number of decimal digits, as a Hipparchus field. They form no field: x - x is not 0. */
public final class DecimalIntervalField implements Field<DecimalInterval> {

    /** The largest number of digits. */
    public static final int MAX_DIGITS = 1000;

    private static final int MIN_DIGITS = 5;
    /** What the meter is told at once. */
    private static final int LARGEST_COUNT = 1_000_000_000;

    private final int digits;
    private final IntConsumer meter;
    private final MathContext down;
    private final MathContext up;
    private final DecimalInterval zero;
    private final DecimalInterval one;
    private DecimalInterval pi;
    private DecimalIntervalField wider;

    /**
     * The intervals of a precision.
     *
     * @param digits the significant decimal digits of endpoints, from 5 to 1000
     */
    public DecimalIntervalField(int digits) {
        this(digits, rounded -> {});
    }

    /**
     * The intervals of a precision, whose operations are counted.
     *
     * @param digits the significant decimal digits of endpoints, from 5 to 1000
     * @param meter is told the digits of each result that is rounded, those of series too, and may end a computation by an exception
     */
    public DecimalIntervalField(int digits, IntConsumer meter) {
        if (digits < MIN_DIGITS || digits > MAX_DIGITS) {
            throw new IllegalArgumentException("from " + MIN_DIGITS + " to " + MAX_DIGITS + " digits, not " + digits);
        }
        this.digits = digits;
        this.meter = meter;
        this.down = new MathContext(digits, RoundingMode.FLOOR);
        this.up = new MathContext(digits, RoundingMode.CEILING);
        this.zero = DecimalInterval.of(this, BigDecimal.ZERO, BigDecimal.ZERO);
        this.one = DecimalInterval.of(this, BigDecimal.ONE, BigDecimal.ONE);
    }

    /** The significant decimal digits of endpoints. */
    public int digits() {
        return digits;
    }

    /** The smallest interval of this precision that contains a number. */
    public DecimalInterval of(BigDecimal number) {
        return DecimalInterval.of(this, number, number);
    }

    /** The smallest interval of this precision that contains a double's exact value; it must be finite. */
    public DecimalInterval of(double number) {
        return of(new BigDecimal(number));
    }

    /**
     * The smallest interval of this precision that contains the numbers between two.
     *
     * @throws IllegalArgumentException if they are not in order
     */
    public DecimalInterval of(BigDecimal lower, BigDecimal upper) {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("no interval from " + lower + " to " + upper);
        }
        return DecimalInterval.of(this, lower, upper);
    }

    /** The interval of all numbers. */
    public DecimalInterval entire() {
        return DecimalInterval.entire(this);
    }

    /** The interval of all numbers, as the result of what is not defined for every member of its operands: it proves nothing. */
    public DecimalInterval undefined() {
        return DecimalInterval.undefined(this);
    }

    void countRounding() {
        meter.accept(digits);
    }

    /**
     * Tells the meter of work beside intervals.
     *
     * @param results as much as that of so many results takes
     */
    public void countWork(double results) {
        for (double left = results * digits; left >= 1; left -= LARGEST_COUNT) {
            meter.accept((int) Math.min(left, LARGEST_COUNT));
        }
    }

    MathContext down() {
        return down;
    }

    MathContext up() {
        return up;
    }

    /** The field with more digits in which elementary functions are summed. */
    synchronized DecimalIntervalField wider() {
        if (wider == null) {
            wider = new DecimalIntervalField(Math.min(digits + DecimalFunctions.GUARD, MAX_DIGITS), meter);
        }
        return wider;
    }

    synchronized DecimalInterval pi() {
        if (pi == null) {
            pi = DecimalFunctions.pi(this);
        }
        return pi;
    }

    @Override
    public DecimalInterval getZero() {
        return zero;
    }

    @Override
    public DecimalInterval getOne() {
        return one;
    }

    @Override
    public Class<DecimalInterval> getRuntimeClass() {
        return DecimalInterval.class;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DecimalIntervalField that && digits == that.digits;
    }

    @Override
    public int hashCode() {
        return digits;
    }
}
