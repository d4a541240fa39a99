package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.ode.FieldOrdinaryDifferentialEquation;

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

    @Override
    default int getDimension() {
        return 2;
    }
}
