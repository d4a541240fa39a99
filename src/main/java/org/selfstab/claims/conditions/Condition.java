package org.selfstab.claims.conditions;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.constants.RunScale;
import org.selfstab.dynamics.StepObserver;

/**
 * A condition of the theory, watched while a run goes.
 *
 * @param <T> the field's elements
 */
public interface Condition<T extends CalculusFieldElement<T>> extends StepObserver<T> {

    /** What is decided, once the run is over and at least one step was seen. */
    ConditionResult result(RunScale scale);
}
