package org.selfstab.expression;

/** Functions of one number with their derivatives up to the fourth, in double precision. */
public final class FunctionDerivatives {

    private static final double TWO_OVER_ROOT_PI = 2.0 / Math.sqrt(Math.PI);

    private FunctionDerivatives() {}

    /**
     * Value and derivatives of an elementary function.
     *
     * @param f receives the value and the derivatives, of length 5
     */
    public static void of(ElementaryFunction function, double x, double[] f) {
        f[0] = function.value(x);
        switch (function) {
            case EXP -> set(f, f[0], f[0], f[0], f[0]);
            case LOG -> {
                double r = 1 / x;
                set(f, r, -r * r, 2 * r * r * r, -6 * r * r * r * r);
            }
            case SIN -> {
                double cosine = Math.cos(x);
                set(f, cosine, -f[0], -cosine, f[0]);
            }
            case COS -> {
                double sine = Math.sin(x);
                set(f, -sine, -f[0], sine, f[0]);
            }
            case TAN -> {
                double t = f[0];
                double q = 1 + t * t;
                set(f, q, 2 * t * q, 2 * q * (1 + 3 * t * t), 8 * t * q * (2 + 3 * t * t));
            }
            case SINH -> {
                double cosh = Math.cosh(x);
                set(f, cosh, f[0], cosh, f[0]);
            }
            case COSH -> {
                double sinh = Math.sinh(x);
                set(f, sinh, f[0], sinh, f[0]);
            }
            case TANH -> tanhFrom(x, f[0], f);
            case ATAN -> {
                double q = 1 / (1 + x * x);
                double slope = -2 * (x * q);
                // By factors that stay finite: q is 0 where the square of x overflows.
                set(
                        f,
                        q,
                        slope * q,
                        (1.5 * slope * slope - 2 * q * q) * q,
                        6 * slope * q * (slope * slope / 2 - 2 * q * q));
            }
            // At 0 there is no derivative; elsewhere it is the sign.
            case ABS -> set(f, x == 0 ? Double.NaN : Math.signum(x), 0, 0, 0);
            case SOFTPLUS -> {
                double value = f[0];
                sigmoid(x, f);
                set(f, f[0], f[1], f[2], f[3]);
                f[0] = value;
            }
            case SIGMOID -> sigmoid(x, f);
            case LOGCOSH -> {
                double value = f[0];
                double t = ElementaryFunction.TANH.value(x);
                tanhFrom(x, t, f);
                set(f, t, f[1], f[2], f[3]);
                f[0] = value;
            }
            case ERF -> {
                double e = TWO_OVER_ROOT_PI * Math.exp(-x * x);
                double far = e == 0 ? 0 : x;
                set(f, e, -2 * far * e, (4 * far * far - 2) * e, (12 * far - 8 * far * far * far) * e);
            }
            default -> throw new IllegalArgumentException("no derivatives of " + function);
        }
    }

    private static void set(double[] f, double first, double second, double third, double fourth) {
        f[1] = first;
        f[2] = second;
        f[3] = third;
        f[4] = fourth;
    }

    /** The slope s has no cancellation, where {@code 1 - t^2} cancels for t near 1. */
    private static void tanhFrom(double x, double t, double[] f) {
        double s = HyperbolicTangent.slope(HyperbolicTangent.decay(x));
        set(f, s, -2 * t * s, s * (4 * t * t - 2 * s), t * s * (16 * s - 8 * t * t));
    }

    /** {@code sigmoid(x) = (1 + tanh(x/2))/2}. */
    private static void sigmoid(double x, double[] f) {
        double value = ElementaryFunction.SIGMOID.value(x);
        tanhFrom(x / 2, ElementaryFunction.TANH.value(x / 2), f);
        set(f, f[1] / 4, f[2] / 8, f[3] / 16, f[4] / 32);
        f[0] = value;
    }

    /** {@code x^p}. */
    public static void power(double x, double p, double[] f) {
        f[0] = Math.pow(x, p);
        double factor = 1;
        for (int k = 1; k <= 4; k++) {
            factor *= p - k + 1;
            f[k] = factor * Math.pow(x, p - k);
        }
    }

    /** The square root. */
    public static void squareRoot(double x, double[] f) {
        double root = Math.sqrt(x);
        double r = 1 / x;
        f[0] = root;
        f[1] = 0.5 / root;
        f[2] = -0.5 * f[1] * r;
        f[3] = -1.5 * f[2] * r;
        f[4] = -2.5 * f[3] * r;
    }

    /** {@code 1/x}. */
    public static void reciprocal(double x, double[] f) {
        double r = 1 / x;
        f[0] = r;
        for (int k = 1; k <= 4; k++) {
            f[k] = -k * f[k - 1] * r;
        }
    }

    /** {@code cosh(x)^-2}, the slope of tanh. */
    public static void sechSquared(double x, double[] f) {
        double t = ElementaryFunction.TANH.value(x);
        tanhFrom(x, t, f);
        double s = f[1];
        double fifth = s * (16 * s * s - 88 * t * t * s + 16 * t * t * t * t);
        f[0] = s;
        set(f, f[2], f[3], f[4], fifth);
    }
}
