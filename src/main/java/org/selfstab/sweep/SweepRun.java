package org.selfstab.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.selfstab.vocabulary.SelfstabException;

/** A sweep that runs the points that its log has not kept yet. */
public final class SweepRun {

    private final SweepJob job;
    private final SweptProblem problem;

    /**
     * Prepares a sweep.
     *
     * @throws org.selfstab.vocabulary.SelfstabException if the problem is invalid
     * @throws SelfstabException if the grid, a quantity or a claim is
     */
    public SweepRun(SweepJob job) {
        this.job = job;
        this.problem = new SweptProblem(job);
    }

    /** What was asked for. */
    public SweepJob job() {
        return job;
    }

    /** The problem and its grid. */
    public SweptProblem problem() {
        return problem;
    }

    /**
     * Runs all points that the log does not hold.
     *
     * @param listener told each point that is run, once it is in the log
     * @return all points in the order of the grid
     * @throws CancellationException if the calling thread is interrupted
     * @throws IOException if the log fails
     */
    public SweepResult run(PointLog log, PointExecution execution, Consumer<PointResult> listener) throws IOException {
        PointTable table = new PointTable(problem.grid().size());
        log.finished().forEach(table::put);
        List<Integer> missing = new ArrayList<>(table.missing());
        if (!missing.isEmpty()) {
            runMissing(missing, execution, result -> {
                log.append(result);
                table.put(result);
                listener.accept(result);
            });
        }
        return new SweepResult(problem.problem(), problem.grid(), job, table.results());
    }

    private interface Keeper {
        void keep(PointResult result) throws IOException;
    }

    private void runMissing(List<Integer> missing, PointExecution execution, Keeper keeper) throws IOException {
        try {
            execution.run(job, missing, result -> {
                try {
                    keeper.keep(result);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
