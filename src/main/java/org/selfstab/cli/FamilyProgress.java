package org.selfstab.cli;

import java.io.Closeable;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;
import picocli.CommandLine;

/**
 * Shows on standard error how many steps the runs of a family have done together, once that has taken longer than a second. May be
 * used by several threads.
 *
 * @param <T> the numbers of the runs
 */
final class FamilyProgress<T extends CalculusFieldElement<T>> implements StepObserver<T>, Closeable {

    private static final int STEPS_BETWEEN_DISPLAYS = 64;

    private final String task;
    private final Progress progress;
    private int steps;

    FamilyProgress(CommandLine command, String task) {
        this.task = task;
        this.progress = Progress.of(command, task);
    }

    @Override
    public synchronized void observe(CoupledStep<T> step) {
        steps++;
        if (steps % STEPS_BETWEEN_DISPLAYS == 0) {
            progress.reach(task, steps);
        }
    }

    @Override
    public synchronized void close() {
        progress.close();
    }
}
