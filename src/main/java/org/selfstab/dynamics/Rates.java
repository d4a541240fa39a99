package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;

/**
 * What the theory takes of an optimizer, theory.md section 10, in one number system. For gradient descent step, growth and drift are eta.
 *
 * @param edge the curvature {@code S_c} at which it becomes unstable, of the sharpness's unit
 * @param step {@code 2/S_c}: the step size of gradient descent with the same edge
 * @param growth a: where the sharpness is S, a step multiplies the oscillation by {@code -(1 + a (S - S_c))} to first order
 * @param drift b: slow motion is {@code d psi/dt = -b grad L}
 * @param <T> the numbers
 */
public record Rates<T extends CalculusFieldElement<T>>(T edge, T step, T growth, T drift) {

    /** These in double precision. */
    public Rates<Binary64> rounded() {
        return new Rates<>(
                new Binary64(edge.getReal()),
                new Binary64(step.getReal()),
                new Binary64(growth.getReal()),
                new Binary64(drift.getReal()));
    }

    /** {@code sqrt(a b)}: times {@code sqrt(alpha)} it is epsilon. */
    public T rate() {
        return growth.equals(drift) ? growth : growth.multiply(drift).sqrt();
    }

    /** {@code y sqrt(a/b)}, which in units of {@code sqrt(alpha)} is the reduced Y. */
    public T reduced(T y) {
        return growth.equals(drift) ? y : y.multiply(growth.divide(drift).sqrt());
    }

    /** {@code sqrt(b alpha/a)}, the unit of y. */
    public T unitOfY(T alpha) {
        return growth.equals(drift)
                ? alpha.sqrt()
                : alpha.multiply(drift).divide(growth).sqrt();
    }
}
