package org.selfstab.dynamics;

import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;

/**
 * The closed orbit of the reduced dynamics on one level of its energy: extremes (18), period (19) and averages (20) of theory.md.
 *
 * <p>The orbit is parametrised by an angle, {@code V(log X) = E sin(theta)^2} with {@code V(q) = (exp(2q) - 2q - 1)/2}, and
 * {@code Y = sqrt(2E) cos(theta)}. Then {@code dtau = sqrt(2E) sin(theta)/(X^2 - 1) dtheta}, which removes the singularities of (19)
 * at both ends: the integrand is analytic and periodic, for which the trapezoidal rule converges faster than any power. X at an angle is
 * given by Lambert's W.
 *
 * @param energy E, positive
 * @param <T> the field's elements
 */
public record ReducedLevel<T extends CalculusFieldElement<T>>(T energy) {

    private static final int FIRST_POINTS = 32;
    private static final int MAX_POINTS = 1 << 16;

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

    /** The time average over one period of a function of the state, theory.md (20). */
    public T average(Function<ReducedState<T>, T> function) {
        return integral(function).divide(period());
    }

    /** The integral over one period, with points doubled until it settles. */
    private T integral(Function<ReducedState<T>, T> function) {
        Field<T> field = energy.getField();
        double settled = 64 * field.getOne().ulp().getReal();
        T sum = sum(function, FIRST_POINTS, 0.0);
        T previous = mean(sum, FIRST_POINTS);
        for (int points = FIRST_POINTS; points < MAX_POINTS; points *= 2) {
            sum = sum.add(sum(function, points, 0.5));
            T refined = mean(sum, 2 * points);
            if (refined.subtract(previous).abs().getReal()
                    <= settled * refined.abs().getReal()) {
                return refined;
            }
            previous = refined;
        }
        throw new IllegalStateException("the period's quadrature does not settle at energy " + energy);
    }

    private T mean(T sum, int points) {
        return sum.multiply(energy.getPi().multiply(2.0)).divide(points);
    }

    /** The sum over equidistant angles from an offset in units of their distance. */
    private T sum(Function<ReducedState<T>, T> function, int points, double offset) {
        T total = energy.getField().getZero();
        for (int i = 0; i < points; i++) {
            T angle = energy.getPi().multiply(2.0 * (i + offset)).divide(points);
            total = total.add(atAngle(angle, function));
        }
        return total;
    }

    private T atAngle(T angle, Function<ReducedState<T>, T> function) {
        T sine = angle.sin();
        T y = largestY().multiply(angle.cos());
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
                ? LambertW.principalOfExponential(c).negate().log().multiply(0.5)
                : excess.log1p().multiply(0.5);
        return function.apply(new ReducedState<>(logX, y))
                .multiply(largestY())
                .multiply(sine)
                .divide(excess);
    }
}
