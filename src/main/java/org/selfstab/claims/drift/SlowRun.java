package org.selfstab.claims.drift;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.SlowMember;
import org.selfstab.claims.SlowResult;
import org.selfstab.claims.members.ParallelMembers;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;

/**
 * Follows exact iterates beside the reduced equations of first and of second order.
 *
 * @param problem the problem
 * @param steps the last step, positive; empty for {@code 1/eps^2}
 * @param listener is told how many steps are done
 */
public record SlowRun(Problem problem, Optional<Integer> steps, RunListener listener) {

    /** Of the problem alone. */
    public SlowResult run() {
        return new SlowResult(problem, Optional.empty(), List.of(run(problem)));
    }

    /**
     * Of the members of a family.
     *
     * @param threads how many at a time, at least 1
     */
    public SlowResult run(Family family, int threads) {
        return new SlowResult(
                problem, Optional.of(family), new ParallelMembers(family, threads).run(value -> run(problem.with(
                                family.parameter(), value))
                        .at(value)));
    }

    private SlowMember run(Problem member) {
        DriftOptions options = new DriftOptions(steps, DriftOptions.defaults().limits());
        return new DriftRun(member, options).besideEquations(step -> listener.progress("", step));
    }
}
