package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.RunObserver;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.dynamics.UnstableObserver;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;

/** Verifies a problem: its run, every condition and conclusion, and what the options ask for beside them. */
public final class ProblemVerifier {

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final CompiledBackend doubles;
    private final RunOptions options;
    private final RunListener listener;

    /**
     * Prepares a verification.
     *
     * @param derivatives the problem's loss with the parameters' values put in
     * @param doubles the numbers of double precision, which verifications may share
     * @param listener is told how far it is
     */
    public ProblemVerifier(
            Problem problem,
            LossDerivatives derivatives,
            CompiledBackend doubles,
            RunOptions options,
            RunListener listener) {
        this.problem = problem;
        this.derivatives = derivatives;
        this.doubles = doubles;
        this.options = options;
        this.listener = listener;
    }

    /** Verifies; observers, and other listeners in double precision, see every step from t = 0 on. */
    public VerificationResult verify(List<? extends RunListener> observers) {
        listener.progress("derivatives", 0);
        Verifier<Binary64> inDouble = new Verifier<>(problem, derivatives, doubles, options);
        if (options.digits().isEmpty()) {
            return new Run<>(inDouble, doubles).verified(inDouble, observers, List.of(), Optional::empty);
        }
        Backend<Dfp> decimals = new DecimalBackend(options.digits().get());
        Verifier<Dfp> precise = new Verifier<>(problem, derivatives, decimals, options);
        DriftFromDouble<Dfp> drift = new DriftFromDouble<>(inDouble.model()::descent);
        return new Run<>(precise, decimals)
                .verified(
                        inDouble,
                        observers,
                        List.of(drift),
                        () -> Optional.of(new VerificationResult.PrecisionComparison(
                                drift.result(), new Run<>(inDouble, doubles).verified(List.of(), List.of()))));
    }

    /** The run in one kind of numbers. */
    private final class Run<T extends CalculusFieldElement<T>> {

        private final Verifier<T> verifier;
        private final Backend<T> backend;

        Run(Verifier<T> verifier, Backend<T> backend) {
            this.verifier = verifier;
            this.backend = backend;
        }

        VerificationResult verified(
                Verifier<Binary64> inDouble,
                List<? extends RunListener> others,
                List<StepObserver<T>> more,
                Supplier<Optional<VerificationResult.PrecisionComparison>> comparison) {
            ConditionEvaluator<T> conditions = new ConditionEvaluator<>(verifier.model(), problem.thresholds());
            Optional<CrossChecker<T>> checker =
                    options.crossCheck() ? Optional.of(new CrossChecker<>(problem)) : Optional.empty();
            List<StepObserver<T>> observers = new ArrayList<>(more);
            observers.add(conditions);
            checker.ifPresent(observers::add);
            others.forEach(other -> observers.add(RunObserver.of(other, backend, inDouble.model())));
            Verification verification = verified(observers, RunObserver.ofSeveral(others));
            listener.progress("conclusions and conditions", 0);
            return new VerificationResult(
                    problem,
                    verification,
                    conditions.assessment(verification),
                    comparison.get(),
                    checker.map(CrossChecker::result));
        }

        Verification verified(List<StepObserver<T>> observers, List<? extends UnstableObserver> othersOfSeveral) {
            List<StepObserver<T>> all = new ArrayList<>(observers);
            all.add(step -> listener.progress("", step.t()));
            List<UnstableObserver> ofSeveral = new ArrayList<>(othersOfSeveral);
            ofSeveral.add(k -> step -> listener.progress("", step.t()));
            return verifier.verify(all, ofSeveral, step -> listener.progress("to the edge", step));
        }
    }
}
