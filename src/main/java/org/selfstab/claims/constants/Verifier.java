package org.selfstab.claims.constants;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledRun;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.FailedProjection;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.StepObserver;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.Backend;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;

/**
 * Runs exact gradient descent beside the predicted dynamics and finds the constants that the theory's conclusions need.
 *
 * @param <T> the numbers of the run
 */
public final class Verifier<T extends CalculusFieldElement<T>> {

    private final Problem problem;
    private final Backend<T> backend;
    private final Model<T> model;
    private final StableSetProjection<T> projection;
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
        this.projection = model.projection(options.projection());
    }

    /** The setting of the run. */
    public Model<T> model() {
        return model;
    }

    /** Runs. */
    public Verification verify(List<? extends StepObserver<T>> observers) {
        return verify(observers, step -> {});
    }

    /**
     * Runs.
     *
     * @param observers see every step from t = 0 on
     * @param searched is told each step of plain gradient descent on the way to the edge
     */
    public Verification verify(List<? extends StepObserver<T>> observers, IntConsumer searched) {
        EdgeSearch.Outcome<T> outcome = edge(searched);
        if (outcome instanceof EdgeSearch.Outcome.Reached<T> reached) {
            return verifyFrom(reached, observers);
        }
        RunEnd end = ((EdgeSearch.Outcome.NotReached<T>) outcome).end();
        return verification(Optional.empty(), outcome.failure(), end, Optional.empty());
    }

    /** The iterate that becomes t = 0, kicked if the problem says so: the start, or found by plain gradient descent; searched for once. */
    public EdgeSearch.Outcome<T> edge() {
        return edge(step -> {});
    }

    private EdgeSearch.Outcome<T> edge(IntConsumer searched) {
        if (edge.isEmpty()) {
            EdgeSearch.Outcome<T> found = problem.run().atEdge()
                    ? EdgeSearch.Outcome.Reached.at(model.start())
                    : new EdgeSearch<>(model, projection, problem.run().maxSteps(), searched).search();
            edge = Optional.of(
                    found instanceof EdgeSearch.Outcome.Reached<T> reached
                            ? problem.kick().map(kick -> kicked(reached, kick)).orElse(reached)
                            : found);
        }
        return edge.get();
    }

    /** The iterate put to {@code dagger_0 + kick delta u}, from which the run starts; it is projected anew. */
    private EdgeSearch.Outcome<T> kicked(EdgeSearch.Outcome.Reached<T> reached, Expression kick) {
        LocalGeometry<T> geometry;
        try {
            geometry = projectionOf(reached).geometry();
        } catch (ProjectionException failure) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.ProjectionFailed(reached.step(), failure.getMessage()), reached.failure());
        } catch (UndefinedGeometryException undefined) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.GeometryUndefined(reached.step(), undefined.getMessage()), reached.failure());
        }
        if (!geometry.hasOscillation()) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.NotKicked(reached.step(), geometry.alpha().getReal()), reached.failure());
        }
        T length = backend.valueOf(kick).multiply(geometry.delta());
        return new EdgeSearch.Outcome.Reached<>(
                reached.step(),
                geometry.point().add(geometry.u().mapMultiply(length)),
                Optional.empty(),
                reached.failure());
    }

    /**
     * {@code dagger_0}: the projection of an iterate that is t = 0.
     *
     * @throws ProjectionException if no nearest point is found
     * @throws UndefinedGeometryException if the geometry is undefined on the way to it
     */
    public Projection<T> projectionOf(EdgeSearch.Outcome.Reached<T> reached) {
        return projection.project(reached.iterate(), SignConvention.largestComponentPositive());
    }

    private Verification verifyFrom(EdgeSearch.Outcome.Reached<T> reached, List<? extends StepObserver<T>> observers) {
        RunConstantsAccumulator<T> constants = new RunConstantsAccumulator<>(model);
        CoupledRun<T> coupled = new CoupledRun<>(model, options);
        RunEnd end = coupled.run(reached, Horizon.of(problem, options.horizon()), step -> {
            constants.observe(step);
            observers.forEach(observer -> observer.observe(step));
        });
        return verification(Optional.of(reached.step()), reached.failure(), end, constants.result());
    }

    private Verification verification(
            Optional<Integer> edgeStep,
            Optional<FailedProjection> failedBefore,
            RunEnd end,
            Optional<RunConstants> constants) {
        return new Verification(
                backend.name(),
                options.projection().optionName(),
                options.frame().optionName(),
                keepsMemory(),
                edgeStep,
                failedBefore,
                end,
                constants);
    }

    private boolean keepsMemory() {
        return model.optimizer().copies() > 1;
    }
}
