package org.selfstab.dynamics;

import java.util.function.Function;
import java.util.function.IntFunction;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.FastMath;
import org.selfstab.numeric.LambertW;

/**
 * The closed orbit of the reduced dynamics on one level of its energy: extremes (18), period (19) and averages (20) of theory.md.
 *
 * <p>The orbit is parametrised by an angle, {@code V(log X) = E sin(theta)^2} with {@code V(q) = (exp(2q) - 2q - 1)/2}, and
 * {@code Y = sqrt(2E) cos(theta)}. Then {@code dtau = sqrt(2E) sin(theta)/(X^2 - 1) dtheta}, which removes the singularities of (19)
 * at both ends: the integrand is analytic and periodic, for which the trapezoidal rule converges faster than any power. Where E is large
 * X passes 1 within angles of {@code 1/sqrt(E)}, which {@code theta = sinh(s)/sqrt(E)} resolves, by the double exponential rule in s. X at an
 * angle is given by Lambert's W.
 *
 * @param energy E, positive
 * @param <T> the field's elements
 */
public record ReducedLevel<T extends CalculusFieldElement<T>>(T energy) {

    private static final int FIRST_POINTS = 32;
    private static final int MAX_POINTS = 1 << 16;
    /** From where the trapezoidal rule takes hundreds of points. */
    private static final double LARGE_ENERGY = 1e3;

    /**
     * The level of an energy.
     *
     * @throws IllegalArgumentException if it is not positive: at 0 the orbit is the fixed point
     */
    public ReducedLevel {
        if (!(energy.getReal() > 0)) {
            throw new IllegalArgumentException("the energy of an orbit is positive, not " + energy);
        }
    }

    /** {@code X_max}, theory.md (18). */
    public T largestX() {
        return LambertW.onePlusLowerOfExponential(energy.multiply(2.0))
                .negate()
                .add(1.0)
                .sqrt();
    }

    /** {@code X_min}, theory.md (18). */
    public T smallestX() {
        return LambertW.principalOfExponential(energy.multiply(2.0)).negate().sqrt();
    }

    /** {@code |Y|_max = sqrt(2E)}, theory.md (18). */
    public T largestY() {
        return energy.multiply(2.0).sqrt();
    }

    /** The period T(E) in tau, theory.md (19). */
    public T period() {
        return integral(state -> energy.getField().getOne());
    }

    /** The area {@code J(E)}, the closed integral of {@code Y d log X}, whose derivative is the period; theory.md (D2). */
    public T area() {
        return integral(state -> state.y().multiply(state.y()));
    }

    /** The time average over one period of a function of the state, theory.md (20). */
    public T average(Function<ReducedState<T>, T> function) {
        return integral(function).divide(period());
    }

    private T integral(Function<ReducedState<T>, T> function) {
        return energy.getReal() < LARGE_ENERGY
                ? settled(points -> trapezoidal(function, points), 1)
                : settled(
                        points -> doubleExponential(function, points),
                        lengthOfQuarter().getReal());
    }

    /** What a rule tends to as its points are doubled, where the relative error of an angle is so many units in the last place. */
    private T settled(IntFunction<T> rule, double ulps) {
        double tolerance = 64 * ulps * energy.getField().getOne().ulp().getReal();
        T previous = rule.apply(FIRST_POINTS);
        for (int points = 2 * FIRST_POINTS; points <= MAX_POINTS; points *= 2) {
            T refined = rule.apply(points);
            if (refined.subtract(previous).abs().getReal()
                    <= tolerance * refined.abs().getReal()) {
                return refined;
            }
            previous = refined;
        }
        throw new IllegalStateException("the period's quadrature does not settle at energy " + energy);
    }

    /** At equidistant angles. */
    private T trapezoidal(Function<ReducedState<T>, T> function, int points) {
        T total = energy.getField().getZero();
        for (int i = 0; i < points; i++) {
            T angle = energy.getPi().multiply(2.0 * i).divide(points);
            total = total.add(atAngle(angle.sin(), angle.cos(), function));
        }
        return total.multiply(energy.getPi().multiply(2.0)).divide(points);
    }

    /** Over the four quarters at once: {@code theta = sinh(s)/sqrt(E)}, {@code s = l/(1 + exp(-pi sinh(t)))}, {@code theta(l) = pi/2}. */
    private T doubleExponential(Function<ReducedState<T>, T> function, int points) {
        Field<T> field = energy.getField();
        T rootOfE = energy.sqrt();
        T length = lengthOfQuarter();
        double largest = FastMath.asinh(-FastMath.log(field.getOne().ulp().getReal() / points) / Math.PI);
        T total = field.getZero();
        for (int i = 0; i <= points; i++) {
            T t = field.getOne().multiply(largest).multiply(2.0 * i - points).divide(points);
            T fraction =
                    energy.getPi().multiply(t.sinh()).negate().exp().add(1.0).reciprocal();
            T s = length.multiply(fraction);
            T angle = s.sinh().divide(rootOfE);
            T weight = s.cosh()
                    .divide(rootOfE)
                    .multiply(fraction)
                    .multiply(fraction.negate().add(1.0))
                    .multiply(t.cosh());
            total = total.add(quarters(angle.sin(), angle.cos(), function).multiply(weight));
        }
        return total.multiply(length)
                .multiply(energy.getPi())
                .multiply(2 * largest)
                .divide(points);
    }

    /** The s of {@code theta = pi/2}. */
    private T lengthOfQuarter() {
        return energy.getPi().multiply(0.5).multiply(energy.sqrt()).asinh();
    }

    private T quarters(T sine, T cosine, Function<ReducedState<T>, T> function) {
        return atAngle(sine, cosine, function)
                .add(atAngle(sine, cosine.negate(), function))
                .add(atAngle(sine.negate(), cosine, function))
                .add(atAngle(sine.negate(), cosine.negate(), function));
    }

    private T atAngle(T sine, T cosine, Function<ReducedState<T>, T> function) {
        T y = largestY().multiply(cosine);
        T c = energy.multiply(2.0).multiply(sine).multiply(sine);
        // X^2 - 1 and the weight at the angle; where X = 1, the weight's limit.
        T excess = sine.getReal() < 0
                ? LambertW.onePlusPrincipalOfExponential(c).negate()
                : LambertW.onePlusLowerOfExponential(c).negate();
        if (excess.isZero()) {
            T half = energy.getField().getOne().multiply(0.5).sqrt();
            return function.apply(new ReducedState<>(excess, y)).multiply(half);
        }
        T logX = sine.getReal() < 0
                ? LambertW.logOfPrincipalOfExponential(c).multiply(0.5)
                : excess.log1p().multiply(0.5);
        return function.apply(new ReducedState<>(logX, y))
                .multiply(largestY())
                .multiply(sine)
                .divide(excess);
    }
}
