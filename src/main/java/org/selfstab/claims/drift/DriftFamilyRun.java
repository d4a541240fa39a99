package org.selfstab.claims.drift;

import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.members.ParallelMembers;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;

/**
 * Follows the slow drift of a family's members.
 *
 * @param problem the problem
 * @param family the parameter swept
 * @param options how each member is looked at
 */
public record DriftFamilyRun(Problem problem, Family family, DriftOptions options) {

    /**
     * Runs all members.
     *
     * @param threads how many at a time, at least 1
     */
    public DriftFamilyResult run(int threads, RunListener listener) {
        return new DriftFamilyResult(problem, family, new ParallelMembers(family, threads).run(value -> {
                    DriftRun run = new DriftRun(problem.with(family.parameter(), value), options);
                    return new DriftFamilyResult.Member(value, run.run(step -> listener.progress("", step)));
                }));
    }
}
