package org.selfstab.expression;

import java.math.BigInteger;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.fraction.BigFraction;

/**
 * Rational constants as elements of a field, correct to the field's own precision.
 *
 * @param <T> the field's elements
 */
public final class FieldConstants<T extends CalculusFieldElement<T>> {

    private static final int CHUNK_BITS = 30;
    private static final int EXACT_DOUBLE_BITS = 53;

    private final T one;

    public FieldConstants(Field<T> field) {
        this.one = field.getOne();
    }

    /** The element nearest to a rational, up to the rounding of one division. */
    public T of(BigFraction value) {
        T numerator = of(value.getNumerator());
        return value.getDenominator().equals(BigInteger.ONE) ? numerator : numerator.divide(of(value.getDenominator()));
    }

    private T of(BigInteger value) {
        if (value.bitLength() <= EXACT_DOUBLE_BITS) {
            return one.newInstance(value.doubleValue());
        }
        BigInteger[] high = value.divideAndRemainder(BigInteger.ONE.shiftLeft(CHUNK_BITS));
        return of(high[0]).multiply((double) (1 << CHUNK_BITS)).add(high[1].doubleValue());
    }
}
