package org.selfstab.dynamics;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.loss.Backend;

/** Sees every step of a run whose numbers it does not choose. */
public interface RunObserver {

    /**
     * What sees the steps of a run.
     *
     * @param <T> the numbers of the run
     * @param backend the numbers of the run
     * @param inDouble the problem in double precision
     */
    <T extends CalculusFieldElement<T>> StepObserver<T> of(Backend<T> backend, Model<Binary64> inDouble);

    /** What sees the steps where several unstable eigenvalues are followed; nothing by default. */
    default Optional<UnstableObserver> ofSeveral() {
        return Optional.empty();
    }
}
