package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/**
 * The reduced equation, theory.md (15), in time tau and in the coordinates {@code (log X, Y)}: {@code (log X)' = Y},
 * {@code Y' = 1 - X^2}. X stays positive by construction.
 *
 * @param field the field of the numbers
 * @param <T> the field's elements
 */
public record ReducedEquation<T extends CalculusFieldElement<T>>(Field<T> field) implements OscillationEquation<T> {

    @Override
    public double unitOfTime() {
        return 1.0;
    }

    @Override
    public T[] stateOf(ReducedState<T> reduced) {
        T[] state = MathArrays.buildArray(field, 2);
        state[0] = reduced.logX();
        state[1] = reduced.y();
        return state;
    }

    @Override
    public ReducedState<T> reduced(T time, T[] state) {
        return new ReducedState<>(state[0], state[1]);
    }

    @Override
    public T[] computeDerivatives(T time, T[] state) {
        T[] derivatives = MathArrays.buildArray(field, 2);
        derivatives[0] = state[1];
        derivatives[1] = state[0].multiply(2.0).expm1().negate();
        return derivatives;
    }
}
