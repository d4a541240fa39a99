package org.selfstab.claims.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.AdaptiveFlowResult;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.OdePeriods;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;

/**
 * Runs a problem beside the reduced equation and the central flow.
 *
 * @param <T> the numbers of the run; the central flow is always in double precision
 */
public final class OdeRun<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final Backend<T> backend;
    private final Model<Binary64> inDouble;
    private final Verifier<T> verifier;
    private final OdeComparer<T> comparer;
    private final CentralFlowComparison<T> flow;
    private final Optional<Integer> stated;

    /** A run in the numbers that the options state; those of doubles are given. */
    public static OdeRun<?> of(
            Problem problem, LossDerivatives derivatives, CompiledBackend doubles, RunOptions options) {
        return options.digits().isPresent()
                ? new OdeRun<>(
                        problem,
                        derivatives,
                        new DecimalBackend(options.digits().get()),
                        options)
                : new OdeRun<>(problem, derivatives, doubles, options);
    }

    /**
     * Prepares a run.
     *
     * @param problem the problem
     * @param derivatives its loss with the parameters' values put in
     * @param backend the numbers of the run
     * @param options the projection, the predicted dynamics and the horizon
     */
    public OdeRun(Problem problem, LossDerivatives derivatives, Backend<T> backend, RunOptions options) {
        this.problem = problem;
        this.verifier = new Verifier<>(problem, derivatives, backend, options);
        this.comparer = new OdeComparer<>(verifier.model());
        this.backend = backend;
        this.stated = options.horizon();
        this.inDouble = Model.of(problem, derivatives, new CompiledBackend());
        this.flow = new CentralFlowComparison<>(inDouble);
    }

    /**
     * Runs, once.
     *
     * @param listener is told how far it is
     * @param others see every step from t = 0 on
     */
    public OdeResult run(RunListener listener, List<? extends RunListener> others) {
        boolean isAdaptive = problem.adaptive().isPresent();
        List<StepObserver<T>> observers = new ArrayList<>(isAdaptive ? List.of(comparer) : List.of(comparer, flow));
        observers.add(step -> listener.progress("", step.t()));
        others.forEach(other -> observers.add(RunObserver.of(other, backend, inDouble)));
        UnstableFlowComparison ofSeveral = new UnstableFlowComparison(inDouble);
        Verification verification =
                verifier.verify(observers, List.of(ofSeveral), step -> listener.progress("to the edge", step));
        if (isAdaptive) {
            return ofAdaptive(problem, verification, comparer, adaptiveFlow(verification));
        }
        return verification.unstable().isPresent()
                ? ofSeveral(
                        problem,
                        verification,
                        ofSeveral.result(verification.constants().orElseThrow()))
                : result(problem, verification, comparer, flow);
    }

    /** As far as the problem's horizon, or else as the run. */
    private AdaptiveFlowResult adaptiveFlow(Verification verification) {
        int ofRun = verification
                .constants()
                .map(RunConstants::steps)
                .orElse(problem.run().maxSteps());
        int steps = stated.orElseGet(() -> problem.horizonSteps().orElse(Math.max(2, ofRun)));
        return AdaptiveFlowComparison.of(
                (AdaptiveModel<Binary64>) inDouble, steps, problem.kick().map(RealValue::of));
    }

    /** What an observed run gave. */
    static <T extends CalculusFieldElement<T>> OdeResult result(
            Problem problem, Verification verification, OdeComparer<T> comparer, CentralFlowComparison<T> flow) {
        if (verification.constants().isEmpty()) {
            return new OdeResult(
                    problem,
                    verification,
                    Optional.empty(),
                    Optional.of(verification.description()),
                    Optional.empty(),
                    Optional.empty());
        }
        OdePeriods steps = comparer.beside(flow, verification.end());
        return new OdeResult(
                problem,
                verification,
                steps.comparison(),
                steps.obstacle(),
                Optional.of(steps.centralFlow()),
                Optional.empty());
    }

    /** The same of an adaptive optimizer, whose central flow is another. */
    private static <T extends CalculusFieldElement<T>> OdeResult ofAdaptive(
            Problem problem, Verification verification, OdeComparer<T> comparer, AdaptiveFlowResult flow) {
        Optional<String> obstacle =
                verification.constants().isEmpty() ? Optional.of(verification.description()) : comparer.obstacle();
        return new OdeResult(
                problem,
                verification,
                obstacle.isPresent() ? Optional.empty() : Optional.of(comparer.comparison()),
                obstacle,
                Optional.empty(),
                Optional.of(flow));
    }

    /** A run of several unstable eigenvalues, of which there is the central flow alone. */
    private static OdeResult ofSeveral(Problem problem, Verification verification, Optional<CentralFlowResult> flow) {
        return new OdeResult(
                problem,
                verification,
                Optional.empty(),
                Optional.of(
                        "the reduced equation (15) is that of one unstable eigenvalue; of several there is the central flow (40), where"
                                + " sigma^2 is tr Sigma, x^2 is |X|^2 and delta^2 the trace of (38) at dagger_t"),
                flow,
                Optional.empty());
    }
}
