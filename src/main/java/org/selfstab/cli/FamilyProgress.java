package org.selfstab.cli;

import java.io.Closeable;
import java.util.concurrent.atomic.AtomicLong;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;

/**
 * Shows on standard error how many steps the runs of a family have done together, once that has taken longer than a second. May be
 * used by several threads.
 *
 * @param <T> the numbers of the runs
 */
final class FamilyProgress<T extends CalculusFieldElement<T>> implements StepObserver<T>, Closeable {

    private static final long STEPS_BETWEEN_DISPLAYS = 64;

    private final AtomicLong steps = new AtomicLong();
    private final StepsBar bar;

    FamilyProgress(String task) {
        bar = new StepsBar(task);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        long done = steps.incrementAndGet();
        if (done % STEPS_BETWEEN_DISPLAYS == 0) {
            bar.show(done);
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
