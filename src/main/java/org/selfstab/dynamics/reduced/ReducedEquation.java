package org.selfstab.dynamics.reduced;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.numeric.CauchyProduct;

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

    /** With {@code m = X^2 - 1}: {@code (log X)' = Y}, {@code Y' = -m}, {@code m' = 2 Y (1 + m)}. */
    @Override
    public T[][] series(T time, T[] state, int order) {
        T[] q = MathArrays.buildArray(field, order + 1);
        T[] y = MathArrays.buildArray(field, order + 1);
        T[] m = MathArrays.buildArray(field, order + 1);
        q[0] = state[0];
        y[0] = state[1];
        m[0] = state[0].multiply(2.0).expm1();
        for (int k = 0; k < order; k++) {
            q[k + 1] = y[k].divide(k + 1.0);
            y[k + 1] = m[k].divide(-(k + 1.0));
            m[k + 1] =
                    CauchyProduct.coefficient(y, m, k).add(y[k]).multiply(2.0).divide(k + 1.0);
        }
        T[][] series = MathArrays.buildArray(field, 2, 0);
        series[0] = q;
        series[1] = y;
        return series;
    }

    @Override
    public T nextBreakpoint(T time) {
        return field.getZero().add(Double.POSITIVE_INFINITY);
    }
}
