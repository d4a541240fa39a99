package org.selfstab.dynamics.reduced;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.ode.FieldEquationsMapper;
import org.hipparchus.ode.FieldExpandableODE;
import org.hipparchus.ode.FieldODEStateAndDerivative;
import org.hipparchus.ode.sampling.AbstractFieldODEStateInterpolator;
import org.hipparchus.util.MathArrays;

/**
 * The state within a step of {@link TaylorFieldIntegrator}: its Taylor polynomial, as accurate inside of the step as at its end.
 *
 * @param <T> the field's elements
 */
final class TaylorInterpolator<T extends CalculusFieldElement<T>> extends AbstractFieldODEStateInterpolator<T> {

    private final T[][] series;

    private TaylorInterpolator(
            T[][] series,
            boolean forward,
            FieldODEStateAndDerivative<T> globalPrevious,
            FieldODEStateAndDerivative<T> globalCurrent,
            FieldODEStateAndDerivative<T> softPrevious,
            FieldODEStateAndDerivative<T> softCurrent,
            FieldEquationsMapper<T> mapper) {
        super(forward, globalPrevious, globalCurrent, softPrevious, softCurrent, mapper);
        this.series = series;
    }

    /**
     * A whole step.
     *
     * @param from where it starts
     * @param end when it ends, later
     * @param series the coefficients of each component in powers of the time since the start
     */
    static <T extends CalculusFieldElement<T>> TaylorInterpolator<T> ofStep(
            FieldODEStateAndDerivative<T> from, T end, T[][] series, FieldExpandableODE<T> equations) {
        T[] state = sum(series, end.subtract(from.getTime()));
        FieldODEStateAndDerivative<T> to =
                equations.getMapper().mapStateAndDerivative(end, state, equations.computeDerivatives(end, state));
        return new TaylorInterpolator<>(series, true, from, to, from, to, equations.getMapper());
    }

    @Override
    protected TaylorInterpolator<T> create(
            boolean forward,
            FieldODEStateAndDerivative<T> globalPrevious,
            FieldODEStateAndDerivative<T> globalCurrent,
            FieldODEStateAndDerivative<T> softPrevious,
            FieldODEStateAndDerivative<T> softCurrent,
            FieldEquationsMapper<T> mapper) {
        return new TaylorInterpolator<>(
                series, forward, globalPrevious, globalCurrent, softPrevious, softCurrent, mapper);
    }

    @Override
    protected FieldODEStateAndDerivative<T> computeInterpolatedStateAndDerivatives(
            FieldEquationsMapper<T> mapper, T time, T theta, T elapsed, T remaining) {
        return mapper.mapStateAndDerivative(time, sum(series, elapsed), derivative(series, elapsed));
    }

    private static <T extends CalculusFieldElement<T>> T[] sum(T[][] series, T elapsed) {
        T[] state = MathArrays.buildArray(elapsed.getField(), series.length);
        for (int i = 0; i < state.length; i++) {
            T[] coefficients = series[i];
            T value = coefficients[coefficients.length - 1];
            for (int k = coefficients.length - 2; k >= 0; k--) {
                value = value.multiply(elapsed).add(coefficients[k]);
            }
            state[i] = value;
        }
        return state;
    }

    private static <T extends CalculusFieldElement<T>> T[] derivative(T[][] series, T elapsed) {
        T[] derivative = MathArrays.buildArray(elapsed.getField(), series.length);
        for (int i = 0; i < derivative.length; i++) {
            T[] coefficients = series[i];
            T value = elapsed.getField().getZero();
            for (int k = coefficients.length - 1; k >= 1; k--) {
                value = value.multiply(elapsed).add(coefficients[k].multiply(k));
            }
            derivative[i] = value;
        }
        return derivative;
    }
}
