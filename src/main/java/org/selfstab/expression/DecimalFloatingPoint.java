package org.selfstab.expression;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;

/**
 * Elementary functions that Hipparchus's decimal numbers compute by formulas that cancel for small arguments or divide infinity by infinity
 * for large ones; here to nearly all digits of any argument. Over other fields the field's own.
 *
 * <p>{@code exp(x) - 1} and {@code log(1 + x)} are summed from their series where the argument is small.
 */
final class DecimalFloatingPoint {

    private static final double SMALL = 0.5;

    private DecimalFloatingPoint() {}

    /** {@code exp(x) - 1}. */
    static <T extends CalculusFieldElement<T>> T expm1(T x) {
        if (!(x instanceof Dfp)) {
            return x.expm1();
        }
        return isSmall(x) ? exponentialSeries(x) : x.exp().subtract(1.0);
    }

    /** {@code log(1 + x)}. */
    static <T extends CalculusFieldElement<T>> T log1p(T x) {
        if (!(x instanceof Dfp)) {
            return x.log1p();
        }
        return isSmall(x) ? logarithmicSeries(x.divide(x.add(2.0))) : x.add(1.0).log();
    }

    private static <T extends CalculusFieldElement<T>> boolean isSmall(T x) {
        return Math.abs(x.getReal()) < SMALL;
    }

    /** {@code x + x^2/2! + x^3/3! + ...}. */
    private static <T extends CalculusFieldElement<T>> T exponentialSeries(T x) {
        T term = x;
        T sum = x;
        T before = x.getField().getZero();
        for (int n = 2; !sum.equals(before); n++) {
            term = term.multiply(x).divide(n);
            before = sum;
            sum = sum.add(term);
        }
        return sum;
    }

    /** {@code log((1 + s)/(1 - s)) = 2 (s + s^3/3 + s^5/5 + ...)}. */
    private static <T extends CalculusFieldElement<T>> T logarithmicSeries(T s) {
        T square = s.multiply(s);
        T power = s;
        T sum = s;
        T before = s.getField().getZero();
        for (int n = 3; !sum.equals(before); n += 2) {
            power = power.multiply(square);
            before = sum;
            sum = sum.add(power.divide(n));
        }
        return sum.multiply(2.0);
    }

    /** {@code sinh(x)}. */
    static <T extends CalculusFieldElement<T>> T sinh(T x) {
        if (!(x instanceof Dfp)) {
            return x.sinh();
        }
        T e = expm1(x.abs());
        T magnitude = e.isInfinite() ? e : e.add(e.divide(e.add(1.0))).multiply(0.5);
        return magnitude.copySign(x);
    }

    /** {@code tanh(x)}. */
    static <T extends CalculusFieldElement<T>> T tanh(T x) {
        if (!(x instanceof Dfp)) {
            return x.tanh();
        }
        T e = expm1(x.abs().multiply(-2.0));
        return e.negate().divide(e.add(2.0)).copySign(x);
    }
}
