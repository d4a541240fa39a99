package org.selfstab.claims.observation;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.Verification;
import org.selfstab.claims.conditions.ConditionEvaluator;
import org.selfstab.claims.constants.OscillationAccumulator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.claims.drift.DriftRun;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;

/**
 * What is computed of one problem, each part when it is first asked for, and once. For one thread at a time.
 *
 * @param <T> the numbers of its runs; noise, drift and where the optimizer ends are computed in double precision
 */
final class Observation<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final Backend<T> backend;
    private final RunOptions options;
    private final Supplier<Verifier<T>> verifier;
    private final Supplier<AtEdge<T>> atEdge;
    private final Supplier<ObservedRun> run;
    private final Supplier<FamilyResult> family;
    private final Supplier<PlainDescent<T>> descent;
    private final Supplier<Ending> ending;
    private final Supplier<ObservedNoise> noise;
    private final Supplier<DriftResult> drift;
    private final Supplier<DriftResult> driftAtStart;

    /**
     * Observes a problem.
     *
     * @param derivatives its loss with the parameters' values put in
     * @param doubles double precision
     * @param options how its runs are done, and in which numbers
     * @param conditions those that the run has to decide
     */
    static Observation<?> of(
            Problem problem,
            LossDerivatives derivatives,
            CompiledBackend doubles,
            RunOptions options,
            Set<Claim> conditions) {
        return options.digits().isPresent()
                ? new Observation<>(
                        problem,
                        derivatives,
                        new DecimalBackend(options.digits().get()),
                        model -> Model.of(problem, derivatives, doubles),
                        options,
                        conditions)
                : new Observation<>(problem, derivatives, doubles, Function.identity(), options, conditions);
    }

    private Observation(
            Problem problem,
            LossDerivatives derivatives,
            Backend<T> backend,
            Function<Model<T>, Model<Binary64>> inDoubles,
            RunOptions options,
            Set<Claim> conditions) {
        this.problem = problem;
        this.derivatives = derivatives;
        this.backend = backend;
        this.options = options;
        this.verifier = Suppliers.memoize(this::prepared);
        this.atEdge = Suppliers.memoize(() -> AtEdge.of(verifier.get(), problem.thresholds()));
        this.run = Suppliers.memoize(() -> run(conditions));
        this.family = Suppliers.memoize(this::runFamily);
        this.descent = Suppliers.memoize(this::descend);
        this.noise = Suppliers.memoize(() -> ObservedNoise.of(problem));
        this.ending = Suppliers.memoize(
                () -> Ending.of(problem, inDoubles.apply(verifier.get().model())));
        this.drift = Suppliers.memoize(() -> driftRun().run(step -> {}));
        this.driftAtStart = Suppliers.memoize(() -> driftRun().atStart());
    }

    /** Runs with stochastic gradients, each when it is first asked for. */
    ObservedNoise noise() {
        return noise.get();
    }

    Problem problem() {
        return problem;
    }

    /** Whether its runs are in decimal digits, not in double precision. */
    boolean isInDigits() {
        return options.digits().isPresent();
    }

    /** t = 0 and the geometry there. */
    AtEdge<T> atEdge() {
        return atEdge.get();
    }

    /** Exact iterates beside the predicted dynamics, from t = 0 to the horizon. */
    ObservedRun run() {
        return run.get();
    }

    /** The runs of the family, which the problem must have. */
    FamilyResult family() {
        return family.get();
    }

    /**
     * Plain gradient descent, for as many steps as the horizon, or the largest number of steps if there is none: from the problem's start or, of a
     * problem with a kick, from the kicked start of its run.
     */
    PlainDescent<T> descent() {
        return descent.get();
    }

    /** Where plain gradient descent from the problem's start ends after the largest number of steps, or before if it repeats itself. */
    Ending ending() {
        return ending.get();
    }

    /** The slow drift over {@code 1/eps^2} steps. */
    DriftResult drift() {
        return drift.get();
    }

    /** What the law of the drift says at t = 0, without a run. */
    DriftResult driftAtStart() {
        return driftAtStart.get();
    }

    private DriftRun driftRun() {
        return new DriftRun(problem, DriftOptions.defaults());
    }

    private Verifier<T> prepared() {
        return new Verifier<>(problem, derivatives, backend, options);
    }

    private ObservedRun run(Set<Claim> conditions) {
        Verifier<T> prepared = verifier.get();
        ConditionEvaluator<T> assessor = new ConditionEvaluator<>(prepared.model(), problem.thresholds(), conditions);
        OscillationAccumulator<T> oscillation =
                new OscillationAccumulator<>(prepared.model().rates());
        Verification verification = prepared.verify(List.of(assessor, oscillation));
        return new ObservedRun(verification, assessor.assessment(verification), oscillation);
    }

    private FamilyResult runFamily() {
        return new FamilyRun<>(problem, problem.family().orElseThrow(), () -> backend, options)
                .run(1, RunListener.none());
    }

    private PlainDescent<T> descend() {
        Verifier<T> prepared = verifier.get();
        Model<T> model = prepared.model();
        List<FieldVector<T>> start = isPut() && prepared.edge() instanceof EdgeSearch.Outcome.Reached<T> reached
                ? prepared.stateAt(reached)
                : model.resting(model.start());
        return PlainDescent.run(model, start, stepsOfDescent());
    }

    private boolean isPut() {
        return problem.kick().isPresent() || problem.run().atEdge();
    }

    private int stepsOfDescent() {
        int ofProblem = problem.horizonSteps().orElse(problem.run().maxSteps());
        return Math.max(2, options.horizon().orElse(ofProblem));
    }
}
