package org.selfstab.claims.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeMember;
import org.selfstab.claims.OdePeriods;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.MagnitudesOfRun;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.claims.members.MemberRun;
import org.selfstab.claims.members.ParallelMembers;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepCounter;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Runs the members of a family beside the reduced equation: up to their horizon for X and Y, then again from t = 0 for three times as many
 * steps for what is observed over whole periods, as {@link MemberRun} does.
 *
 * @param <T> the numbers of the runs
 */
public final class OdeFamilyRun<T extends CalculusFieldElement<T>> {

    /** Of the reduced equation's own solution, far above its integrator's. */
    private static final double ROUNDING = 1e-10;

    private final Problem problem;
    private final Family family;
    private final Supplier<Backend<T>> backends;
    private final RunOptions options;

    /** The runs in the numbers that the options state. */
    public static OdeFamilyRun<?> of(Problem problem, Family family, RunOptions options) {
        return options.digits().isPresent()
                ? new OdeFamilyRun<Dfp>(
                        problem,
                        family,
                        () -> new DecimalBackend(options.digits().get()),
                        options)
                : new OdeFamilyRun<Binary64>(problem, family, CompiledBackend::new, options);
    }

    /**
     * Prepares the runs.
     *
     * @param problem the problem
     * @param family the parameter swept, one of the problem's
     * @param backends makes the numbers of each member's run: those of Dfp must not be shared by threads
     * @param options the projection, the predicted dynamics and the horizon
     */
    public OdeFamilyRun(Problem problem, Family family, Supplier<Backend<T>> backends, RunOptions options) {
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
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted; the runs stop at their next step
     * @throws SelfstabException if a member's run throws
     */
    public OdeFamilyResult run(int threads, RunListener listener) {
        StepObserver<T> watcher = new StepCounter<>(listener);
        List<OdeMember> members = new ParallelMembers(family, threads).run(value -> new Member(value, watcher).run());
        return OdeFamilyResult.of(problem, family, backends.get().name(), members);
    }

    /** One member's two runs. */
    private final class Member {

        private final Expression value;
        private final Problem member;
        private final LossDerivatives loss;
        private final Backend<T> backend = backends.get();
        private final Verifier<T> verifier;
        private final StepObserver<T> watcher;

        Member(Expression value, StepObserver<T> watcher) {
            this.value = value;
            this.member = problem.with(family.parameter(), value);
            this.loss = DerivedLoss.of(member);
            this.verifier = new Verifier<>(member, loss, backend, options);
            this.watcher = watcher;
        }

        OdeMember run() {
            OdeComparer<T> comparer = comparer();
            MagnitudesOfRun<T> magnitudes = new MagnitudesOfRun<>();
            Verification verification = verifier.verifyOne(List.of(watcher, comparer, magnitudes));
            boolean comparable =
                    verification.isComplete() && comparer.obstacle().isEmpty();
            return new OdeMember(
                    value,
                    backend.valueOf(value).getReal(),
                    verifier.model().edge().getReal(),
                    verification,
                    comparable ? Optional.of(comparer.comparison()) : Optional.empty(),
                    verification.isComplete() ? Optional.of(periods(verification)) : Optional.empty(),
                    Math.max(ROUNDING, rounding(magnitudes, verification)));
        }

        private double rounding(MagnitudesOfRun<T> magnitudes, Verification verification) {
            double point = magnitudes
                    .roundingLevels(backend.field().getOne().ulp().getReal())
                    .point();
            return verification
                    .constants()
                    .flatMap(RunConstants::delta)
                    .map(delta -> point / delta.value())
                    .orElse(point);
        }

        private OdePeriods periods(Verification verification) {
            OdeComparer<T> comparer = comparer();
            CentralFlowComparison<T> flow = new CentralFlowComparison<>(Model.of(member, loss, new CompiledBackend()));
            int steps = MemberRun.PERIOD_HORIZON
                    * verification.constants().orElseThrow().steps();
            RunEnd end =
                    verifier.run((EdgeSearch.Outcome.Reached<T>) verifier.edge(), new Horizon.Fixed(steps), step -> {
                        watcher.observe(step);
                        comparer.observe(step);
                        flow.observe(step);
                    });
            return comparer.beside(flow, end);
        }

        private OdeComparer<T> comparer() {
            return new OdeComparer<>(verifier.model());
        }
    }
}
