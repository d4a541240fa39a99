package org.selfstab.claims;

import java.util.concurrent.CancellationException;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;

/**
 * Stops a run at its next step once its thread is interrupted.
 *
 * @param watcher sees the steps
 * @param <T> the field's elements
 */
record CancellableObserver<T extends CalculusFieldElement<T>>(StepObserver<T> watcher) implements StepObserver<T> {

    @Override
    public void observe(CoupledStep<T> step) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped at step " + step.t());
        }
        watcher.observe(step);
    }
}
