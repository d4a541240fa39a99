package org.selfstab.interval;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Elementary functions of decimal intervals by series. At an endpoint, an argument is reduced by exact identities until the series
 * converges fast; the series is summed in interval arithmetic with {@value #GUARD} digits more, and a bound on its remainder is
 * added. Doubles only choose where to reduce to, which no result relies on.
 */
final class DecimalFunctions {

    static final int GUARD = 20;
    /** Beyond, the exponential exceeds what an interval can hold, or is below it. */
    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(25_000);
    /** Beyond, sine and cosine say no more than that they lie between -1 and 1. */
    private static final BigDecimal LARGEST_ANGLE = BigDecimal.ONE.scaleByPowerOfTen(12);
    /** The exponential's argument is halved this often beyond the point where it is at most 1. */
    private static final int HALVINGS = 8;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private DecimalFunctions() {}

    /** A function at one number. */
    interface PointFunction {

        /**
         * Contains the function's value.
         *
         * @param x an interval of one number
         */
        DecimalInterval at(DecimalInterval x);
    }

    /** The image of an interval under an increasing function. */
    static DecimalInterval increasing(DecimalInterval x, PointFunction function) {
        return atEndpoints(x, function).in(x.getField()).weakened(x.decoration());
    }

    /** Contains the values at both endpoints, with the guard digits. */
    private static DecimalInterval atEndpoints(DecimalInterval x, PointFunction function) {
        if (!x.isFinite()) {
            return x;
        }
        return overEndpoints(x.in(x.getField().wider()), function);
    }

    private static DecimalInterval overEndpoints(DecimalInterval x, PointFunction function) {
        DecimalInterval below = function.at(x.getField().of(x.lower()));
        return x.lower().compareTo(x.upper()) == 0
                ? below
                : below.hull(function.at(x.getField().of(x.upper())));
    }

    /** {@code exp(x) = exp(x / 2^k)^(2^k)}. */
    static DecimalInterval exp(DecimalInterval x) {
        if (x.mag().upper().compareTo(LARGEST_EXPONENT) > 0) {
            BigDecimal tiny = BigDecimal.ONE.scaleByPowerOfTen(-10_000);
            return x.lower().signum() > 0 ? x.getField().entire() : x.getField().of(BigDecimal.ZERO, tiny);
        }
        int halvings = HALVINGS + x.mag().upper().toBigInteger().bitLength();
        DecimalInterval power = powers(x.scalb(-halvings), x.getField().getOne(), 1);
        for (int i = 0; i < halvings; i++) {
            power = power.square();
        }
        return power;
    }

    static DecimalInterval expm1(DecimalInterval x) {
        return isSmall(x) ? powers(x, x, 2) : exp(x).subtract(1.0);
    }

    static DecimalInterval sinh(DecimalInterval x) {
        if (isSmall(x)) {
            return everyOther(x, x, 2, x.square());
        }
        if (x.lower().signum() < 0) {
            return sinh(x.negate()).negate();
        }
        DecimalInterval e = exp(x);
        return e.isFinite() ? e.subtract(e.reciprocal()).multiply(0.5) : e;
    }

    /** At an argument that is not negative. */
    static DecimalInterval cosh(DecimalInterval x) {
        DecimalInterval e = exp(x);
        return e.isFinite() ? e.add(e.reciprocal()).multiply(0.5) : e;
    }

    /** {@code sinh/cosh} near zero, else {@code 1 - 2/(exp(2x) + 1)}. */
    static DecimalInterval tanh(DecimalInterval x) {
        if (isSmall(x)) {
            return sinh(x).divide(cosh(x));
        }
        DecimalInterval one = x.getField().getOne();
        if (x.lower().signum() < 0) {
            return tanh(x.negate()).negate();
        }
        // exp(2x) + 1 is above 2, also where it is too large to be held
        DecimalInterval small = exp(x.negate()).square();
        return one.subtract(small).divide(one.add(small));
    }

    /** {@code log x = y + log(x exp(-y))} with y about {@code log x}. */
    static DecimalInterval log(DecimalInterval x) {
        double guess = aboutLog(x.lower());
        DecimalInterval y = x.newInstance(guess);
        DecimalInterval one = x.getField().getOne();
        DecimalInterval near = x.multiply(exp(y.negate()));
        return y.add(logarithm(near.subtract(one).divide(near.add(one))));
    }

    private static double aboutLog(BigDecimal x) {
        double number = x.doubleValue();
        if (number > Double.MIN_NORMAL && number < Double.MAX_VALUE) {
            return Math.log(number);
        }
        int exponent = x.precision() - x.scale();
        return Math.log(x.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10.0);
    }

    static DecimalInterval log1p(DecimalInterval x) {
        return isSmall(x) ? logarithm(x.divide(x.add(2.0))) : overEndpoints(x.add(1.0), DecimalFunctions::log);
    }

    /** {@code log((1 + s)/(1 - s)) = 2 sum s^(2k+1)/(2k+1)}. */
    private static DecimalInterval logarithm(DecimalInterval s) {
        return oddSeries(s, s.square()).multiply(2.0);
    }

    /** {@code atan x = y + atan((x - tan y)/(1 + x tan y))} with y about {@code atan x}, both of one sign; by 1/x where x is large. */
    static DecimalInterval atan(DecimalInterval x) {
        if (x.lower().signum() < 0) {
            return atan(x.negate()).negate();
        }
        DecimalInterval one = x.getField().getOne();
        if (x.lower().compareTo(BigDecimal.ONE) > 0) {
            return x.getPi().multiply(0.5).subtract(overEndpoints(one.divide(x), DecimalFunctions::atan));
        }
        DecimalInterval y = x.newInstance(Math.min(1.0, Math.atan(x.getReal())));
        DecimalInterval tangent = sineSeries(y).divide(cosineSeries(y));
        DecimalInterval d = x.subtract(tangent).divide(one.add(x.multiply(tangent)));
        return y.add(oddSeries(d, d.square().negate()));
    }

    static DecimalInterval sin(DecimalInterval x) {
        return cosine(x, x.getPi().multiply(0.5));
    }

    static DecimalInterval cos(DecimalInterval x) {
        return cosine(x, x.getField().getZero());
    }

    /**
     * {@code cos(x - shift)}, the shift 0 or pi/2: the values at the endpoints, and 1 or -1 if a multiple of pi that is even or odd may lie
     * between.
     */
    private static DecimalInterval cosine(DecimalInterval x, DecimalInterval shift) {
        DecimalIntervalField field = x.getField();
        DecimalInterval all = field.of(BigDecimal.ONE.negate(), BigDecimal.ONE);
        if (!x.isFinite() || x.mag().upper().compareTo(LARGEST_ANGLE) > 0) {
            return all.weakened(x.decoration());
        }
        boolean isSine = !shift.contains(BigDecimal.ZERO);
        DecimalInterval ends = atEndpoints(x, number -> isSine ? sineAt(number) : cosineAt(number))
                .in(field);
        DecimalInterval turns = x.subtract(shift).divide(field.pi());
        BigDecimal first = turns.lower().setScale(0, RoundingMode.CEILING);
        BigDecimal last = turns.upper().setScale(0, RoundingMode.FLOOR);
        for (BigDecimal turn = first;
                turn.compareTo(last) <= 0 && turn.compareTo(first.add(BigDecimal.ONE)) <= 0;
                turn = turn.add(BigDecimal.ONE)) {
            boolean odd = turn.toBigInteger().testBit(0);
            ends = ends.hull(odd ? field.getOne().negate() : field.getOne());
        }
        return ends.intersection(all).weakened(x.decoration());
    }

    /** Where the cosine has no zero the tangent increases. */
    static DecimalInterval tan(DecimalInterval x) {
        return x.cos().contains(BigDecimal.ZERO)
                ? x.getField().undefined()
                : increasing(x, number -> sineAt(number).divide(cosineAt(number)));
    }

    private static DecimalInterval sineAt(DecimalInterval x) {
        return quarter(x, 0);
    }

    private static DecimalInterval cosineAt(DecimalInterval x) {
        return quarter(x, 1);
    }

    /** {@code sin(r + (k + quarters) pi/2)} with {@code x = r + k pi/2}. */
    private static DecimalInterval quarter(DecimalInterval x, int quarters) {
        DecimalInterval halfPi = x.getPi().multiply(0.5);
        BigDecimal k = new BigDecimal(x.getReal() / (0.5 * Math.PI)).setScale(0, RoundingMode.HALF_EVEN);
        DecimalInterval r = x.subtract(halfPi.multiply(x.getField().of(k)));
        int quadrant = Math.floorMod(k.longValue() + quarters, 4);
        DecimalInterval value = quadrant % 2 == 0 ? sineSeries(r) : cosineSeries(r);
        return quadrant < 2 ? value : value.negate();
    }

    private static DecimalInterval sineSeries(DecimalInterval r) {
        return everyOther(r, r, 2, r.square().negate());
    }

    private static DecimalInterval cosineSeries(DecimalInterval r) {
        return everyOther(r, r.getField().getOne(), 1, r.square().negate());
    }

    static DecimalInterval erf(DecimalInterval x) {
        DecimalInterval all = x.getField().of(BigDecimal.ONE.negate(), BigDecimal.ONE);
        return increasing(x, DecimalFunctions::erfAt).intersection(all);
    }

    /**
     * {@code erf(x) = 2/sqrt(pi) exp(-x^2) sum of 2^n x^(2n+1) / (2n+1)!!}, whose terms all have one sign (Abramowitz and Stegun,
     * 7.1.6); far out {@code 1 - exp(-x) < 1 - exp(-x^2) < erf(x) < 1}, the first also where x^2 is too large to be held.
     */
    private static DecimalInterval erfAt(DecimalInterval x) {
        if (x.lower().signum() < 0) {
            return erfAt(x.negate()).negate();
        }
        DecimalInterval one = x.getField().getOne();
        DecimalInterval square = x.square();
        if (!square.isFinite()) {
            return one.subtract(exp(x.negate())).hull(one);
        }
        DecimalInterval decay = exp(square.negate());
        if (square.upper().compareTo(BigDecimal.valueOf(3L * x.getField().digits())) > 0) {
            return one.subtract(decay).hull(one);
        }
        DecimalInterval twiceSquare = square.multiply(2);
        DecimalInterval term = x;
        DecimalInterval sum = x;
        int odd = 1;
        while (!isNegligible(term, sum)
                || x.getField().of(odd + 2).isAtMost(twiceSquare.multiply(2).mag())) {
            odd += 2;
            term = term.multiply(twiceSquare).divide(odd);
            sum = sum.add(term);
        }
        return sum.add(rest(term)).multiply(decay).multiply(2).divide(x.getPi().sqrt());
    }

    /** Machin's formula, {@code pi = 16 atan(1/5) - 4 atan(1/239)}. */
    static DecimalInterval pi(DecimalIntervalField field) {
        DecimalIntervalField wide = field.wider();
        DecimalInterval fifth = wide.getOne().divide(5.0);
        DecimalInterval small = wide.getOne().divide(239.0);
        return oddSeries(fifth, fifth.square().negate())
                .multiply(16)
                .subtract(oddSeries(small, small.square().negate()).multiply(4))
                .in(field);
    }

    private static boolean isSmall(DecimalInterval x) {
        return x.mag().upper().compareTo(HALF) <= 0;
    }

    /** {@code first + first x/n + first x^2/(n (n+1)) + ...}, n the first divisor. */
    private static DecimalInterval powers(DecimalInterval x, DecimalInterval first, int firstDivisor) {
        DecimalInterval term = first;
        DecimalInterval sum = first;
        int n = firstDivisor;
        while (!isNegligible(term, sum)
                || term.getField().of(2 * n).isAtMost(x.mag().multiply(4))) {
            term = term.multiply(x).divide(n++);
            sum = sum.add(term);
        }
        return sum.add(rest(term));
    }

    /**
     * {@code first + first f/(n (n+1)) + first f^2/(n (n+1) (n+2) (n+3)) + ...}.
     *
     * @param x the argument, at most 4
     * @param factor f, plus or minus the square of the argument
     */
    private static DecimalInterval everyOther(
            DecimalInterval x, DecimalInterval first, int firstDivisor, DecimalInterval factor) {
        DecimalInterval term = first;
        DecimalInterval sum = first;
        int n = firstDivisor;
        while (!isNegligible(term, sum)
                || term.getField().of(n).isAtMost(x.mag().multiply(2))) {
            term = term.multiply(factor).divide((double) n * (n + 1));
            sum = sum.add(term);
            n += 2;
        }
        return sum.add(rest(term));
    }

    /** {@code sum s f^k / (2k + 1)} for {@code f = s^2} or {@code -s^2}, at most 1/2 in magnitude; the whole line if it may be larger. */
    private static DecimalInterval oddSeries(DecimalInterval s, DecimalInterval factor) {
        if (!factor.isFinite() || factor.mag().upper().compareTo(HALF) > 0) {
            return s.getField().entire();
        }
        DecimalInterval power = s;
        DecimalInterval sum = s;
        for (int k = 1; !isNegligible(power, sum); k++) {
            power = power.multiply(factor);
            sum = sum.add(power.divide(2.0 * k + 1.0));
        }
        return sum.add(rest(power));
    }

    /** Where each further term is at most half the one before, all together are at most the last that was added. */
    private static DecimalInterval rest(DecimalInterval last) {
        return last.symmetricHull();
    }

    /** A term that has reached the least magnitude gets no smaller: its bound stays there, whatever the sum's is. */
    private static boolean isNegligible(DecimalInterval term, DecimalInterval sum) {
        if (!term.isFinite() || !sum.isFinite()) {
            return true;
        }
        BigDecimal size = term.mag().upper();
        return size.compareTo(DecimalInterval.TINY) <= 0
                || size.compareTo(sum.mag()
                                .upper()
                                .scaleByPowerOfTen(-term.getField().digits() - 2))
                        < 0;
    }
}
