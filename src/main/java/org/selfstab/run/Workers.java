package org.selfstab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.selfstab.vocabulary.Interruption;

/**
 * Threads that do the tasks of one computation. Where the computation is itself the task of a worker, it has no threads of its own: that worker
 * does the tasks, and others that are idle help, so that computations within computations take no more threads than the outermost.
 */
public final class Workers implements AutoCloseable {

    private final ExecutorService pool;
    private final boolean within;
    private final List<Future<?>> submitted = new ArrayList<>();

    /**
     * Begins.
     *
     * @param threads how many tasks are done at a time, at least 1
     */
    public Workers(int threads) {
        this.within = Thread.currentThread() instanceof Worker;
        this.pool = Thread.currentThread() instanceof Worker worker ? worker.workers.pool : poolOf(threads);
    }

    private ExecutorService poolOf(int threads) {
        return Executors.newFixedThreadPool(threads, tasks -> new Worker(this, tasks));
    }

    /** Submits a task; for one thread. */
    public <R> Future<R> submit(Callable<R> work) {
        FutureTask<R> task = new FutureTask<>(work);
        submitted.add(task);
        pool.execute(task);
        return task;
    }

    /** These workers, for tasks whose results are taken in the order in which they end. */
    public <R> CompletionService<R> byCompletion() {
        return new ExecutorCompletionService<>(within ? Runnable::run : pool);
    }

    /**
     * What a task gives, once it is done.
     *
     * @param task what it is, for people
     * @throws org.selfstab.vocabulary.SelfstabException if the task threw one
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     * @throws IllegalStateException if the task threw anything else
     */
    public <R> R resultOf(Future<R> submitted, String task) {
        if (within && submitted instanceof FutureTask<R> own) {
            own.run(); // nothing, if another worker has begun it
        }
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
    public <R> R nextOf(CompletionService<R> tasks, String task) {
        return Interruption.await(task, () -> tasks.take().get());
    }

    /** Drops the tasks that have not begun, and interrupts the others. */
    @Override
    public void close() {
        if (within) {
            submitted.forEach(task -> task.cancel(true));
        } else {
            pool.shutdownNow();
        }
    }

    /** A daemon, which does not keep the program from ending on an interrupt. */
    private static final class Worker extends Thread {

        private final Workers workers;

        Worker(Workers workers, Runnable tasks) {
            super(tasks, "worker");
            this.workers = workers;
            setDaemon(true);
        }
    }
}
