package org.selfstab.interval;

import java.util.function.DoubleUnaryOperator;

/**
 * Elementary functions of intervals.
 *
 * <p>{@link StrictMath} is the library fdlibm on every machine; its authors state errors below one unit in the last place for exp,
 * expm1, log, log1p, sin, cos, tan and atan, and the Java specification allows sinh, cosh and tanh 2.5. Endpoints are widened by {@value
 * #ULPS} and {@value #HYPERBOLIC_ULPS} of these units, and never beyond what the function can take.
 */
final class EnclosingFunctions {

    private static final int ULPS = 2;
    private static final int HYPERBOLIC_ULPS = 4;
    /** Beyond, the distance between neighbouring doubles is too large to say between which multiples of pi/2 a number lies. */
    private static final double LARGEST_ANGLE = 0x1p30;

    /** More digits than doubles have. */
    private static final DecimalIntervalField DECIMALS = new DecimalIntervalField(20);

    private EnclosingFunctions() {}

    static Interval exp(Interval x) {
        return increasing(x, StrictMath::exp, ULPS, 0.0, Double.POSITIVE_INFINITY);
    }

    static Interval expm1(Interval x) {
        return increasing(x, StrictMath::expm1, ULPS, -1.0, Double.POSITIVE_INFINITY);
    }

    static Interval log(Interval x) {
        return x.lower() > 0
                ? increasing(x, StrictMath::log, ULPS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : Interval.undefined();
    }

    static Interval log1p(Interval x) {
        return x.lower() > -1
                ? increasing(x, StrictMath::log1p, ULPS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                : Interval.undefined();
    }

    static Interval atan(Interval x) {
        double halfPi = 0.5 * Math.nextUp(Math.PI);
        return increasing(x, StrictMath::atan, ULPS, -halfPi, halfPi);
    }

    static Interval sinh(Interval x) {
        return increasing(x, StrictMath::sinh, HYPERBOLIC_ULPS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    static Interval cosh(Interval x) {
        return increasing(x.abs(), StrictMath::cosh, HYPERBOLIC_ULPS, 1.0, Double.POSITIVE_INFINITY);
    }

    static Interval tanh(Interval x) {
        return increasing(x, StrictMath::tanh, HYPERBOLIC_ULPS, -1.0, 1.0);
    }

    /** {@code sin(x) = cos(x - pi/2)} decides on the extremes, the sine itself is taken at the endpoints. */
    static Interval sin(Interval x) {
        return oscillating(x, StrictMath::sin, 0.5);
    }

    static Interval cos(Interval x) {
        return oscillating(x, StrictMath::cos, 0.0);
    }

    /** Between its poles, at {@code (k + 1/2) pi}, the tangent increases. */
    static Interval tan(Interval x) {
        boolean hasPole = !(x.mag() < LARGEST_ANGLE) || hasMultiple(x, 0.5) || hasMultiple(x, 1.5);
        return hasPole
                ? Interval.undefined()
                : increasing(x, StrictMath::tan, ULPS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** No library states an error of its error function: the decimal one is taken at the endpoints. */
    static Interval erf(Interval x) {
        double lower = x.lower() == Double.NEGATIVE_INFINITY ? -1.0 : -erfAbove(-x.lower());
        double upper = x.upper() == Double.POSITIVE_INFINITY ? 1.0 : erfAbove(x.upper());
        return new Interval(Math.max(-1.0, lower), Math.min(1.0, upper), x.decoration());
    }

    private static double erfAbove(double x) {
        return DECIMALS.of(x).erf().doubleAbove();
    }

    private static Interval increasing(Interval x, DoubleUnaryOperator f, int ulps, double least, double most) {
        return new Interval(
                Math.max(least, below(x.lower(), f.applyAsDouble(x.lower()), ulps)),
                Math.min(most, above(x.upper(), f.applyAsDouble(x.upper()), ulps)),
                x.decoration());
    }

    /** A function with maxima 1 at {@code (2k + phase) pi} and minima -1 half-way between. */
    private static Interval oscillating(Interval x, DoubleUnaryOperator f, double phase) {
        if (!(x.mag() < LARGEST_ANGLE)) {
            return new Interval(-1.0, 1.0, x.decoration());
        }
        double atLower = f.applyAsDouble(x.lower());
        double atUpper = f.applyAsDouble(x.upper());
        double low = hasMultiple(x, phase + 1.0)
                ? -1.0
                : Math.min(below(x.lower(), atLower, ULPS), below(x.upper(), atUpper, ULPS));
        double high = hasMultiple(x, phase)
                ? 1.0
                : Math.max(above(x.lower(), atLower, ULPS), above(x.upper(), atUpper, ULPS));
        return new Interval(Math.max(-1.0, low), Math.min(1.0, high), x.decoration());
    }

    /** Whether {@code (2k + phase) pi} may be in an interval for some integer k; errs on the side of yes. */
    private static boolean hasMultiple(Interval x, double phase) {
        Interval k = x.divide(Interval.ONE.getPi()).subtract(phase).multiply(0.5);
        return Math.floor(k.upper()) >= Math.ceil(k.lower());
    }

    /** The zeros that all of these functions have at 0, and log at 1, are exact and need no margin. */
    private static double below(double argument, double value, int ulps) {
        boolean exact = value == 0.0 && (argument == 0.0 || argument == 1.0);
        double result = value == Double.POSITIVE_INFINITY && argument < value ? Double.MAX_VALUE : value;
        for (int i = 0; i < ulps && !exact; i++) {
            result = Math.nextDown(result);
        }
        return result;
    }

    private static double above(double argument, double value, int ulps) {
        boolean exact = value == 0.0 && (argument == 0.0 || argument == 1.0);
        double result = value;
        for (int i = 0; i < ulps && !exact; i++) {
            result = Math.nextUp(result);
        }
        return result;
    }
}
