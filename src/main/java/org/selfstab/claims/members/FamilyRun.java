package org.selfstab.claims.members;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyResult;
import org.selfstab.dynamics.StepCounter;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Runs the members of a family in parallel. The result does not depend on the number of threads: members share nothing that changes, and
 * come in the order of the family's values.
 *
 * @param <T> the numbers of the runs
 */
public final class FamilyRun<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final Family family;
    private final Supplier<Backend<T>> backends;
    private final RunOptions options;

    /** The runs in the numbers that the options state. */
    public static FamilyRun<?> of(Problem problem, Family family, RunOptions options) {
        return options.digits().isPresent()
                ? new FamilyRun<Dfp>(
                        problem,
                        family,
                        () -> new DecimalBackend(options.digits().get()),
                        options)
                : new FamilyRun<Binary64>(problem, family, CompiledBackend::new, options);
    }

    /**
     * Prepares the runs.
     *
     * @param problem the problem
     * @param family the parameter swept, one of the problem's
     * @param backends makes the numbers of each member's run: those of Dfp must not be shared by threads
     * @param options the projection, the predicted dynamics and the horizon
     */
    public FamilyRun(Problem problem, Family family, Supplier<Backend<T>> backends, RunOptions options) {
        this.problem = problem;
        this.family = family;
        this.backends = backends;
        this.options = options;
    }

    /**
     * Runs all members.
     *
     * @param threads how many at a time, at least 1
     * @param listener is told how many steps the runs have done together, by several threads
     * @throws CancellationException if the calling thread is interrupted; the runs stop at their next step
     * @throws SelfstabException if a member's run throws
     */
    public FamilyResult run(int threads, RunListener listener) {
        StepObserver<T> watcher = new StepCounter<>(listener);
        List<FamilyMember> members = new ParallelMembers(family, threads).run(value -> member(value, watcher));
        return FamilyResult.of(problem, family, backends.get().name(), options, members);
    }

    private FamilyMember member(Expression value, StepObserver<T> watcher) {
        Problem member = problem.with(family.parameter(), value);
        return new MemberRun<>(member, backends.get(), options, watcher).run(value);
    }
}
