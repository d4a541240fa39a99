package org.selfstab.claims.constants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.claims.Verification;
import org.selfstab.dynamics.Coupling;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.dynamics.UnstableObserver;
import org.selfstab.dynamics.UnstableRun;
import org.selfstab.dynamics.UnstableStep;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.loss.Backend;
import org.selfstab.problem.Problem;
import org.selfstab.run.FailedProjection;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Runs exact gradient descent beside the predicted dynamics and finds the constants that the theory's conclusions need.
 *
 * @param <T> the numbers of the run
 */
public final class Verifier<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final Backend<T> backend;
    private final Model<T> model;
    private final Coupling<T> coupling;
    private final RunOptions options;
    private Optional<EdgeSearch.Outcome<T>> edge = Optional.empty();

    /**
     * Prepares a run.
     *
     * @param problem the problem
     * @param derivatives its loss with the parameters' values put in
     * @param backend the numbers of the run
     * @param options the projection, the predicted dynamics and the horizon
     */
    public Verifier(Problem problem, LossDerivatives derivatives, Backend<T> backend, RunOptions options) {
        this.problem = problem;
        this.backend = backend;
        this.model = Model.of(problem, derivatives, backend);
        this.options = options;
        this.coupling = Coupling.of(problem, model, options);
    }

    /** The setting of the run. */
    public Model<T> model() {
        return model;
    }

    /** Runs. */
    public Verification verify(List<? extends StepObserver<T>> observers) {
        return verify(observers, List.of(), step -> {});
    }

    /**
     * Runs.
     *
     * @param observers see every step from t = 0 on
     * @param observersOfSeveral see every step of a run of several unstable eigenvalues, which may come after one of one that they end
     * @param searched is told each step of plain gradient descent on the way to the edge
     */
    public Verification verify(
            List<? extends StepObserver<T>> observers,
            List<? extends UnstableObserver> observersOfSeveral,
            IntConsumer searched) {
        return verify(searched, reached -> verifyFrom(reached, observers, observersOfSeveral));
    }

    /** Runs with one eigenvalue followed, whatever the problem says, to where it meets another one. */
    public Verification verifyOne(List<? extends StepObserver<T>> observers) {
        return verify(step -> {}, reached -> followOne(reached, observers));
    }

    private Verification verify(IntConsumer searched, Function<EdgeSearch.Outcome.Reached<T>, Verification> fromEdge) {
        EdgeSearch.Outcome<T> outcome = edge(searched);
        if (outcome instanceof EdgeSearch.Outcome.Reached<T> reached) {
            return fromEdge.apply(reached);
        }
        RunEnd end = ((EdgeSearch.Outcome.NotReached<T>) outcome).end();
        return verification(Optional.empty(), outcome.failure(), end, Optional.empty(), Optional.empty());
    }

    /** The iterate that becomes t = 0, kicked if the problem says so: the start, or found by plain gradient descent; searched for once. */
    public EdgeSearch.Outcome<T> edge() {
        return edge(step -> {});
    }

    private EdgeSearch.Outcome<T> edge(IntConsumer searched) {
        if (edge.isEmpty()) {
            edge = Optional.of(coupling.edge(searched));
        }
        return edge.get();
    }

    /**
     * {@code dagger_0}, and the displacement of an iterate that is t = 0.
     *
     * @throws org.selfstab.geometry.ProjectionException if no nearest point is found
     * @throws org.selfstab.geometry.UndefinedGeometryException if the geometry is undefined on the way to it
     */
    public Coupling.Start<T> startAt(EdgeSearch.Outcome.Reached<T> reached) {
        return coupling.startAt(reached);
    }

    /** The optimizer's state at an iterate that is t = 0. */
    public List<FieldVector<T>> stateAt(EdgeSearch.Outcome.Reached<T> reached) {
        return coupling.stateAt(reached);
    }

    /** Runs once more from an iterate that is t = 0, without constants. */
    public RunEnd run(EdgeSearch.Outcome.Reached<T> reached, Horizon horizon, StepObserver<T> observer) {
        return coupling.run(reached, horizon, observer);
    }

    private Verification verifyFrom(
            EdgeSearch.Outcome.Reached<T> reached,
            List<? extends StepObserver<T>> observers,
            List<? extends UnstableObserver> observersOfSeveral) {
        Optional<Integer> given = problem.run().unstable();
        if (given.orElse(1) > 1) {
            problem.requireLinear("a run of several unstable eigenvalues");
            return followSeveral(reached, given.get(), givenRun(given.get()), observersOfSeveral);
        }
        Verification ofOne = followOne(reached, observers);
        if (given.isPresent() || !(meetsAnother(ofOne) || failsBesideAnother(ofOne, reached))) {
            return ofOne;
        }
        return unstableRun(2)
                .map(run -> followSeveral(reached, 2, run, observersOfSeveral))
                .orElse(ofOne);
    }

    /** Whether the second eigenvalue came to the edge, or within {@link UnstableRun#DISTANCE} of it. */
    private static boolean meetsAnother(Verification ofOne) {
        return ofOne.end() instanceof RunEnd.EigenvaluesMeet
                || ofOne.constants()
                        .flatMap(RunConstants::maxSecondEigenvalue)
                        .filter(second -> second.value() >= 2.0 * (1.0 - UnstableRun.DISTANCE))
                        .isPresent();
    }

    /** Whether the run of one failed and another eigenvalue is near the edge at its start, too, as where both are there exactly. */
    private boolean failsBesideAnother(Verification ofOne, EdgeSearch.Outcome.Reached<T> reached) {
        return unstableRun(1)
                .filter(run -> isShortOf(ofOne.end(), run, reached))
                .isPresent();
    }

    /** A run of k eigenvalues: in double precision, by the exact projection and the moving frame. */
    private Optional<UnstableRun> unstableRun(int k) {
        boolean isStandard = options.projection() == ProjectionMethod.EXACT && options.frame() == PredictedFrame.MOVING;
        return isStandard && k <= UnstableRun.mostOf(model.loss().dimension())
                ? model.unstableRun(k, problem.run().unstable().isPresent())
                : Optional.empty();
    }

    private UnstableRun givenRun(int k) {
        return unstableRun(k)
                .orElseThrow(
                        () -> new SelfstabException(
                                "several unstable eigenvalues are followed in double precision, of linear optimizers, by the exact projection and the moving frame alone",
                                "leave out --precision, --projection and --frame; or leave unstable out of [run], to follow one"));
    }

    /** The run of k eigenvalues and, unless k is given, of more where another one comes to the edge. */
    private Verification followSeveral(
            EdgeSearch.Outcome.Reached<T> reached, int k, UnstableRun run, List<? extends UnstableObserver> observers) {
        UnstableConstantsAccumulator constants = new UnstableConstantsAccumulator(run.model());
        List<Consumer<UnstableStep>> watching = new ArrayList<>();
        observers.forEach(observer -> watching.add(observer.of(k)));
        RunEnd end = run.run(reached, Horizon.of(problem, options.horizon()), step -> {
            constants.accept(step);
            watching.forEach(observer -> observer.accept(step));
        });
        boolean isGiven = problem.run().unstable().isPresent();
        Optional<UnstableRun> more = isGiven || !isShortOf(end, run, reached) ? Optional.empty() : unstableRun(k + 1);
        return more.isPresent()
                ? followSeveral(reached, k + 1, more.get(), observers)
                : verification(
                        Optional.of(reached.step()),
                        reached.failure(),
                        end,
                        constants.constants(),
                        constants.eigenvalues(isGiven));
    }

    /** Whether another eigenvalue came to the edge, or the run failed and another one is near the edge at its start. */
    private boolean isShortOf(RunEnd end, UnstableRun run, EdgeSearch.Outcome.Reached<T> reached) {
        boolean isFailure = end instanceof RunEnd.ProjectionFailed || end instanceof RunEnd.GeometryUndefined;
        return end instanceof RunEnd.MoreUnstable || (isFailure && run.isNextNear(reached));
    }

    private Verification followOne(EdgeSearch.Outcome.Reached<T> reached, List<? extends StepObserver<T>> observers) {
        RunConstantsAccumulator<T> constants = new RunConstantsAccumulator<>(model);
        RunEnd end = coupling.run(reached, Horizon.of(problem, options.horizon()), step -> {
            constants.observe(step);
            for (StepObserver<T> observer : observers) {
                observer.observe(step);
            }
        });
        return verification(Optional.of(reached.step()), reached.failure(), end, constants.result(), Optional.empty());
    }

    private Verification verification(
            Optional<Integer> edgeStep,
            Optional<FailedProjection> failedBefore,
            RunEnd end,
            Optional<RunConstants> constants,
            Optional<UnstableEigenvalues> unstable) {
        return new Verification(
                backend.name(),
                options.projection().toString(),
                options.frame().toString(),
                keepsMemory(),
                edgeStep,
                failedBefore,
                end,
                constants,
                unstable);
    }

    private boolean keepsMemory() {
        return model.keepsMemory();
    }
}
