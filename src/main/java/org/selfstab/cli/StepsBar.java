package org.selfstab.cli;

import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A count of steps on standard error that appears once it has taken longer than a second. */
final class StepsBar {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String task;
    private final long begin = System.nanoTime();
    private ProgressBar bar;

    StepsBar(String task) {
        this.task = task;
    }

    synchronized void show(long steps) {
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
            bar.stepTo(steps);
        }
    }

    synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
