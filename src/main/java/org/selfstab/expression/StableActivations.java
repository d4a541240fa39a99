package org.selfstab.expression;

import org.hipparchus.CalculusFieldElement;

/** Activations written so that no intermediate overflows: only exp of a non-positive number is taken. */
public final class StableActivations {

    private StableActivations() {}

    /** {@code log(1 + exp(x))}. */
    public static double softplus(double x) {
        return Math.max(x, 0.0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static <T extends CalculusFieldElement<T>> T softplus(T x) {
        return x.getReal() > 0
                ? x.add(DecimalFloatingPoint.log1p(x.negate().exp()))
                : DecimalFloatingPoint.log1p(x.exp());
    }

    /** {@code 1/(1 + exp(-x))}. */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1.0 / (1.0 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1.0 + e);
    }

    static <T extends CalculusFieldElement<T>> T sigmoid(T x) {
        if (x.getReal() >= 0) {
            return x.negate().exp().add(1.0).reciprocal();
        }
        T e = x.exp();
        return e.divide(e.add(1.0));
    }

    /** {@code log(cosh(x))}. */
    public static double logCosh(double x) {
        double magnitude = Math.abs(x);
        if (magnitude < 1.0) {
            double s = Math.sinh(0.5 * magnitude);
            return Math.log1p(2.0 * s * s);
        }
        return magnitude + Math.log1p(Math.exp(-2.0 * magnitude)) - Math.log(2.0);
    }

    static <T extends CalculusFieldElement<T>> T logCosh(T x) {
        T magnitude = x.getReal() < 0 ? x.negate() : x;
        if (magnitude.getReal() < 1.0) {
            T s = DecimalFloatingPoint.sinh(magnitude.multiply(0.5));
            return DecimalFloatingPoint.log1p(s.square().multiply(2.0));
        }
        T logTwo = x.getField().getOne().add(1.0).log();
        return magnitude
                .add(DecimalFloatingPoint.log1p(magnitude.multiply(-2.0).exp()))
                .subtract(logTwo);
    }
}
