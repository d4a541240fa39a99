package org.selfstab.claims.conditions;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.StepPlanes;
import org.selfstab.dynamics.StepObserver;

/**
 * A condition of the theory, watched while a run goes.
 *
 * @param <T> the field's elements
 */
public interface Condition<T extends CalculusFieldElement<T>> extends StepObserver<T> {

    /** What is decided, once the run is over and at least one step was seen. */
    ConditionResult result(RunScale scale);

    /** What it found of the optimizer's steps in the planes of eigenvectors; empty where it does not look at them. */
    default Optional<StepPlanes> planes() {
        return Optional.empty();
    }
}
