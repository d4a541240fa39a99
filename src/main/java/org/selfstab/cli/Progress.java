package org.selfstab.cli;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.selfstab.run.RunListener;
import picocli.CommandLine;

/**
 * Shows how far a run is, once it has taken longer than a second. Where one step takes long, the last one that was told is shown
 * again now and then.
 */
final class Progress implements Closeable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ProgressDisplay display;
    private final LongSupplier nanos;
    private final long begin;
    private long quietUntil;
    private String lastTask = "";
    private int lastStep;
    private boolean isShownAgain;
    private boolean closed;

    /**
     * Begins now.
     *
     * @param nanos a clock, in nanoseconds
     */
    Progress(ProgressDisplay display, LongSupplier nanos) {
        this.display = display;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.quietUntil = PATIENCE_NANOS;
    }

    /** Begins now with a task, shown where a command's output goes. */
    static Progress of(CommandLine command, String task) {
        Progress progress = new Progress(ProgressDisplay.of(command), System::nanoTime);
        progress.reach(task, 0);
        Thread beats = new Thread(progress::beatUntilClosed, "selfstab-progress");
        beats.setDaemon(true);
        beats.start();
        return progress;
    }

    /**
     * Does work, showing how far it is.
     *
     * @param name what it is on, before its tasks
     */
    static <R> R of(CommandLine command, String name, Function<RunListener, R> work) {
        try (Progress progress = of(command, name)) {
            return work.apply(progress.listener(name));
        }
    }

    /**
     * What shows how far work is.
     *
     * @param name what it is on, before its tasks
     */
    RunListener listener(String name) {
        return (task, done) -> reach(task.isEmpty() ? name : name + ", " + task, done);
    }

    private synchronized void beatUntilClosed() {
        try {
            while (!closed) {
                TimeUnit.NANOSECONDS.timedWait(this, PATIENCE_NANOS);
                beat();
            }
        } catch (InterruptedException nobodyWantsToKnow) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows the last step again, if nothing was shown for long. */
    synchronized void beat() {
        if (!closed && isShownAgain) {
            show(lastTask, lastStep);
        }
    }

    /** Tells that a step of a task is reached. */
    synchronized void reach(String task, int step) {
        lastTask = task;
        lastStep = step;
        isShownAgain = true;
        show(task, step);
    }

    private void show(String task, int step) {
        long elapsed = nanos.getAsLong() - begin;
        if (elapsed > quietUntil) {
            display.show(task, step, TimeUnit.NANOSECONDS.toSeconds(elapsed));
            quietUntil = elapsed + display.interval().toNanos();
        }
    }

    /**
     * Tells that some of a known number of things are done.
     *
     * @param before how many of them were done before this run began, from 0 to less than done
     * @param counted what they are, in the plural
     */
    synchronized void reach(String task, int before, int done, int all, String counted) {
        isShownAgain = false;
        long elapsed = nanos.getAsLong() - begin;
        if (elapsed > quietUntil) {
            double each = elapsed / (double) (done - before);
            long left = Math.round(each * (all - done));
            display.show(
                    task,
                    done,
                    all,
                    counted,
                    TimeUnit.NANOSECONDS.toSeconds(elapsed),
                    TimeUnit.NANOSECONDS.toSeconds(left));
            quietUntil = elapsed + display.interval().toNanos();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        display.close();
    }
}
