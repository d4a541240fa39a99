package org.selfstab.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;

/**
 * Runs of linear optimizers, whose constrained trajectory is projected onto the stable set.
 *
 * @param <T> the field's elements
 */
final class LinearCoupling<T extends CalculusFieldElement<T>> implements Coupling<T> {

    private static final String WITHOUT_KICK =
            "; a kick goes along one unstable eigenvector: leave kick out of [run], and displace [start] itself along the eigenvectors at the edge";

    private final Problem problem;
    private final LinearModel<T> model;
    private final RunOptions options;
    private final StableSetProjection<T> projection;

    LinearCoupling(Problem problem, LinearModel<T> model, RunOptions options) {
        this.problem = problem;
        this.model = model;
        this.options = options;
        this.projection = model.projection(options.projection());
    }

    @Override
    public EdgeSearch.Outcome<T> edge(IntConsumer searched) {
        if (model.isFalling() && !problem.run().atEdge()) {
            throw new SelfstabException(
                    "a run beside the theory begins with the first step where a weight falls, as the edge is that of this step",
                    "set at_edge = true in [run], with the weight at t = 0; descent takes it as it is");
        }
        EdgeSearch.Outcome<T> found = problem.run().atEdge()
                ? EdgeSearch.Outcome.Reached.at(model.start())
                : new EdgeSearch<>(model, projection, problem.run().maxSteps(), searched).search();
        return found instanceof EdgeSearch.Outcome.Reached<T> reached
                ? problem.kick().map(kick -> kicked(reached, kick)).orElse(reached)
                : found;
    }

    /** The iterate put to {@code dagger_0 + kick delta u}, from which the run starts; it is projected anew. */
    private EdgeSearch.Outcome<T> kicked(EdgeSearch.Outcome.Reached<T> reached, Expression kick) {
        LocalGeometry<T> geometry;
        try {
            geometry = projected(reached).geometry();
        } catch (ProjectionException failure) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.ProjectionFailed(reached.step(), failure.getMessage() + WITHOUT_KICK),
                    reached.failure());
        } catch (UndefinedGeometryException undefined) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.GeometryUndefined(reached.step(), undefined.getMessage() + WITHOUT_KICK),
                    reached.failure());
        }
        if (!geometry.hasOscillation()) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.NotKicked(reached.step(), geometry.alpha().getReal(), geometry.alphaRounding()),
                    reached.failure());
        }
        T length = model.backend().valueOf(kick).multiply(geometry.delta());
        return new EdgeSearch.Outcome.Reached<>(
                reached.step(),
                geometry.point().add(geometry.u().mapMultiply(length)),
                Optional.empty(),
                reached.failure());
    }

    @Override
    public Start<T> startAt(EdgeSearch.Outcome.Reached<T> reached) {
        Projection<T> projected = projected(reached);
        return new Start<>(
                projected,
                reached.iterate().subtract(projected.geometry().point()),
                projected.geometry().point());
    }

    @Override
    public List<FieldVector<T>> stateAt(EdgeSearch.Outcome.Reached<T> reached) {
        return reached.state().orElseGet(() -> model.keepsMemory() ? put(reached) : model.resting(reached.iterate()));
    }

    private List<FieldVector<T>> put(EdgeSearch.Outcome.Reached<T> reached) {
        try {
            return model.oscillating(reached.iterate(), projected(reached).geometry());
        } catch (ProjectionException | UndefinedGeometryException noDagger) {
            return model.resting(reached.iterate());
        }
    }

    private Projection<T> projected(EdgeSearch.Outcome.Reached<T> reached) {
        return projection.project(reached.iterate(), SignConvention.largestComponentPositive());
    }

    @Override
    public RunEnd run(EdgeSearch.Outcome.Reached<T> reached, Horizon horizon, StepObserver<T> observer) {
        return new CoupledRun<>(model, options).run(reached, horizon, observer);
    }
}
