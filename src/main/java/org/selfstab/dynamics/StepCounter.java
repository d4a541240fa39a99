package org.selfstab.dynamics;

import java.util.concurrent.atomic.AtomicInteger;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.run.RunListener;

/**
 * Tells how many steps several runs have done together. May be used by several threads.
 *
 * @param <T> the numbers of the runs
 */
public final class StepCounter<T extends CalculusFieldElement<T>> implements StepObserver<T> {

    private static final int STEPS_BETWEEN = 64;

    private final RunListener listener;
    private final AtomicInteger steps = new AtomicInteger();

    /** Begins at 0. */
    public StepCounter(RunListener listener) {
        this.listener = listener;
        listener.progress("", 0);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        int done = steps.incrementAndGet();
        if (done % STEPS_BETWEEN == 0) {
            listener.progress("", done);
        }
    }
}
