package org.selfstab.expression;

import java.math.BigInteger;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64;

/**
 * Rational constants as elements of a field, correct to the field's own precision.
 *
 * @param <T> the field's elements
 */
public final class FieldConstants<T extends CalculusFieldElement<T>> {

    private static final int CHUNK_BITS = 30;
    private static final int EXACT_DOUBLE_BITS = 53;

    /** Larger numerators and denominators are scaled down together, lest they overflow in a field of doubles. */
    private static final int MAX_BITS = 1000;

    private final T one;

    public FieldConstants(Field<T> field) {
        this.one = field.getOne();
    }

    /** The element nearest to a rational, up to the rounding of one division; over {@code Binary64} the nearest. */
    public T of(BigFraction value) {
        if (one instanceof Binary64) {
            return one.newInstance(NearestDouble.of(value));
        }
        BigInteger denominator = value.getDenominator();
        int excess = Math.max(value.getNumerator().bitLength(), denominator.bitLength()) - MAX_BITS;
        int exponent = -Math.max(excess, 0);
        T numerator = scaled(value.getNumerator(), exponent);
        return denominator.equals(BigInteger.ONE) && exponent == 0
                ? numerator
                : numerator.divide(scaled(denominator, exponent));
    }

    /** {@code value * 2^exponent}, rounded only where the field must. */
    private T scaled(BigInteger value, int exponent) {
        if (value.bitLength() <= EXACT_DOUBLE_BITS) {
            return one.newInstance(value.doubleValue()).scalb(exponent);
        }
        BigInteger[] high = value.divideAndRemainder(BigInteger.ONE.shiftLeft(CHUNK_BITS));
        T low = one.newInstance(high[1].doubleValue()).scalb(exponent);
        return scaled(high[0], exponent + CHUNK_BITS).add(low);
    }
}
