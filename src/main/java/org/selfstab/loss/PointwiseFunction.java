package org.selfstab.loss;

import java.util.Optional;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.FunctionDerivatives;
import org.selfstab.expression.HyperbolicTangent;

/**
 * A function of each entry of an array.
 *
 * @param kind which function
 * @param elementary of {@link Kind#ELEMENTARY} which
 * @param exponent of {@link Kind#POWER} the exponent
 */
record PointwiseFunction(Kind kind, Optional<ElementaryFunction> elementary, double exponent) {

    /** Functions beside the elementary ones. */
    enum Kind {
        ELEMENTARY,
        SQUARE_ROOT,
        RECIPROCAL,
        SECH_SQUARED,
        POWER
    }

    static PointwiseFunction of(ElementaryFunction function) {
        return new PointwiseFunction(Kind.ELEMENTARY, Optional.of(function), 0);
    }

    static PointwiseFunction of(Kind kind) {
        return new PointwiseFunction(kind, Optional.empty(), 0);
    }

    static PointwiseFunction power(double exponent) {
        return new PointwiseFunction(Kind.POWER, Optional.empty(), exponent);
    }

    boolean isTanh() {
        return elementary
                .filter(function -> function == ElementaryFunction.TANH)
                .isPresent();
    }

    /** Value and derivatives up to the fourth. */
    void derivatives(double x, double[] f) {
        switch (kind) {
            case ELEMENTARY -> FunctionDerivatives.of(elementary.orElseThrow(), x, f);
            case SQUARE_ROOT -> FunctionDerivatives.squareRoot(x, f);
            case RECIPROCAL -> FunctionDerivatives.reciprocal(x, f);
            case SECH_SQUARED -> FunctionDerivatives.sechSquared(x, f);
            case POWER -> FunctionDerivatives.power(x, exponent, f);
        }
    }

    /** Value and first derivative of tanh. */
    static void tanh(int count, double[] x, int xAt, double[] value, int valueAt, double[] first, int firstAt) {
        decays(count, x, xAt, first, firstAt);
        for (int i = 0; i < count; i++) {
            double decay = first[firstAt + i];
            value[valueAt + i] = HyperbolicTangent.of(x[xAt + i], decay);
            first[firstAt + i] = HyperbolicTangent.slope(decay);
        }
    }

    /** Value, first and second derivative of tanh. */
    static void tanh(
            int count,
            double[] x,
            int xAt,
            double[] value,
            int valueAt,
            double[] first,
            int firstAt,
            double[] second,
            int secondAt) {
        decays(count, x, xAt, first, firstAt);
        for (int i = 0; i < count; i++) {
            double decay = first[firstAt + i];
            double t = HyperbolicTangent.of(x[xAt + i], decay);
            double s = HyperbolicTangent.slope(decay);
            value[valueAt + i] = t;
            first[firstAt + i] = s;
            second[secondAt + i] = -2 * t * s;
        }
    }

    /** In a loop of its own: the calls of exp would keep the divisions that follow from overlapping. */
    private static void decays(int count, double[] x, int xAt, double[] decay, int decayAt) {
        for (int i = 0; i < count; i++) {
            decay[decayAt + i] = HyperbolicTangent.decay(x[xAt + i]);
        }
    }

    /** Third and fourth derivative of tanh from value and first derivative. */
    static void higherOfTanh(
            int count,
            double[] value,
            int valueAt,
            double[] first,
            int firstAt,
            double[] third,
            int thirdAt,
            double[] fourth,
            int fourthAt) {
        for (int i = 0; i < count; i++) {
            double t = value[valueAt + i];
            double s = first[firstAt + i];
            third[thirdAt + i] = s * (4 * t * t - 2 * s);
            fourth[fourthAt + i] = t * s * (16 * s - 8 * t * t);
        }
    }
}
