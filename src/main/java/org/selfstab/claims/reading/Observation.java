package org.selfstab.claims.reading;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Set;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.ConditionEvaluator;
import org.selfstab.claims.constants.OscillationAccumulator;
import org.selfstab.claims.constants.Verification;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.claims.drift.DriftOptions;
import org.selfstab.claims.drift.DriftResult;
import org.selfstab.claims.drift.DriftRun;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.claims.order.FamilyRun;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Model;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;

/**
 * What is computed of one problem in double precision, each part when it is first asked for, and once. For one thread at a time.
 */
final class Observation {

    private final Problem problem;
    private final LossDerivatives derivatives;
    private final CompiledBackend backend;
    private final RunOptions options;
    private final Supplier<Verifier<Binary64>> verifier;
    private final Supplier<AtEdge> atEdge;
    private final Supplier<ObservedRun> run;
    private final Supplier<FamilyResult> family;
    private final Supplier<PlainDescent<Binary64>> descent;
    private final Supplier<Ending> ending;
    private final Supplier<ObservedNoise> noise;
    private final Supplier<DriftResult> drift;
    private final Supplier<DriftResult> driftAtStart;

    /**
     * Observes a problem.
     *
     * @param derivatives its loss with the parameters' values put in
     * @param backend the numbers of its runs
     * @param options how its runs are done
     * @param conditions those that the run has to decide
     */
    Observation(
            Problem problem,
            LossDerivatives derivatives,
            CompiledBackend backend,
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
        this.noise = Suppliers.memoize(() -> ObservedNoise.of(problem, derivatives, backend));
        this.ending = Suppliers.memoize(() -> Ending.of(problem, verifier.get().model()));
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

    /** t = 0 and the geometry there. */
    AtEdge atEdge() {
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
    PlainDescent<Binary64> descent() {
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
        return new DriftRun(problem, derivatives, backend, DriftOptions.defaults());
    }

    private Verifier<Binary64> prepared() {
        return new Verifier<>(problem, derivatives, backend, options);
    }

    private ObservedRun run(Set<Claim> conditions) {
        Verifier<Binary64> prepared = verifier.get();
        ConditionEvaluator<Binary64> assessor =
                new ConditionEvaluator<>(prepared.model(), problem.thresholds(), conditions);
        OscillationAccumulator<Binary64> oscillation = new OscillationAccumulator<>();
        Verification verification = prepared.verify(List.of(assessor, oscillation));
        return new ObservedRun(verification, assessor.assessment(verification), oscillation);
    }

    private FamilyResult runFamily() {
        return new FamilyRun<Binary64>(problem, problem.family().orElseThrow(), () -> backend, options)
                .run(1, RunListener.none());
    }

    private PlainDescent<Binary64> descend() {
        Verifier<Binary64> prepared = verifier.get();
        Model<Binary64> model = prepared.model();
        List<FieldVector<Binary64>> start =
                isPut() && prepared.edge() instanceof EdgeSearch.Outcome.Reached<Binary64> reached
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
