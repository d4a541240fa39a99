package org.selfstab.run;

import java.util.concurrent.CancellationException;

/** How a long computation ends when its thread is interrupted: at its next step, by an exception, with nothing half done left over. */
public final class Interruption {

    private Interruption() {}

    /**
     * Goes on, unless the thread is interrupted; to be called once in each step.
     *
     * @throws CancellationException if the thread is interrupted, and leaves it so
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
