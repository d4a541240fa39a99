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
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Interruption;

/**
 * Runs of adaptive optimizers, theory.md (59). The constrained run starts where the start, moved along u, has no gradient along u, with second moments that put it at the
 * edge.
 *
 * @param <T> the field's elements
 */
final class AdaptiveCoupling<T extends CalculusFieldElement<T>> implements Coupling<T> {

    private static final int MOST_ITERATIONS = 100;

    private final Problem problem;
    private final AdaptiveModel<T> model;
    private Optional<AdaptiveGeometry<T>> origin = Optional.empty();

    AdaptiveCoupling(Problem problem, AdaptiveModel<T> model) {
        this.problem = problem;
        this.model = model;
    }

    @Override
    public EdgeSearch.Outcome<T> edge(IntConsumer searched) {
        try {
            return problem.run().atEdge() ? atStart() : found(searched);
        } catch (UndefinedGeometryException undefined) {
            return new EdgeSearch.Outcome.NotReached<>(endBy(undefined, 0, origin), Optional.empty());
        } catch (ProjectionException failure) {
            return new EdgeSearch.Outcome.NotReached<>(endBy(failure, 0, origin), Optional.empty());
        }
    }

    private RunEnd endBy(UndefinedGeometryException undefined, int step, Optional<AdaptiveGeometry<T>> last) {
        return undefined.isTopNotSimple()
                ? edgesMeet(step, undefined.secondEigenvalue())
                : besideAnother(step, last).orElseGet(() -> new RunEnd.GeometryUndefined(step, undefined.getMessage()));
    }

    private RunEnd endBy(ProjectionException failure, int step, Optional<AdaptiveGeometry<T>> last) {
        return besideAnother(step, last).orElseGet(() -> new RunEnd.ProjectionFailed(step, failure.getMessage()));
    }

    /** The end of a run that finds no next point, where another eigenvalue is near the edge at the last one. */
    private Optional<RunEnd> besideAnother(int step, Optional<AdaptiveGeometry<T>> last) {
        return last.filter(AdaptiveGeometry::isNextNear).map(here -> edgesMeet(step, here.secondEigenvalue()));
    }

    private RunEnd edgesMeet(int step, double second) {
        double edge = model.edge().getReal();
        return new RunEnd.EdgesMeet(step, Math.max(edge, second), second, edge);
    }

    private EdgeSearch.Outcome<T> atStart() {
        FieldVector<T> point = model.start();
        FieldVector<T> nu = model.momentsAt(point);
        AdaptiveGeometry<T> here = onAxis(point, nu, model.hasGivenMoments());
        return reached(0, List.of(point, model.hasGivenMoments() ? nu : here.nu()), here);
    }

    /** The first iterate that, moved along u, is at the edge or beyond it. */
    private EdgeSearch.Outcome<T> found(IntConsumer searched) {
        Descent<T> descent = model.descent(model.start());
        double largest = Double.NEGATIVE_INFINITY;
        int largestAt = 0;
        double previousNorm = Double.NaN;
        for (int step = 0; step <= problem.run().maxSteps(); step++) {
            Interruption.check();
            FieldVector<T> theta = descent.iterate();
            FieldVector<T> nu = descent.state().get(1);
            try {
                AdaptiveGeometry<T> here = onAxis(theta, nu, true);
                T lambda = model.watch(here.theta(), nu).lambda();
                if (lambda.subtract(model.edge()).getReal() >= -AT_EDGE) {
                    return reached(step, descent.state(), here);
                }
                if (lambda.getReal() > largest) {
                    largest = lambda.getReal();
                    largestAt = step;
                }
            } catch (UndefinedGeometryException notFinite) {
                return new EdgeSearch.Outcome.NotReached<>(
                        NotFinite.at(step, theta, previousNorm, notFinite), Optional.empty());
            }
            previousNorm = Norm.of(theta).getReal();
            searched.accept(step);
            descent.step();
        }
        return new EdgeSearch.Outcome.NotReached<>(
                new RunEnd.EdgeNeverReached(
                        problem.run().maxSteps(),
                        largest,
                        largestAt,
                        model.edge().getReal()),
                Optional.empty());
    }

    /** Rounding of a largest eigenvalue. */
    private static final double AT_EDGE = 1e-12;

    /**
     * The iterate that is t = 0.
     *
     * @param state its parameters and second moments, and with momentum the average of gradients if it was found on the way
     */
    private EdgeSearch.Outcome<T> reached(int step, List<FieldVector<T>> state, AdaptiveGeometry<T> here) {
        FieldVector<T> theta = state.get(0);
        FieldVector<T> nu = state.get(1);
        AdaptiveGeometry<T> atEdge = model.geometryAt(
                here.theta(), model.scaledToEdge(here.theta(), nu), SignConvention.along(here.weighted(here.u())));
        origin = Optional.of(atEdge);
        Optional<Expression> kick = problem.kick();
        if (kick.isEmpty()) {
            boolean isWhole = state.size() > 2 || !model.method().hasMomentum();
            return new EdgeSearch.Outcome.Reached<>(
                    step, theta, Optional.of(isWhole ? state : oscillating(theta, nu, atEdge)), Optional.empty());
        }
        LocalGeometry<T> inMetric = atEdge.inMetric(atEdge.variance());
        if (!inMetric.hasOscillation()) {
            return new EdgeSearch.Outcome.NotReached<>(
                    new RunEnd.NotKicked(step, inMetric.alpha().getReal(), inMetric.alphaRounding()), Optional.empty());
        }
        T variance = new AdaptiveTrajectory<>(model, atEdge).variance();
        T x = model.backend().valueOf(kick.get()).multiply(variance.sqrt());
        FieldVector<T> kicked = atEdge.theta().add(atEdge.u().mapMultiply(x));
        return new EdgeSearch.Outcome.Reached<>(
                step, kicked, Optional.of(oscillating(kicked, nu, atEdge)), Optional.empty());
    }

    /** The state that oscillates about the constrained run's first point, with that run's average. */
    private List<FieldVector<T>> oscillating(FieldVector<T> at, FieldVector<T> nu, AdaptiveGeometry<T> about) {
        if (!model.method().hasMomentum()) {
            return List.of(at, nu);
        }
        FieldVector<T> alternating = about.hessian(at.subtract(about.theta()))
                .mapMultiply(model.method().alternating());
        return List.of(at, nu, new AdaptiveTrajectory<>(model, about).average().add(alternating));
    }

    /**
     * A point moved along u onto {@code u . grad L = 0}.
     *
     * @param isFixed whether nu stays; else it is scaled to the edge at each point
     */
    private AdaptiveGeometry<T> onAxis(FieldVector<T> from, FieldVector<T> nu, boolean isFixed) {
        SignConvention<T> sign = SignConvention.largestComponentPositive();
        AdaptiveGeometry<T> here = model.geometryAt(from, nu, sign);
        double smallest = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            T along = here.u().dotProduct(here.gradient());
            double size = Math.abs(along.getReal());
            if (size == 0 || (size >= smallest && size <= rounding(here))) {
                return here;
            }
            smallest = Math.min(smallest, size);
            FieldVector<T> point = here.theta().subtract(here.u().mapMultiply(along.divide(here.lambda())));
            here = model.geometryAt(point, isFixed ? nu : model.scaledToEdge(point, nu), sign);
        }
        throw new ProjectionException("no point along u has u . grad L = 0 near by");
    }

    /** Of the gradient along u: of the products of the Hessian with the point. */
    private double rounding(AdaptiveGeometry<T> here) {
        double ulp = model.edge().getField().getOne().ulp().getReal();
        double size = Norm.of(here.theta().ebeMultiply(here.root())).getReal();
        return 1e4 * ulp * model.edge().getReal() * (1 + size);
    }

    @Override
    public Start<T> startAt(EdgeSearch.Outcome.Reached<T> reached) {
        AdaptiveGeometry<T> first = origin.orElseThrow();
        AdaptiveTrajectory<T> trajectory = new AdaptiveTrajectory<>(model, first);
        return new Start<>(
                projection(first, trajectory.variance()),
                reached.iterate().subtract(first.theta()).ebeMultiply(first.root()),
                first.theta());
    }

    @Override
    public List<FieldVector<T>> stateAt(EdgeSearch.Outcome.Reached<T> reached) {
        return reached.state().orElseThrow();
    }

    private Projection<T> projection(AdaptiveGeometry<T> here, T variance) {
        LocalGeometry<T> inMetric = here.inMetric(variance);
        return new Projection<>(
                inMetric,
                true,
                inMetric.gradientAlongU().abs(),
                inMetric.sharpness().subtract(model.edge()).abs());
    }

    @Override
    public RunEnd run(EdgeSearch.Outcome.Reached<T> reached, Horizon horizon, StepObserver<T> observer) {
        AdaptiveGeometry<T> first = origin.orElseThrow();
        AdaptiveTrajectory<T> trajectory;
        try {
            trajectory = new AdaptiveTrajectory<>(model, first);
        } catch (ProjectionException failure) {
            return endBy(failure, 0, origin);
        } catch (UndefinedGeometryException undefined) {
            return endBy(undefined, 0, origin);
        }
        LocalGeometry<T> inMetric = first.inMetric(trajectory.variance());
        if (!horizon.isDefinedAt(inMetric)) {
            return horizon.undefinedAt(inMetric);
        }
        FieldVector<T> displacement = reached.iterate().subtract(first.theta());
        Stepper stepper = new Stepper(reached.state().orElseThrow(), trajectory, displacement, observer);
        return stepper.runTo(horizon.end(inMetric, displacement.ebeMultiply(first.root()), model.rates()));
    }

    /** The iterates, the constrained run and the prediction on their way. */
    private final class Stepper {

        private final Descent<T> descent;
        private final AdaptiveTrajectory<T> constrained;
        private final AdaptivePrediction<T> prediction;
        private final StepObserver<T> observer;
        private double previousNorm = Double.NaN;

        Stepper(
                List<FieldVector<T>> state,
                AdaptiveTrajectory<T> constrained,
                FieldVector<T> displacement,
                StepObserver<T> observer) {
            this.descent = model.descent(state);
            this.constrained = constrained;
            this.prediction = new AdaptivePrediction<>(
                    model.method(),
                    displacement,
                    state.get(1).subtract(constrained.present().nu()),
                    model.method().hasMomentum()
                            ? state.get(2).subtract(constrained.average())
                            : displacement.mapMultiply(model.method().momentum()));
            this.observer = observer;
        }

        RunEnd runTo(RunEnd.ReachedHorizon horizon) {
            int lastStep = horizon.steps();
            for (int t = 0; t <= lastStep; t++) {
                Interruption.check();
                List<FieldVector<T>> state = descent.state();
                FieldVector<T> theta = state.get(0);
                double norm = Norm.of(theta).getReal();
                if (!Double.isFinite(norm)) {
                    return new RunEnd.Diverged(t, previousNorm);
                }
                try {
                    observer.observe(step(t, theta, state.get(1)));
                } catch (UndefinedGeometryException notFinite) {
                    return NotFinite.at(t, theta, previousNorm, notFinite);
                }
                previousNorm = norm;
                if (t < lastStep) {
                    AdaptiveGeometry<T> here = constrained.present();
                    try {
                        advance();
                    } catch (ProjectionException failure) {
                        return endBy(failure, t + 1, Optional.of(here));
                    } catch (UndefinedGeometryException undefined) {
                        return endBy(undefined, t + 1, Optional.of(here));
                    }
                    if (constrained.present().turnsFrom(here)) {
                        return edgesMeet(t + 1, constrained.present().secondEigenvalue());
                    }
                }
            }
            return horizon;
        }

        private CoupledStep<T> step(int t, FieldVector<T> theta, FieldVector<T> nu) {
            AdaptiveGeometry<T> here = constrained.present();
            AdaptiveModel.Watched<T> iterate = model.watch(theta, nu);
            return new CoupledStep<>(
                    t,
                    theta.ebeMultiply(here.root()),
                    descent::state,
                    iterate.loss(),
                    iterate.lambda(),
                    projection(here, constrained.variance()),
                    Optional.empty(),
                    prediction.displacement().ebeMultiply(here.root()),
                    Optional.of(new CoupledStep.Moments<>(
                            here.root(),
                            nu,
                            here.nu(),
                            prediction.moments(),
                            shift(here, nu.subtract(here.nu())),
                            shift(here, prediction.moments()),
                            here.gradient().dotProduct(prediction.offU(here)))));
        }

        /** What a change of the second moments adds to lambda. */
        private T shift(AdaptiveGeometry<T> here, FieldVector<T> change) {
            return here.loweredBy(change).multiply(model.edge()).multiply(-0.5);
        }

        private void advance() {
            AdaptiveGeometry<T> here = constrained.present();
            T variance = constrained.variance();
            descent.step();
            constrained.step();
            prediction.step(here, variance, constrained.average(), constrained.present());
        }
    }
}
