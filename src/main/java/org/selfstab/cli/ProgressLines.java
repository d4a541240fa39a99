package org.selfstab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.selfstab.vocabulary.FreeText;

/** Progress as plain lines, for logs. */
final class ProgressLines implements ProgressDisplay {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final PrintWriter err;

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(String task, int step, long seconds) {
        err.println(FreeText.visible(task) + ": step " + step + " after " + seconds + " s");
    }

    @Override
    public void show(String task, int done, int points, long seconds, long secondsLeft) {
        err.println(FreeText.visible(task) + ": " + done + " of " + points + " points after " + seconds + " s, about "
                + secondsLeft + " s left");
    }

    @Override
    public void close() {
        err.flush();
    }
}
