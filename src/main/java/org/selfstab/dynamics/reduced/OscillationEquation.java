package org.selfstab.dynamics.reduced;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.ode.FieldOrdinaryDifferentialEquation;
import org.selfstab.dynamics.ReducedState;

/**
 * A differential equation of the oscillation at the edge of stability, of dimension 2, whose states can be seen in the reduced
 * coordinates.
 *
 * @param <T> the field's elements
 */
public interface OscillationEquation<T extends CalculusFieldElement<T>> extends FieldOrdinaryDifferentialEquation<T> {

    /** The field of the numbers. */
    Field<T> field();

    /** The time in which tau advances by about one. */
    double unitOfTime();

    /** The equation's own state at time 0. */
    T[] stateOf(ReducedState<T> reduced);

    /** A state in the reduced coordinates. */
    ReducedState<T> reduced(T time, T[] state);

    /**
     * The Taylor coefficients of the solution through a state, in powers of the time since then.
     *
     * @param order of the last coefficient, at least 1
     * @return for each component of the state its coefficients of order 0, 1, ..., {@code order}
     */
    T[][] series(T time, T[] state, int order);

    /** The first time after a given one at which solutions are not analytic; infinite if they are everywhere. */
    T nextBreakpoint(T time);

    @Override
    default int getDimension() {
        return 2;
    }
}
