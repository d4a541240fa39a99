package org.selfstab.coq;

import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;

/** Whole numbers over powers of two, as centres and radii are in the files: exact, and short to compute with. */
final class Dyadic {

    private Dyadic() {}

    /** A double, exactly; that of zero has a large denominator in the library. */
    static BigFraction exact(double value) {
        return value == 0.0 ? BigFraction.ZERO : new BigFraction(value);
    }

    /** As a term. */
    static Term term(double value) {
        return term(exact(value));
    }

    /** As a term; the denominator is a power of two. */
    static Term term(BigFraction value) {
        int exponent = value.getDenominator().bitLength() - 1;
        Term whole = new Term.Rational(new BigFraction(value.getNumerator()));
        return exponent == 0 ? whole : Term.quotient(whole, Term.number(2).power(exponent));
    }

    /** The whole units {@code 2^-scale} in a number, what is left over cut off. */
    static BigInteger units(BigFraction value, int scale) {
        BigFraction scaled = value.multiply(BigInteger.TWO.pow(scale));
        return scaled.getNumerator().divide(scaled.getDenominator());
    }
}
