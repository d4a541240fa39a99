package org.selfstab.dynamics;

import java.util.List;
import java.util.Map;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.geometry.FieldSharpnessEvaluator;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LinearisedProjection;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.NearestPointProjection;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.Backend;
import org.selfstab.loss.Loss;
import org.selfstab.numeric.Eigensolver;
import org.selfstab.optimizer.Optimizer;
import org.selfstab.optimizer.StabilityEdge;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;

/**
 * A problem by the algorithms that work over any field.
 *
 * @param <T> the numbers
 */
public class FieldModel<T extends CalculusFieldElement<T>> implements Model<T> {

    private final Backend<T> backend;
    private final GeometryEvaluator<T> geometry;
    private final Optimizer.Linear optimizer;
    private final T edge;
    private final T eta;
    private final FieldVector<T> start;

    /**
     * A model.
     *
     * @param loss the problem's loss in the backend's numbers
     * @param eigensolver finds eigenvectors in them
     */
    public FieldModel(Problem problem, Backend<T> backend, Loss<T> loss, Eigensolver<T> eigensolver) {
        Map<String, Expression> parameters = problem.parameters().values();
        this.backend = backend;
        this.geometry = new GeometryEvaluator<>(loss, eigensolver);
        this.optimizer = problem.optimizer().with(parameters);
        this.edge = rounded(StabilityEdge.of(problem.optimizer()), parameters);
        this.eta = backend.valueOf(problem.stepSize());
        this.start = backend.valuesOf(problem.startPoint());
    }

    /** An expression of parameters that are rounded first: the edge of the method that is run. */
    private T rounded(Expression ofParameters, Map<String, Expression> values) {
        List<Symbol> symbols =
                ofParameters.symbolNames().stream().map(Expression::symbol).toList();
        FieldInterpreter<T> interpreter = new FieldInterpreter<>(
                StraightLineProgram.of(symbols, List.of(List.of(ofParameters))), backend.field());
        for (int i = 0; i < symbols.size(); i++) {
            interpreter.setInput(i, backend.valueOf(values.get(symbols.get(i).name())));
        }
        interpreter.run(0);
        return interpreter.output(0, 0);
    }

    @Override
    public final Backend<T> backend() {
        return backend;
    }

    @Override
    public final Loss<T> loss() {
        return geometry.loss();
    }

    @Override
    public final Optimizer.Linear optimizer() {
        return optimizer;
    }

    @Override
    public final T edge() {
        return edge;
    }

    @Override
    public final T eta() {
        return eta;
    }

    @Override
    public final FieldVector<T> start() {
        return start;
    }

    @Override
    public final GeometryEvaluator<T> geometry() {
        return geometry;
    }

    @Override
    public Descent<T> descent(FieldVector<T> from) {
        return new FieldDescent<>(loss(), eta, from);
    }

    @Override
    public SharpnessEvaluator<T> sharpness() {
        return new FieldSharpnessEvaluator<>(geometry);
    }

    @Override
    public StableSetProjection<T> projection(ProjectionMethod method) {
        return method == ProjectionMethod.EXACT
                ? new NearestPointProjection<>(geometry, edge)
                : new LinearisedProjection<>(geometry, edge);
    }

    @Override
    public ConstrainedTrajectory<T> constrained(FieldVector<T> from, ProjectionMethod method) {
        return new FieldConstrainedTrajectory<>(projection(method), eta, from);
    }

    @Override
    public final PredictedStep<T> prediction(PredictedFrame frame) {
        return switch (frame) {
            case MOVING -> new MovingFrameStep<>(eta);
            case AMBIENT -> new AmbientStep<>(eta);
            case GENERALISED -> new GeneralisedStep<>(loss(), eta);
        };
    }

    /**
     * Gradient descent over any field.
     *
     * @param <T> the field's elements
     */
    public static final class FieldDescent<T extends CalculusFieldElement<T>> implements Descent<T> {

        private final Loss<T> loss;
        private final T eta;
        private FieldVector<T> theta;

        public FieldDescent(Loss<T> loss, T eta, FieldVector<T> start) {
            this.loss = loss;
            this.eta = eta;
            this.theta = start.copy();
        }

        @Override
        public FieldVector<T> iterate() {
            return theta.copy();
        }

        @Override
        public void steps(int count) {
            for (int step = 0; step < count; step++) {
                theta = theta.subtract(loss.at(theta).gradient().mapMultiply(eta));
            }
        }
    }

    /**
     * The constrained trajectory over any field, by any projection.
     *
     * @param <T> the field's elements
     */
    public static final class FieldConstrainedTrajectory<T extends CalculusFieldElement<T>>
            implements ConstrainedTrajectory<T> {

        private final StableSetProjection<T> projection;
        private final T eta;
        private Projection<T> present;

        /** Starts at the projection of a point. */
        public FieldConstrainedTrajectory(StableSetProjection<T> projection, T eta, FieldVector<T> start) {
            this.projection = projection;
            this.eta = eta;
            this.present = projection.project(start, SignConvention.largestComponentPositive());
        }

        @Override
        public Projection<T> present() {
            return present;
        }

        @Override
        public void step() {
            LocalGeometry<T> here = present.geometry();
            FieldVector<T> descended = here.point().subtract(here.gradient().mapMultiply(eta));
            present = projection.projectNear(descended, here);
        }
    }
}
