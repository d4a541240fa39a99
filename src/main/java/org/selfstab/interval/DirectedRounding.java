package org.selfstab.interval;

/**
 * The basic operations rounded down and up. Java rounds {@code + - * /} and {@code sqrt} to nearest (IEEE 754, Java Language
 * Specification 15.4 since Java 17); the sign of the rounding error, found exactly by Knuth's two-sum or a fused multiply-add,
 * tells whether the neighbour is needed. So results that are exact stay exact.
 */
final class DirectedRounding {

    /** Below this magnitude the error of a product or quotient may itself underflow, and nothing is said about its sign. */
    private static final double UNDERFLOW_MARGIN = 0x1p-960;

    /** Above this magnitude the steps of the two-sum may overflow. */
    private static final double OVERFLOW_MARGIN = 0x1p1020;

    private DirectedRounding() {}

    static double addDown(double a, double b) {
        double sum = a + b;
        if (Math.abs(sum) > OVERFLOW_MARGIN) {
            return isExactNearOverflow(a, b, sum) ? sum : Math.nextDown(sum);
        }
        return sumError(a, b, sum) < 0 ? Math.nextDown(sum) : sum;
    }

    private static boolean isExactNearOverflow(double a, double b, double sum) {
        if (Double.isInfinite(sum)) {
            return Double.isInfinite(a) || Double.isInfinite(b);
        }
        boolean scalable = Math.min(Math.abs(a), Math.abs(b)) > UNDERFLOW_MARGIN;
        return a == 0.0 || b == 0.0 || (scalable && sumError(a / 4.0, b / 4.0, sum / 4.0) == 0.0);
    }

    static double addUp(double a, double b) {
        return -addDown(-a, -b);
    }

    /** Knuth's two-sum: the exact error {@code a + b - sum} of a sum that is not near overflow. */
    private static double sumError(double a, double b, double sum) {
        double bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }

    static double multiplyDown(double a, double b) {
        if (a == 0.0 || b == 0.0) {
            return 0.0; // also 0 times infinity: infinity only bounds, it is never a member
        }
        double product = a * b;
        if (Math.abs(product) < UNDERFLOW_MARGIN) {
            return nextDown(product, (a > 0) == (b > 0));
        }
        return Math.fma(a, b, -product) < 0 ? Math.nextDown(product) : finiteBelow(product);
    }

    static double multiplyUp(double a, double b) {
        return -multiplyDown(-a, b);
    }

    /** {@code a / b} for a divisor other than zero; for an infinite one about zero, as larger quotients have smaller divisors. */
    static double divideDown(double a, double b) {
        if (a == 0.0) {
            return 0.0;
        }
        if (Double.isInfinite(b)) {
            return (a < 0) == (b < 0) ? 0.0 : -Double.MIN_VALUE;
        }
        double quotient = a / b;
        if (Math.abs(quotient) < UNDERFLOW_MARGIN || Math.abs(a) < UNDERFLOW_MARGIN) {
            return nextDown(quotient, (a > 0) == (b > 0));
        }
        // The exact quotient is quotient + remainder / b.
        double remainder = Math.fma(-quotient, b, a);
        return remainder != 0 && (remainder < 0) == (b > 0) ? Math.nextDown(quotient) : finiteBelow(quotient);
    }

    static double divideUp(double a, double b) {
        return -divideDown(-a, b);
    }

    static double sqrtDown(double a) {
        double root = Math.sqrt(a);
        if (a < UNDERFLOW_MARGIN) {
            return a == 0.0 ? 0.0 : Math.max(0.0, Math.nextDown(root));
        }
        return Math.fma(-root, root, a) < 0 ? Math.nextDown(root) : finiteBelow(root);
    }

    static double sqrtUp(double a) {
        double root = Math.sqrt(a);
        if (a < UNDERFLOW_MARGIN) {
            return a == 0.0 ? 0.0 : Math.nextUp(root);
        }
        return Math.fma(-root, root, a) > 0 ? Math.nextUp(root) : root;
    }

    /** {@code x^exponent} for {@code x >= 0} and {@code exponent >= 0}. */
    static double powerDown(double x, long exponent) {
        double power = exponent % 2 == 0 ? 1.0 : x;
        return exponent < 2 ? power : multiplyDown(power, powerDown(multiplyDown(x, x), exponent / 2));
    }

    static double powerUp(double x, long exponent) {
        double power = exponent % 2 == 0 ? 1.0 : x;
        return exponent < 2 ? power : multiplyUp(power, powerUp(multiplyUp(x, x), exponent / 2));
    }

    /** {@code x 2^exponent}. */
    static double scalbDown(double x, int exponent) {
        double scaled = Math.scalb(x, exponent);
        if (Double.isInfinite(scaled)) {
            return Double.isInfinite(x) ? x : finiteBelow(scaled);
        }
        boolean exact = Math.abs(scaled) >= Double.MIN_NORMAL || Math.scalb(scaled, -exponent) == x;
        return exact ? scaled : nextDown(scaled, x > 0);
    }

    static double scalbUp(double x, int exponent) {
        return -scalbDown(-x, exponent);
    }

    /** The double below a rounded result, but not below zero if the exact one is positive. */
    private static double nextDown(double rounded, boolean positive) {
        return positive ? Math.max(0.0, Math.nextDown(rounded)) : Math.nextDown(rounded);
    }

    /** A result that overflowed upwards lies above the largest double, no lower. */
    private static double finiteBelow(double rounded) {
        return rounded == Double.POSITIVE_INFINITY ? Double.MAX_VALUE : rounded;
    }
}
