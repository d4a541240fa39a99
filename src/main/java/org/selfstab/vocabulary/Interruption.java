package org.selfstab.vocabulary;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** How a long computation ends when its thread is interrupted: at its next step, by an exception, with nothing half done left over. */
public final class Interruption {

    private Interruption() {}

    /**
     * What another thread gives.
     *
     * @param <R> the result
     * @param <X> what more the wait may throw
     */
    public interface Wait<R, X extends Exception> {
        /** Waits for it. */
        R get() throws InterruptedException, ExecutionException, X;
    }

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

    /**
     * Waits for what another thread gives.
     *
     * @param task what that thread does, for people
     * @throws SelfstabException if it ended with one
     * @throws CancellationException if this thread, which is left so, or that one is interrupted
     * @throws IllegalStateException if it ended with any other exception, the cause; the message is the task
     */
    public static <R, X extends Exception> R await(String task, Wait<R, X> wait) throws X {
        try {
            return wait.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SelfstabException known) {
                throw known;
            }
            if (failure.getCause() instanceof CancellationException interrupted) {
                throw interrupted;
            }
            throw new IllegalStateException(task, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException(task + " was interrupted");
        }
    }
}
