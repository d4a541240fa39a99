package org.selfstab.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Runs points in threads of this process. */
public final class LocalExecution implements PointExecution {

    private final int threads;

    /**
     * An execution.
     *
     * @param threads how many points at a time, at least 1
     */
    public LocalExecution(int threads) {
        this.threads = threads;
    }

    @Override
    public void run(SweepJob job, List<Integer> points, Consumer<PointResult> done) {
        SweptProblem problem = new SweptProblem(job);
        ExecutorService executor = Executors.newFixedThreadPool(threads, LocalExecution::daemon);
        try {
            CompletionService<PointResult> running = new ExecutorCompletionService<>(executor);
            Iterator<Integer> waiting = points.iterator();
            int inFlight = 0;
            while (waiting.hasNext() || inFlight > 0) {
                while (waiting.hasNext() && inFlight < 2 * threads) {
                    int point = waiting.next();
                    running.submit(() -> problem.run(point));
                    inFlight++;
                }
                done.accept(next(running));
                inFlight--;
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static PointResult next(CompletionService<PointResult> running) {
        try {
            return running.take().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a point cannot be run: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the sweep was interrupted");
        }
    }

    /** A daemon does not keep the program from ending on an interrupt. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sweep");
        thread.setDaemon(true);
        return thread;
    }
}
