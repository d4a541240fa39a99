package org.selfstab.dynamics;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;

/** Sees every step of a run whose numbers it does not choose. */
public interface RunObserver {

    /**
     * What sees the steps of a run.
     *
     * @param <T> the numbers of the run
     * @param arithmetic the numbers of the run
     * @param inDouble the problem in double precision
     */
    <T extends CalculusFieldElement<T>> StepObserver<T> of(Arithmetic<T> arithmetic, Model<Binary64> inDouble);
}
