package org.selfstab.sweep;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** A way to run points: here or on other machines. What a point gives does not depend on it. */
public interface PointExecution {

    /**
     * Runs points.
     *
     * @param job the sweep
     * @param points their numbers on the grid
     * @param done told each result once it is known, in any order, by one thread at a time; what it throws ends the execution
     * @throws CancellationException if the calling thread is interrupted
     */
    void run(SweepJob job, List<Integer> points, Consumer<PointResult> done);
}
