package org.selfstab.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.selfstab.vocabulary.Interruption;

/**
 * Threads that do the tasks of one computation. Where the computation is itself the task of a worker, it has no threads of its own, and does its
 * tasks as they are submitted: computations within computations take no more threads than the outermost.
 */
public final class Workers implements AutoCloseable {

    private final Executor executor;
    private final Runnable end;

    /**
     * Begins.
     *
     * @param threads how many tasks are done at a time, at least 1
     */
    public Workers(int threads) {
        if (Thread.currentThread() instanceof Worker) {
            this.executor = Runnable::run;
            this.end = () -> {};
        } else {
            ExecutorService pool = Executors.newFixedThreadPool(threads, Worker::new);
            this.executor = pool;
            this.end = pool::shutdownNow;
        }
    }

    /** Submits a task. */
    public <R> Future<R> submit(Callable<R> work) {
        FutureTask<R> submitted = new FutureTask<>(work);
        executor.execute(submitted);
        return submitted;
    }

    /** These workers, for tasks whose results are taken in the order in which they end. */
    public <R> CompletionService<R> byCompletion() {
        return new ExecutorCompletionService<>(executor);
    }

    /**
     * What a task gives, once it is done.
     *
     * @param task what it is, for people
     * @throws org.selfstab.vocabulary.SelfstabException if the task threw one
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     * @throws IllegalStateException if the task threw anything else
     */
    public static <R> R resultOf(Future<R> submitted, String task) {
        return Interruption.await(task, submitted::get);
    }

    /**
     * What the next task to end gives.
     *
     * @param task what each is, for people
     * @throws org.selfstab.vocabulary.SelfstabException if the task threw one
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     * @throws IllegalStateException if the task threw anything else
     */
    public static <R> R nextOf(CompletionService<R> tasks, String task) {
        return Interruption.await(task, () -> tasks.take().get());
    }

    /** Drops the tasks that have not begun, and interrupts the others. */
    @Override
    public void close() {
        end.run();
    }

    /** A daemon, which does not keep the program from ending on an interrupt. */
    private static final class Worker extends Thread {
        Worker(Runnable tasks) {
            super(tasks, "worker");
            setDaemon(true);
        }
    }
}
