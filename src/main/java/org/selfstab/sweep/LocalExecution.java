package org.selfstab.sweep;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.function.Consumer;
import org.selfstab.run.Workers;

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
        try (Workers workers = new Workers(threads)) {
            CompletionService<PointResult> running = workers.byCompletion();
            Iterator<Integer> waiting = points.iterator();
            int inFlight = 0;
            while (waiting.hasNext() || inFlight > 0) {
                while (waiting.hasNext() && inFlight < 2 * threads) {
                    int point = waiting.next();
                    running.submit(() -> problem.run(point));
                    inFlight++;
                }
                done.accept(workers.nextOf(running, "the run of a point"));
                inFlight--;
            }
        }
    }
}
