package org.selfstab.dynamics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;

/**
 * A problem by the algorithms that work over any field.
 *
 * @param <T> the numbers
 */
public non-sealed class FieldModel<T extends CalculusFieldElement<T>> implements LinearModel<T> {

    private final Backend<T> backend;
    private final GeometryEvaluator<T> geometry;
    private final LinearMethod<T> method;
    private final boolean isFalling;
    private final List<T> flipMode;
    private final Rates<T> rates;
    private final FieldVector<T> start;

    /**
     * A model.
     *
     * @param loss the problem's loss in the backend's numbers
     * @param eigensolver finds eigenvectors in them
     */
    public FieldModel(Problem problem, Backend<T> backend, Loss<T> loss, Eigensolver<T> eigensolver) {
        this(problem, backend, new GeometryEvaluator<>(loss, eigensolver));
    }

    /**
     * A model.
     *
     * @param geometry surveys the problem's loss in the backend's numbers
     */
    FieldModel(Problem problem, Backend<T> backend, GeometryEvaluator<T> geometry) {
        Map<String, Expression> parameters = problem.parameters().values();
        this.backend = backend;
        this.geometry = geometry;
        Optimizer.Linear optimizer = problem.ofFirstStep();
        TransferFunction transfer = TransferFunction.of(optimizer);
        this.method = LinearMethod.of(optimizer, entry -> rounded(entry, parameters));
        this.isFalling = optimizer.isFalling();
        this.flipMode = transfer.flipMode().stream()
                .map(entry -> rounded(entry, parameters))
                .toList();
        T edge = rounded(StabilityEdge.of(optimizer), parameters);
        this.rates = new Rates<>(
                edge,
                problem.isGradientDescent()
                        ? rounded(transfer.driftRate(), parameters)
                        : edge.reciprocal().multiply(2.0),
                rounded(transfer.growthRate(), parameters),
                rounded(transfer.driftRate(), parameters));
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
    public final boolean keepsMemory() {
        return method.b().size() > 1;
    }

    @Override
    public final List<FieldVector<T>> resting(FieldVector<T> from) {
        return Collections.nCopies(method.b().size(), from);
    }

    @Override
    public final T edge() {
        return rates.edge();
    }

    @Override
    public final Rates<T> rates() {
        return rates;
    }

    final LinearMethod<T> method() {
        return method;
    }

    /** The optimizer's steps from t = 0 on. */
    private MethodSteps<T> steps() {
        return new MethodSteps<>(method, isFalling);
    }

    @Override
    public final boolean isFalling() {
        return isFalling;
    }

    @Override
    public final List<FieldVector<T>> oscillating(FieldVector<T> at, LocalGeometry<T> about) {
        return oscillating(at, about.u().mapMultiply(about.u().dotProduct(at.subtract(about.point()))));
    }

    /** The state that stands at a point, of whose displacement a part oscillates and the rest rests. */
    final List<FieldVector<T>> oscillating(FieldVector<T> at, FieldVector<T> part) {
        FieldVector<T> resting = at.subtract(part);
        return flipMode.size() == 1
                ? List.of(at.copy())
                : flipMode.stream()
                        .map(share -> resting.add(part.mapMultiply(share)))
                        .toList();
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
    public Descent<T> descent(List<FieldVector<T>> state) {
        return new FieldDescent<>(loss(), steps(), state);
    }

    @Override
    public SharpnessEvaluator<T> sharpness() {
        return new FieldSharpnessEvaluator<>(geometry);
    }

    @Override
    public StableSetProjection<T> projection(ProjectionMethod method) {
        return method == ProjectionMethod.EXACT
                ? new NearestPointProjection<>(geometry, rates.edge())
                : new LinearisedProjection<>(geometry, rates.edge());
    }

    @Override
    public ConstrainedTrajectory<T> constrained(FieldVector<T> from, ProjectionMethod projection) {
        return new FieldConstrainedTrajectory<>(projection(projection), steps(), from);
    }

    @Override
    public final Prediction<T> prediction(PredictedFrame frame, List<FieldVector<T>> start) {
        PredictedForce<T> force =
                switch (frame) {
                    case MOVING -> new PredictedForce.Moving<>(rates.edge());
                    case AMBIENT -> new PredictedForce.Ambient<>();
                    case GENERALISED -> new PredictedForce.Generalised<>(loss());
                };
        return new Prediction<>(steps(), force, start);
    }

    @Override
    public final double multiplier(double curvature) {
        return method.multiplier(curvature);
    }

    @Override
    public final Optional<StepBlocks> blocks() {
        return method.b().size() > 1 ? Optional.of(method) : Optional.empty();
    }

    @Override
    public final Response<T> response(FieldVector<T> push) {
        return new Response<>(method, rates.drift(), push);
    }

    /**
     * A linear optimizer over any field.
     *
     * @param <T> the field's elements
     */
    private static final class FieldDescent<T extends CalculusFieldElement<T>> implements Descent<T> {

        private final Loss<T> loss;
        private final MethodSteps<T> steps;
        private List<FieldVector<T>> copies;

        FieldDescent(Loss<T> loss, MethodSteps<T> steps, List<FieldVector<T>> state) {
            this.loss = loss;
            this.steps = steps;
            this.copies = state.stream().map(FieldVector::copy).toList();
        }

        @Override
        public FieldVector<T> iterate() {
            return steps.read(copies);
        }

        @Override
        public List<FieldVector<T>> state() {
            return copies.stream().map(FieldVector::copy).toList();
        }

        @Override
        public void steps(int count) {
            for (int step = 0; step < count; step++) {
                copies = steps.next().next(copies, loss.at(steps.read(copies)).gradient());
            }
        }
    }

    /**
     * The constrained trajectory over any field, by any projection, theory.md (33).
     *
     * @param <T> the field's elements
     */
    private static final class FieldConstrainedTrajectory<T extends CalculusFieldElement<T>>
            implements ConstrainedTrajectory<T> {

        private final StableSetProjection<T> projection;
        private final MethodSteps<T> steps;
        private List<FieldVector<T>> copies;
        private Projection<T> present;
        private Optional<FieldVector<T>> source = Optional.empty();

        /** Starts at the projection of a point. */
        FieldConstrainedTrajectory(StableSetProjection<T> projection, MethodSteps<T> steps, FieldVector<T> start) {
            this.projection = projection;
            this.steps = steps;
            this.present = projection.project(start, SignConvention.largestComponentPositive());
            this.copies = Collections.nCopies(steps.copies(), present.geometry().point());
        }

        @Override
        public Projection<T> present() {
            return present;
        }

        @Override
        public Optional<FieldVector<T>> source() {
            return source;
        }

        @Override
        public void step() {
            LocalGeometry<T> here = present.geometry();
            LinearMethod<T> method = steps.next();
            List<FieldVector<T>> free = method.next(copies, here.gradient());
            FieldVector<T> descended = method.read(free);
            present = projection.projectNear(descended, here);
            source = Optional.of(descended);
            FieldVector<T> dagger = present.geometry().point();
            copies = copies.size() == 1
                    ? List.of(dagger)
                    : method.next(copies, here.gradient().add(method.forceFor(dagger.subtract(descended))));
        }
    }
}
