package org.selfstab.expression;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** The sizes beyond which an exact constant or an exponent is refused, so that folding constants stays cheap. */
final class ExpressionLimit {

    /** The greatest length of a program. */
    static final int MAX_INSTRUCTIONS = 1_000_000;

    /** The greatest number of operations of an expression whose sums are written out. */
    static final int MAX_WRITTEN_OUT = 1_000_000;

    private static final int MAX_BITS = 8192;
    private static final BigInteger MAX_EXPONENT = BigInteger.valueOf(1000);

    private ExpressionLimit() {}

    /** The error of what needs the sums of a loss written out that are not. */
    static ExpressionLimitException sumsTooLong() {
        return new ExpressionLimitException(
                "the loss has sums that are too long to be written out",
                "take a smaller network or fewer data, or a command that computes in doubles, as verify");
    }

    static BigFraction checkSize(BigFraction value) {
        if (bits(value) > MAX_BITS) {
            throw new ExpressionLimitException(
                    "an exact number of more than " + MAX_BITS + " bits", "use smaller numbers or exponents");
        }
        return value;
    }

    static void checkExponent(BigFraction exponent) {
        if (exponent.getNumerator().abs().compareTo(MAX_EXPONENT) > 0
                || exponent.getDenominator().compareTo(MAX_EXPONENT) > 0) {
            throw new ExpressionLimitException(
                    "an exponent beyond " + MAX_EXPONENT, "exponents are rationals p/q with |p|, q <= " + MAX_EXPONENT);
        }
    }

    static void checkPower(BigFraction value, BigFraction exponent) {
        if ((long) bits(value) * exponent.getNumerator().abs().intValueExact() > 2L * MAX_BITS) {
            throw new ExpressionLimitException(
                    "an exact number of more than " + MAX_BITS + " bits", "use smaller numbers or exponents");
        }
    }

    private static int bits(BigFraction value) {
        return Math.max(value.getNumerator().bitLength(), value.getDenominator().bitLength());
    }
}
