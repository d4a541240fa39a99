package org.selfstab.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;

/** Where progress is shown. */
interface ProgressDisplay extends Closeable {

    /** A bar that is redrawn in place where a command's output goes to a terminal, plain lines now and then anywhere else. */
    static ProgressDisplay of(CommandLine command) {
        PrintWriter err = command.getErr();
        return command.getColorScheme().ansi().enabled() ? new TerminalBar(err) : new Progress.ProgressLines(err);
    }

    /** How long to wait from one show to the next. */
    Duration interval();

    /** Shows that a step of a task is reached after so many seconds. */
    void show(String task, int step, long seconds);

    /** Shows that some of a known number of points are done after so many seconds, and how many seconds the others may take. */
    void show(String task, int done, int points, long seconds, long secondsLeft);

    /** Removes what should not stay. */
    @Override
    void close();
}
