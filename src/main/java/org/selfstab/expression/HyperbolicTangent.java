package org.selfstab.expression;

/**
 * tanh and its derivative in double precision, both from {@code exp(-2|x|)}, which Java has as an intrinsic: {@link Math#tanh} is a
 * call out of compiled code before Java 23, and takes several times as long.
 *
 * <p>Where {@code |x| >= 0.8}, {@code tanh|x| = 1 - 2e/(1 + e)} with {@code e = exp(-2|x|) < 0.21}, so the subtraction loses nothing; below, Lambert's
 * continued fraction {@code x/(1 + x^2/(3 + x^2/(5 + ...)))} cut off after 17, whose relative error is below 1e-18 there. The error
 * is at most 2 units in the last place if that of {@link Math#exp} is at most 1. That of the derivative is at most 6: as multiples of
 * 2^-53, relatively, 2 from exp, 2 from the sum squared, 1 each from square and quotient, and a unit in the last place is at least 1.
 */
public final class HyperbolicTangent {

    private static final double SMALL = 0.8;

    private HyperbolicTangent() {}

    /** {@code tanh(x)}. */
    public static double of(double x) {
        return of(x, decay(x));
    }

    /** {@code exp(-2|x|)}, from 0 to 1. */
    public static double decay(double x) {
        return Math.exp(-2.0 * Math.abs(x));
    }

    /**
     * {@code tanh(x)}.
     *
     * @param decay {@link #decay} of x
     */
    public static double of(double x, double decay) {
        double magnitude = Math.abs(x);
        return Math.copySign(
                magnitude < SMALL
                        ? magnitude - magnitude * shortfall(magnitude * magnitude)
                        : 1.0 - 2.0 * decay / (1.0 + decay),
                x);
    }

    /** {@code 1 - tanh(x)/x} for {@code z = x^2}. */
    private static double shortfall(double z) {
        double numerator = z * (11486475.0 + z * (810810.0 + z * (12870.0 + z * 44.0)));
        double denominator = 34459425.0 + z * (16216200.0 + z * (945945.0 + z * (13860.0 + z * 45.0)));
        return numerator / denominator;
    }

    /**
     * {@code tanh'(x) = cosh(x)^-2}.
     *
     * @param decay {@link #decay} of x
     */
    public static double slope(double decay) {
        double sum = 1.0 + decay;
        return 4.0 * decay / (sum * sum);
    }
}
