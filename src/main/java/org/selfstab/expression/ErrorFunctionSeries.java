package org.selfstab.expression;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.FieldGradient;

/**
 * The error function over any field by {@code erf(x) = 2/sqrt(pi) exp(-x^2) sum_n 2^n x^(2n+1) / (2n+1)!!}, whose terms
 * all have one sign, so that nothing cancels (Abramowitz and Stegun, 7.1.6). Hipparchus's own field version stops at
 * double accuracy. Elements with an error function of their own use that, and first-order jets its derivative.
 */
final class ErrorFunctionSeries {

    private ErrorFunctionSeries() {}

    static <T extends CalculusFieldElement<T>> T erf(T x) {
        Class<T> elements = x.getField().getRuntimeClass();
        if (x instanceof HasErrorFunction<?> own) {
            return elements.cast(own.erf());
        }
        return x instanceof FieldGradient<?> jet ? elements.cast(ofJet(jet)) : ofElement(x);
    }

    private static <S extends CalculusFieldElement<S>> FieldGradient<S> ofJet(FieldGradient<S> x) {
        S value = x.getValue();
        S slope = value.square().negate().exp().multiply(2).divide(value.getPi().sqrt());
        return x.compose(erf(value), slope);
    }

    private static <T extends CalculusFieldElement<T>> T ofElement(T x) {
        T one = x.getField().getOne();
        double bits = -Math.log(Math.max(one.ulp().getReal(), Double.MIN_NORMAL)) / Math.log(2.0);
        double square = x.getReal() * x.getReal();
        if (square > bits + 20.0) {
            return x.getReal() > 0 ? one : one.negate();
        }
        return sumOfTerms(x, termCount(square, bits))
                .multiply(x.square().negate().exp())
                .multiply(2.0)
                .divide(one.getPi().sqrt());
    }

    /** Past n = 4 x^2 each term is at most half its predecessor; the extra 40 serve the derivatives of jets. */
    private static int termCount(double square, double bits) {
        return (int) Math.ceil(4.0 * square + bits) + 40;
    }

    private static <T extends CalculusFieldElement<T>> T sumOfTerms(T x, int count) {
        T twiceSquare = x.square().multiply(2.0);
        T term = x;
        T sum = x;
        for (int n = 1; n < count; n++) {
            term = term.multiply(twiceSquare).divide(2.0 * n + 1.0);
            sum = sum.add(term);
        }
        return sum;
    }
}
