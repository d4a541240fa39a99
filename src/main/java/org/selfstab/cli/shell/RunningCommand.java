package org.selfstab.cli.shell;

import java.util.Optional;
import java.util.function.IntSupplier;

/** The command that runs now, of many that a process runs one after the other: an interrupt ends it, and a second one the process. */
public final class RunningCommand {

    private final Runnable end;
    private Optional<Thread> running = Optional.empty();
    private boolean interrupted;

    /**
     * No command yet.
     *
     * @param end ends the process
     */
    public RunningCommand(Runnable end) {
        this.end = end;
    }

    /** Runs a command in the calling thread and returns its exit status. */
    public int run(IntSupplier command) {
        begin();
        try {
            return command.getAsInt();
        } finally {
            finish();
        }
    }

    private synchronized void begin() {
        running = Optional.of(Thread.currentThread());
        interrupted = false;
    }

    private synchronized void finish() {
        running = Optional.empty();
        // an interrupt that came too late is not for the next command
        Thread.interrupted();
    }

    /** Interrupts the thread of the command, or ends the process if it is interrupted already; without a command nothing happens. */
    public synchronized void interrupt() {
        if (interrupted && running.isPresent()) {
            end.run();
        }
        running.ifPresent(Thread::interrupt);
        interrupted = true;
    }
}
