package org.selfstab.cli;

import java.io.Closeable;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;

/**
 * Shows on standard error how far a run is, once it has taken longer than a second.
 *
 * @param <T> the numbers of the run
 */
final class Progress<T extends CalculusFieldElement<T>> implements StepObserver<T>, Closeable {

    private final StepsBar bar;

    Progress(String task) {
        bar = new StepsBar(task);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        bar.show(step.t());
    }

    @Override
    public void close() {
        bar.close();
    }
}
