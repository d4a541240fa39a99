package org.selfstab.sweep;

import java.util.List;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * A finished sweep.
 *
 * @param problem the problem without the grid's values
 * @param grid the grid
 * @param job what was asked for
 * @param points one for each point of the grid, in its order
 */
public record SweepResult(Problem problem, Grid grid, SweepJob job, List<PointResult> points) {

    /** Whether some point ended with an internal error. */
    public boolean hasErrors() {
        return points.stream().anyMatch(point -> point.status() == PointStatus.ERROR);
    }

    /** The weakest of all claims at all points; UNDECIDED also where some point gave no answer. */
    public Verdict.Status status() {
        return Verdict.Status.weakest(points.stream().map(PointResult::verdict));
    }
}
