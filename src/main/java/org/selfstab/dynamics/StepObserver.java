package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;

/**
 * Sees each step of a coupled run, in order; nothing keeps the steps otherwise, so memory does not grow with the horizon.
 *
 * @param <T> the field's elements
 */
@FunctionalInterface
public interface StepObserver<T extends CalculusFieldElement<T>> {

    /** Called once for each step t = 0, 1, ... */
    void observe(CoupledStep<T> step);
}
