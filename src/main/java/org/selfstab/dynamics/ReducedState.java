package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.vocabulary.Stage;

/**
 * A state of the reduced dynamics, theory.md (15), in the coordinates in which it is Hamiltonian.
 *
 * @param logX {@code log X}, with {@code X = |x|/delta} positive
 * @param y {@code Y = y/sqrt(alpha)}, for other optimizers than gradient descent {@link Rates#reduced} of y instead of y
 * @param <T> the field's elements
 */
public record ReducedState<T extends CalculusFieldElement<T>>(T logX, T y) {

    /** The state of a displacement with {@code x = u . v} not zero and {@code y = gradS_perp . v}, {@link Rates#reduced}. */
    public static <T extends CalculusFieldElement<T>> ReducedState<T> of(T x, T y, T alpha, T beta) {
        T delta = alpha.multiply(2.0).divide(beta).sqrt();
        return new ReducedState<>(x.abs().divide(delta).log(), y.divide(alpha.sqrt()));
    }

    /** X. */
    public T x() {
        return logX.exp();
    }

    /** The conserved energy {@code E = Y^2/2 + (X^2 - 1 - log X^2)/2}, theory.md (16). */
    public T energy() {
        T twiceLog = logX.multiply(2.0);
        return y.multiply(y).add(twiceLog.expm1()).subtract(twiceLog).multiply(0.5);
    }

    /** The stage, theory.md (21). */
    public Stage stage() {
        return Stage.of(logX.getReal(), y.getReal());
    }

    /** The angle about the fixed point (1, 0) that the linearised dynamics (17) turn by {@code -sqrt(2)} in a unit of tau. */
    public double phase() {
        return Math.atan2(y.getReal(), logX.getReal() * Math.sqrt(2.0));
    }
}
