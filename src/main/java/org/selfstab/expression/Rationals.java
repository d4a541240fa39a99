package org.selfstab.expression;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/**
 * What expressions ask of exact rational numbers most often. Hipparchus keeps them in lowest terms with a positive denominator, so that
 * equal ones have equal numerators and denominators, while its own comparison reduces both numbers once more.
 */
final class Rationals {

    private Rationals() {}

    static boolean equal(BigFraction a, BigFraction b) {
        return a.getNumerator().equals(b.getNumerator()) && a.getDenominator().equals(b.getDenominator());
    }

    static boolean isOne(BigFraction value) {
        return isInteger(value) && value.getNumerator().equals(BigInteger.ONE);
    }

    static boolean isInteger(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE);
    }

    /**
     * The product.
     *
     * @throws ExpressionLimitException if numerator or denominator is too large
     */
    static BigFraction product(BigFraction a, BigFraction b) {
        if (isOne(a)) {
            return b;
        }
        return isOne(b) ? a : ExpressionLimit.checkSize(a.multiply(b));
    }
}
