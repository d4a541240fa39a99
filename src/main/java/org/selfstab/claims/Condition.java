package org.selfstab.claims;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.StepObserver;

/**
 * A condition of the theory, watched while a run goes.
 *
 * @param <T> the field's elements
 */
interface Condition<T extends CalculusFieldElement<T>> extends StepObserver<T> {

    /** What is decided, once the run is over and at least one step was seen. */
    ConditionResult result(RunScale scale);
}
