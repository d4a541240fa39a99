package org.selfstab.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** The double nearest to a rational, ties to even. {@code BigFraction.doubleValue} rounds up to three times. */
public final class NearestDouble {

    private static final int EXACT_BITS = 53;

    /** More than the 54 bits that tell on which side of a midpoint of two doubles a number lies. */
    private static final int QUOTIENT_BITS = 66;

    private NearestDouble() {}

    /** The nearest double; infinite beyond the range of doubles. */
    public static double of(BigFraction value) {
        BigInteger numerator = value.getNumerator();
        BigInteger denominator = value.getDenominator();
        if (numerator.bitLength() <= EXACT_BITS && denominator.bitLength() <= EXACT_BITS) {
            return numerator.doubleValue() / denominator.doubleValue();
        }
        double magnitude = ofPositive(numerator.abs(), denominator);
        return numerator.signum() < 0 ? -magnitude : magnitude;
    }

    private static double ofPositive(BigInteger numerator, BigInteger denominator) {
        int shift = QUOTIENT_BITS - (numerator.bitLength() - denominator.bitLength());
        BigInteger[] quotient =
                numerator.shiftLeft(Math.max(shift, 0)).divideAndRemainder(denominator.shiftLeft(Math.max(-shift, 0)));
        boolean exact = quotient[1].signum() == 0;
        BigInteger roundedToOdd = exact ? quotient[0] : quotient[0].setBit(0);
        return timesPowerOfTwo(new BigDecimal(roundedToOdd), -shift).doubleValue();
    }

    private static BigDecimal timesPowerOfTwo(BigDecimal value, int exponent) {
        BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
        return exponent >= 0 ? value.multiply(power) : value.divide(power);
    }
}
