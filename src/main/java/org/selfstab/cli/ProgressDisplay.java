package org.selfstab.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.time.Duration;
import org.selfstab.vocabulary.FreeText;
import picocli.CommandLine;

/** Where progress is shown. */
interface ProgressDisplay extends Closeable {

    /** A bar that is redrawn in place where a command's output goes to a terminal, plain lines now and then anywhere else. */
    static ProgressDisplay of(CommandLine command) {
        PrintWriter err = command.getErr();
        return command.getColorScheme().ansi().enabled() ? new TerminalBar(err) : new ProgressLines(err);
    }

    /** How long to wait from one show to the next. */
    Duration interval();

    /** Shows that a step of a task is reached after so many seconds; step 0 is its beginning. */
    void show(String task, int step, long seconds);

    /**
     * Shows that some of a known number of things are done after so many seconds, and how many seconds the others may take.
     *
     * @param counted what they are, in the plural
     */
    void show(String task, int done, int all, String counted, long seconds, long secondsLeft);

    /** Removes what should not stay. */
    @Override
    void close();

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
            String reached = step == 0 ? "" : ": step " + step;
            err.println(FreeText.visible(task) + reached + " after " + seconds + " s");
        }

        @Override
        public void show(String task, int done, int all, String counted, long seconds, long secondsLeft) {
            err.println(FreeText.visible(task) + ": " + done + " of " + all + " " + counted + " after " + seconds
                    + " s, about " + secondsLeft + " s left");
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
