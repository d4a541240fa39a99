package org.selfstab.claims.order;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.RunOptions;
import org.selfstab.dynamics.Arithmetic;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.dynamics.StepCounter;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
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
    private final Supplier<Arithmetic<T>> arithmetics;
    private final RunOptions options;

    /** The runs in the numbers that the options state. */
    public static FamilyRun<?> of(Problem problem, Family family, RunOptions options) {
        return options.digits().isPresent()
                ? new FamilyRun<>(problem, family, options.decimals(), options)
                : new FamilyRun<>(problem, family, DoubleArithmetic::new, options);
    }

    /**
     * Prepares the runs.
     *
     * @param problem the problem
     * @param family the parameter swept, one of the problem's
     * @param arithmetics makes the numbers of each member's run: those of Dfp must not be shared by threads
     * @param options the projection, the predicted dynamics and the horizon
     */
    public FamilyRun(Problem problem, Family family, Supplier<Arithmetic<T>> arithmetics, RunOptions options) {
        this.problem = problem;
        this.family = family;
        this.arithmetics = arithmetics;
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
        return FamilyResult.of(problem, family, arithmetics.get().name(), options, members);
    }

    private FamilyMember member(Expression value, StepObserver<T> watcher) {
        Problem member = problem.with(family.parameter(), value);
        return new MemberRun<>(member, arithmetics.get(), options, watcher).run(value);
    }
}
