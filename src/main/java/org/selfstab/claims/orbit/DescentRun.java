package org.selfstab.claims.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.Limit;
import org.selfstab.claims.Lyapunov;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.PlainDescent;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.SharpnessEvaluator;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.Loss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.numeric.EvenSample;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.DescentEnd;

/** Runs gradient descent alone and looks at its iterates. Used once. */
public final class DescentRun {

    /** Rows beyond this many are thinned. */
    static final int MOST_ROWS = 100_000;

    private final Problem problem;
    private final Model<Binary64> model;
    private final DescentOptions options;
    private final Loss<Binary64> loss;
    private final GeometryEvaluator<Binary64> geometry;
    private final SharpnessEvaluator<Binary64> sharpness;
    private final double edge;
    private final EvenSample<DescentResult.Row> rows = new EvenSample<>(MOST_ROWS);
    private Optional<DescentResult.Row> firstAtEdge = Optional.empty();
    private Optional<DescentResult.Row> sharpest = Optional.empty();
    private SignConvention<Binary64> orientation = SignConvention.largestComponentPositive();
    private FieldVector<Binary64> latest;

    /** A run. */
    public DescentRun(Problem problem, DescentOptions options) {
        this.problem = problem;
        this.model = Model.of(problem, DerivedLoss.of(problem), new CompiledBackend());
        this.options = options;
        this.loss = model.loss();
        this.geometry = model.geometry();
        this.sharpness = model.sharpness();
        this.edge = model.edge().getReal();
    }

    /**
     * Runs.
     *
     * @param progress is told each step
     * @throws UndefinedGeometryException if the loss, or a derivative that is looked at, is not finite at the start
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public DescentResult run(IntConsumer progress) {
        LimitSearch limits = new LimitSearch(problem, model);
        ObservableRun observed = new ObservableRun(problem, model);
        Excursion excursion = new Excursion(model);
        DescentEnd end = new PlainDescent<>(model, options.steps(), progress)
                .run((step, theta, descent) -> visit(step, theta)
                        && limits.visit(step, theta, descent)
                        && observed.visit(step, theta, descent)
                        && excursion.visit(step, theta, descent));
        List<ObservedCourse> courses = observed.courses(end);
        Limit limit = limits.limit(end);
        Optional<Lyapunov> exponents = options.exponentSteps() == 0
                ? Optional.empty()
                : limits.exponents(limit, options.exponentSteps(), progress);
        List<DescentResult.Row> seen = new ArrayList<>(rows.elements());
        if (seen.get(seen.size() - 1).t() < end.steps() && end.failure().isEmpty()) {
            seen.add(look(end.steps(), latest));
        }
        return new DescentResult(
                problem,
                options,
                edge,
                seen,
                rows.stride(),
                firstAtEdge,
                sharpest,
                end,
                limit,
                catapult(excursion, limit),
                courses,
                exponents);
    }

    private static DescentResult.Catapult catapult(Excursion seen, Limit limit) {
        return new DescentResult.Catapult(
                seen.distance(),
                seen.distanceStep(),
                seen.spike(),
                seen.spikeStep(),
                limit.point().map(point -> point.sharpness() / seen.startSharpness()));
    }

    private boolean visit(int step, FieldVector<Binary64> theta) {
        latest = theta;
        if (step % options.every() == 0) {
            rows.offer(step / options.every(), look(step, theta));
        }
        return true;
    }

    private DescentResult.Row look(int step, FieldVector<Binary64> theta) {
        LossAtPoint<Binary64> here = loss.at(theta);
        double value = here.value().getReal();
        double slope = Norm.of(here.gradient()).getReal();
        if (!Double.isFinite(value) || !Double.isFinite(slope)) {
            throw UndefinedGeometryException.notFinite(Double.isFinite(value) ? 1 : 0, coordinates(theta));
        }
        DescentResult.Row row = new DescentResult.Row(
                step, value, slope, options.isMeasured() ? Optional.of(curvature(theta)) : Optional.empty());
        if (firstAtEdge.isEmpty() && row.sharpness() >= edge) {
            firstAtEdge = Optional.of(row);
        }
        if (sharpest.isEmpty()
                ? options.isMeasured()
                : row.sharpness() > sharpest.get().sharpness()) {
            sharpest = Optional.of(row);
        }
        return row;
    }

    private static DoubleStream coordinates(FieldVector<Binary64> theta) {
        return Arrays.stream(theta.toArray()).mapToDouble(Binary64::getReal);
    }

    private DescentResult.Curvature curvature(FieldVector<Binary64> theta) {
        LocalGeometry<Binary64> here;
        try {
            here = geometry.evaluate(theta, orientation);
        } catch (UndefinedGeometryException undefined) {
            if (!undefined.isTopNotSimple()) {
                throw undefined;
            }
            sharpness.moveTo(theta);
            return new DescentResult.Curvature(sharpness.sharpness().getReal(), Optional.empty(), Optional.empty());
        }
        orientation = SignConvention.along(here.u());
        return new DescentResult.Curvature(
                here.sharpness().getReal(),
                finite(here.secondEigenvalue().getReal()),
                Optional.of(new DescentResult.Rates(
                        here.alpha().getReal(),
                        here.beta().getReal(),
                        here.hasOscillation() ? finite(here.delta().getReal()) : Optional.empty(),
                        here.kappa3().getReal(),
                        finite(here.gamma().getReal()))));
    }

    private static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
