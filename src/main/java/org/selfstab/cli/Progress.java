package org.selfstab.cli;

import java.io.Closeable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import picocli.CommandLine;

/** Shows how far a run is, once it has taken longer than a second. */
final class Progress implements Closeable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ProgressDisplay display;
    private final LongSupplier nanos;
    private final long begin;
    private long quietUntil;

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

    /** Begins now, shown where a command's output goes. */
    static Progress of(CommandLine command) {
        return new Progress(ProgressDisplay.of(command), System::nanoTime);
    }

    /** Tells that a step of a task is reached. */
    void reach(String task, int step) {
        long elapsed = nanos.getAsLong() - begin;
        if (elapsed > quietUntil) {
            display.show(task, step, TimeUnit.NANOSECONDS.toSeconds(elapsed));
            quietUntil = elapsed + display.interval().toNanos();
        }
    }

    /**
     * Tells that some of a known number of points are done.
     *
     * @param before how many of them were done before this run began, from 0 to less than done
     */
    void reach(String task, int before, int done, int points) {
        long elapsed = nanos.getAsLong() - begin;
        if (elapsed > quietUntil) {
            double each = elapsed / (double) (done - before);
            long left = Math.round(each * (points - done));
            display.show(
                    task, done, points, TimeUnit.NANOSECONDS.toSeconds(elapsed), TimeUnit.NANOSECONDS.toSeconds(left));
            quietUntil = elapsed + display.interval().toNanos();
        }
    }

    @Override
    public void close() {
        display.close();
    }
}
