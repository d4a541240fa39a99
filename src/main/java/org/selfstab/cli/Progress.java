package org.selfstab.cli;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.StepObserver;

/**
 * Shows on standard error how far a run is, once it has taken longer than a second.
 *
 * @param <T> the numbers of the run
 */
final class Progress<T extends CalculusFieldElement<T>> implements StepObserver<T>, Closeable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String task;
    private final long begin = System.nanoTime();
    private ProgressBar bar;

    Progress(String task) {
        this.task = task;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (bar == null && System.nanoTime() - begin > PATIENCE_NANOS) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(-1)
                    .setUnit(" steps", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .clearDisplayOnFinish()
                    .build();
        }
        if (bar != null) {
            bar.stepTo(step.t());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
