package org.selfstab.numeric;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;

/**
 * The two real branches of Lambert's W, the solutions of {@code W e^W = z}, over any field, to a few units in the last place.
 *
 * <p>Near the branch point {@code z = -1/e}, where an iteration loses half of the digits, by the series in {@code p = sqrt(2(e z + 1))}
 * (Corless, Gonnet, Hare, Jeffrey and Knuth, On the Lambert W function, 1996, (4.22)-(4.24)); elsewhere by Halley's iteration on the
 * logarithm of the equation.
 */
public final class LambertW {

    /** Series below, iteration above; the series converges to p = sqrt(2). */
    private static final double NEAR_BRANCH_POINT = 0.1;

    /** A small c loses about as many digits as it has leading zeros. */
    private static final double SMALL_EXPONENT = 0.1;

    private static final int MAX_ITERATIONS = 60;

    private LambertW() {}

    /**
     * The principal branch {@code W_0(z) >= -1}.
     *
     * @param z at least -1/e
     * @throws IllegalArgumentException if z is less
     */
    public static <T extends CalculusFieldElement<T>> T principal(T z) {
        if (z.isZero()) {
            return z;
        }
        if (z.getReal() < 0) {
            T p = branchDistance(z);
            return isNear(p)
                    ? series(p).subtract(1.0)
                    : logarithmIterated(exponent(z)).exp().negate();
        }
        return positive(z);
    }

    /**
     * The other real branch {@code W_-1(z) <= -1}.
     *
     * @param z at least -1/e and negative
     * @throws IllegalArgumentException if z is outside of this
     */
    public static <T extends CalculusFieldElement<T>> T lower(T z) {
        if (!(z.getReal() < 0)) {
            throw new IllegalArgumentException("W_-1 is real from -1/e to 0 only, not at " + z);
        }
        T p = branchDistance(z);
        return isNear(p) ? series(p.negate()).subtract(1.0) : lowerIterated(exponent(z));
    }

    /**
     * {@code 1 + W_0(-exp(-1 - c))}, from 0 to 1, without loss of digits near c = 0 and without underflow for large c.
     *
     * @param c not negative
     */
    public static <T extends CalculusFieldElement<T>> T onePlusPrincipalOfExponential(T c) {
        T p = branchDistanceOfExponential(c);
        return isNear(p)
                ? series(p)
                : exponential(logarithmIterated(c)).negate().add(1.0);
    }

    /** {@code W_0(-exp(-1 - c))} for c not negative, to full relative precision also where it is tiny. */
    public static <T extends CalculusFieldElement<T>> T principalOfExponential(T c) {
        T p = branchDistanceOfExponential(c);
        return isNear(p) ? series(p).subtract(1.0) : logarithmIterated(c).exp().negate();
    }

    /** {@code log(-W_0(-exp(-1 - c)))} for c not negative, also where W_0 underflows. */
    public static <T extends CalculusFieldElement<T>> T logOfPrincipalOfExponential(T c) {
        T p = branchDistanceOfExponential(c);
        return isNear(p) ? series(p).negate().log1p() : logarithmIterated(c);
    }

    /**
     * {@code 1 + W_-1(-exp(-1 - c))}, at most 0, without loss of digits near c = 0 and without underflow for large c.
     *
     * @param c not negative
     */
    public static <T extends CalculusFieldElement<T>> T onePlusLowerOfExponential(T c) {
        T p = branchDistanceOfExponential(c);
        return isNear(p) ? series(p.negate()) : lowerIterated(c).add(1.0);
    }

    private static <T extends CalculusFieldElement<T>> T branchDistance(T z) {
        T scaled = z.multiply(z.getField().getOne().exp()).add(1.0);
        if (scaled.getReal() < 0) {
            if (scaled.add(scaled.getField().getOne().ulp()).getReal() >= 0) {
                return scaled.getField().getZero();
            }
            throw new IllegalArgumentException("W is not real below -1/e, at " + z);
        }
        return scaled.multiply(2.0).sqrt();
    }

    private static <T extends CalculusFieldElement<T>> T branchDistanceOfExponential(T c) {
        if (!(c.getReal() >= 0)) {
            throw new IllegalArgumentException("W is not real below -1/e, at -exp(-1 - " + c + ")");
        }
        return oneMinusExponential(c).multiply(2.0).sqrt();
    }

    /** {@code 1 - exp(-c)}; Dfp's expm1 takes the difference, which loses the digits of a small c. */
    private static <T extends CalculusFieldElement<T>> T oneMinusExponential(T c) {
        if (c.getReal() > SMALL_EXPONENT) {
            return isNegligible(c.negate())
                    ? c.getField().getOne()
                    : c.negate().expm1().negate();
        }
        double negligible = c.getField().getOne().ulp().getReal() * c.getReal() / 4;
        T term = c;
        T sum = c;
        for (int k = 2; Math.abs(term.getReal()) > negligible; k++) {
            term = term.multiply(c).divide(-k);
            sum = sum.add(term);
        }
        return sum;
    }

    private static <T extends CalculusFieldElement<T>> boolean isNear(T p) {
        return p.getReal() < NEAR_BRANCH_POINT;
    }

    /** The c of {@code z = -exp(-1 - c)}. */
    private static <T extends CalculusFieldElement<T>> T exponent(T z) {
        return z.negate().log().add(1.0).negate();
    }

    /** {@code 1 + W} as the power series in p; a negative p gives the lower branch. */
    private static <T extends CalculusFieldElement<T>> T series(T p) {
        Field<T> field = p.getField();
        List<T> mu = new ArrayList<>(List.of(field.getOne().negate(), field.getOne()));
        List<T> alpha = new ArrayList<>(
                List.of(field.getOne().multiply(2), field.getOne().negate()));
        double negligible = field.getOne().ulp().getReal() / 4;
        T power = p;
        T sum = p;
        for (int k = 2; Math.abs(power.getReal()) > negligible * Math.abs(p.getReal()); k++) {
            T convolution = field.getZero();
            for (int j = 2; j < k; j++) {
                convolution = convolution.add(mu.get(j).multiply(mu.get(k + 1 - j)));
            }
            alpha.add(convolution);
            mu.add(mu.get(k - 2)
                    .multiply(2)
                    .add(alpha.get(k - 2))
                    .multiply(k - 1)
                    .divide(4.0 * (k + 1))
                    .subtract(convolution.divide(2.0))
                    .subtract(mu.get(k - 1).divide(k + 1.0)));
            power = power.multiply(p);
            sum = sum.add(mu.get(k).multiply(power));
        }
        return sum;
    }

    /** Solves {@code w + log(-w) + 1 + c = 0} for w below -1. */
    private static <T extends CalculusFieldElement<T>> T lowerIterated(T c) {
        T w = c.multiply(2.0).sqrt().add(c.multiply(2.0 / 3.0)).add(1.0).negate();
        T previous = null;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            T value = w.add(w.negate().log()).add(c).add(1.0);
            T slope = w.reciprocal().add(1.0);
            T curvature = w.multiply(w).reciprocal().negate();
            T step = halley(value, slope, curvature);
            if (isSettled(step, previous, w)) {
                return w;
            }
            w = w.subtract(step);
            previous = step;
        }
        throw new IllegalStateException("W_-1(-exp(-1 - " + c + ")) does not converge");
    }

    /** {@code e^l} where it counts beside 1, else 0: Dfp takes long over large negative l. */
    private static <T extends CalculusFieldElement<T>> T exponential(T l) {
        return isNegligible(l) ? l.getField().getZero() : l.exp();
    }

    private static <T extends CalculusFieldElement<T>> boolean isNegligible(T l) {
        return l.getReal() < Math.log(l.getField().getOne().ulp().getReal()) - 1;
    }

    /** Solves {@code l - e^l + 1 + c = 0} for negative {@code l = log(-w)}, of w between -1 and 0. */
    private static <T extends CalculusFieldElement<T>> T logarithmIterated(T c) {
        T l = c.getReal() > 1
                ? c.add(1.0).negate()
                : c.multiply(2.0).sqrt().negate().subtract(c.divide(3.0));
        T previous = null;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            T exponential = exponential(l);
            T value = l.subtract(exponential).add(c).add(1.0);
            T step = halley(value, exponential.subtract(1.0).negate(), exponential.negate());
            if (isSettled(step, previous, l)) {
                return l;
            }
            l = l.subtract(step);
            previous = step;
        }
        throw new IllegalStateException("W_0(-exp(-1 - " + c + ")) does not converge");
    }

    /** Solves {@code w + log(w) - log(z) = 0} for positive w. */
    private static <T extends CalculusFieldElement<T>> T positive(T z) {
        T logZ = z.log();
        // w = z - z^2 + ... for small z, log z - log log z + ... for large z.
        T w = z.log1p();
        if (z.getReal() > Math.E) {
            w = logZ.subtract(logZ.log());
        }
        T previous = null;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            T value = w.add(w.log()).subtract(logZ);
            T step = halley(
                    value, w.reciprocal().add(1.0), w.multiply(w).reciprocal().negate());
            if (isSettled(step, previous, w)) {
                return w;
            }
            w = w.subtract(step);
            previous = step;
        }
        throw new IllegalStateException("W_0(" + z + ") does not converge");
    }

    private static <T extends CalculusFieldElement<T>> T halley(T value, T slope, T curvature) {
        T newton = value.divide(slope);
        return newton.divide(
                newton.multiply(curvature).divide(slope).multiply(-0.5).add(1.0));
    }

    /** Converged: the step is below rounding, or rounding keeps it from getting smaller. */
    private static <T extends CalculusFieldElement<T>> boolean isSettled(T step, T previous, T at) {
        double size = Math.abs(step.divide(at).getReal());
        double ulp = at.getField().getOne().ulp().getReal();
        return size <= ulp
                || (size < Math.sqrt(ulp)
                        && previous != null
                        && size >= Math.abs(previous.divide(at).getReal()));
    }
}
