package org.selfstab.recheck.taylor;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;

/**
 * The power {@code x^r} with a rational exponent r other than 0, defined for all x if r is a natural number, for x other than 0 if it is an
 * integer, else for positive x, and at 0 if r is positive.
 */
record PowerSeries(BigFraction exponent) implements UnivariateSeries {

    @Override
    public DecimalInterval[] coefficients(DecimalInterval x, int degree) {
        requireDefined(x, degree);
        DecimalIntervalField field = x.getField();
        DecimalInterval[] coefficients = new DecimalInterval[degree + 1];
        BigFraction binomial = BigFraction.ONE;
        for (int k = 0; k <= degree; k++) {
            BigFraction left = exponent.subtract(k);
            coefficients[k] =
                    binomial.isZero() ? field.getZero() : power(x, left).multiply(enclosing(field, binomial));
            binomial = binomial.multiply(left).divide(k + 1);
        }
        return coefficients;
    }

    private void requireDefined(DecimalInterval x, int degree) {
        boolean holds = isInteger(exponent)
                ? exponent.signum() > 0 || !x.contains(BigDecimal.ZERO)
                : x.isPositive() || (degree == 0 && exponent.signum() > 0 && isNonnegative(x));
        boolean isRoot = exponent.equals(BigFraction.ONE_HALF);
        String what = isRoot
                ? "a square root of"
                : isInteger(exponent)
                        ? "a quotient by"
                        : "the power " + exponent.getNumerator() + "/" + exponent.getDenominator() + " of";
        UndefinedException.unless(holds, what, x);
    }

    private static boolean isNonnegative(DecimalInterval x) {
        return x.isFinite() && x.lower().signum() >= 0;
    }

    private static boolean isInteger(BigFraction number) {
        return number.getDenominator().equals(BigInteger.ONE);
    }

    private static DecimalInterval enclosing(DecimalIntervalField field, BigFraction number) {
        return field.of(new BigDecimal(number.getNumerator()))
                .divide(field.of(new BigDecimal(number.getDenominator())));
    }

    private static DecimalInterval power(DecimalInterval x, BigFraction exponent) {
        int p = exponent.getNumerator().intValueExact();
        if (isInteger(exponent)) {
            return p == 0 ? x.getField().getOne() : x.pow(p);
        }
        if (exponent.getDenominator().equals(BigInteger.TWO)) {
            return x.sqrt().pow(p);
        }
        // at 0 the logarithm is missing: x^r increases from 0 to its value at the upper end
        if (!x.isPositive()) {
            DecimalIntervalField field = x.getField();
            return x.upper().signum() == 0
                    ? field.getZero()
                    : field.getZero().hull(power(field.of(x.upper()), exponent));
        }
        return x.log().multiply(enclosing(x.getField(), exponent)).exp();
    }
}
