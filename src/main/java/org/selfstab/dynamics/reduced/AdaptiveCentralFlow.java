package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.dynamics.AdaptiveGeometry;
import org.selfstab.dynamics.AdaptiveMethod;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.geometry.SignConvention;
import org.selfstab.numeric.Norm;

/**
 * The central flow of an adaptive optimizer, theory.md (52), (53): of the parameters and, by their logarithms, of the second moments, t in steps. With momentum it is the same flow held at
 * that edge: the average of the gradients follows their mean, and alternates with the oscillation.
 *
 * <p>Below the edge {@code sigma^2 = 0}; at the edge it is what keeps the largest eigenvalue of {@code P^{-1} H} there. As that is kept up to the integrator's error only, the second
 * moments are scaled back to the edge after every step; how far it had gone is reported.
 */
public final class AdaptiveCentralFlow {

    /** Relative; as of the central flow of linear optimizers. */
    private static final double START_TOLERANCE = 1e-9;

    private static final double ENTRY_EXCESS = 1e-12;

    /** Of a step of the optimizer one may meet and leave the edge a few times. */
    private static final int MOST_PIECES = 100;

    /** Errors are held to so much of the start's size, for parameters that are small beside the others. */
    private static final double RESOLUTION = 1e-3;

    private final AdaptiveModel<Binary64> model;
    private final AdaptiveMethod<Binary64> method;
    private final double edge;
    private final int n;

    public AdaptiveCentralFlow(AdaptiveModel<Binary64> model) {
        this.model = model;
        this.method = model.method();
        this.edge = method.edge().getReal();
        this.n = model.loss().dimension();
    }

    /**
     * The flow at a step.
     *
     * @param geometry point, second moments, loss, largest eigenvalue
     * @param sigmaSquared the variance of the oscillation, in the metric of P
     */
    public record Sample(AdaptiveGeometry<Binary64> geometry, double sigmaSquared) {}

    /**
     * The flow comes to the edge, or goes from it.
     *
     * @param isEntered which of the two
     * @param time in steps
     * @param sigmaSquared then
     */
    public record Event(boolean isEntered, double time, double sigmaSquared) {}

    /**
     * What one integration gave.
     *
     * @param samples at t = 0, 1, ..., as far as it came
     * @param events in order
     * @param integral of sigma^2 over time
     * @param largestDrift of the eigenvalue from the edge within one step
     */
    public record Run(
            List<Sample> samples, List<Event> events, double integral, double largestDrift, CentralFlowEnd end) {

        public Run {
            samples = List.copyOf(samples);
            events = List.copyOf(events);
        }
    }

    /** Integrates the flow over some steps. */
    public Run run(FieldVector<Binary64> theta, FieldVector<Binary64> nu, int steps) {
        return new Walk(theta, nu).to(steps);
    }

    /** The flow on its way. */
    private final class Walk extends FlowWalk {

        private final FlowIntegrator integrator;
        private final List<Sample> samples = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        /** Parameters, logarithms of the second moments, and the integral of sigma^2. */
        private FieldVector<Binary64> state;

        private FieldVector<Binary64> direction;
        private boolean atEdge;
        private double largestDrift;

        Walk(FieldVector<Binary64> theta, FieldVector<Binary64> nu) {
            double size = Norm.of(theta).getReal();
            this.integrator = new FlowIntegrator(RESOLUTION * (size > 0 ? size : 1.0));
            this.state = new ArrayFieldVector<>(Binary64Field.getInstance(), n + method.count() + 1);
            for (int i = 0; i < n; i++) {
                state.setEntry(i, theta.getEntry(i));
            }
            for (int g = 0; g < method.count(); g++) {
                state.setEntry(n + g, nu.getEntry(g).log());
            }
        }

        Run to(int steps) {
            CentralFlowEnd end = walk(steps);
            return new Run(samples, events, state.getEntry(n + method.count()).getReal(), largestDrift, end);
        }

        @Override
        Optional<CentralFlowEnd> begin() {
            AdaptiveGeometry<Binary64> start = at(state);
            double lambda = start.lambda().getReal();
            if (lambda > edge * (1 + START_TOLERANCE)) {
                return Optional.of(new CentralFlowEnd.StartsAboveEdge(lambda, edge));
            }
            atEdge = lambda >= edge * (1 - START_TOLERANCE) && start.variance().getReal() > 0;
            return Optional.empty();
        }

        @Override
        Optional<CentralFlowEnd> advanceTo(int until) {
            for (int pieces = 0; time < until; pieces++) {
                if (pieces == MOST_PIECES) {
                    return Optional.of(new CentralFlowEnd.IntegratorStalled(
                            time, "it meets and leaves the edge more than " + MOST_PIECES + " times in one step"));
                }
                advance(until);
            }
            return Optional.empty();
        }

        private void advance(double until) {
            boolean isHeld = atEdge;
            FlowIntegrator.Piece piece = integrator.integrate(
                    point -> velocity(at(point), isHeld),
                    List.of(
                            isHeld
                                    ? point -> at(point).variance().getReal()
                                    : point -> edge * (1 + ENTRY_EXCESS)
                                            - at(point).lambda().getReal()),
                    time,
                    state,
                    until);
            time = piece.time();
            state = piece.theta();
            if (isHeld || piece.stop().isPresent()) {
                bringToEdge(isHeld);
            }
            if (piece.stop().isPresent()) {
                AdaptiveGeometry<Binary64> here = at(state);
                atEdge = !isHeld && here.variance().getReal() > 0;
                events.add(new Event(!isHeld, time, atEdge ? here.variance().getReal() : 0));
            }
        }

        /** Scales the second moments, of whose square root the eigenvalue is the inverse. */
        private void bringToEdge(boolean isHeld) {
            double lambda = at(state).lambda().getReal();
            if (isHeld) {
                largestDrift = Math.max(largestDrift, Math.abs(lambda - edge));
            }
            double shift = 2 * Math.log(lambda / edge);
            for (int g = 0; g < method.count(); g++) {
                state.setEntry(n + g, state.getEntry(n + g).add(shift));
            }
        }

        @Override
        void sample(int t) {
            AdaptiveGeometry<Binary64> here = at(state);
            direction = here.weighted(here.u());
            samples.add(new Sample(here, atEdge ? Math.max(0, here.variance().getReal()) : 0));
        }

        private AdaptiveGeometry<Binary64> at(FieldVector<Binary64> point) {
            FieldVector<Binary64> nu = new ArrayFieldVector<>(Binary64Field.getInstance(), method.count());
            for (int g = 0; g < method.count(); g++) {
                nu.setEntry(g, point.getEntry(n + g).exp());
            }
            SignConvention<Binary64> sign =
                    direction == null ? SignConvention.largestComponentPositive() : SignConvention.along(direction);
            return model.geometryAt(point.getSubVector(0, n), nu, sign);
        }

        private FieldVector<Binary64> velocity(AdaptiveGeometry<Binary64> here, boolean isHeld) {
            Binary64 variance = isHeld ? here.variance() : Binary64.ZERO;
            FieldVector<Binary64> pull = here.gradient().add(here.gradS().mapMultiply(variance.multiply(0.5)));
            FieldVector<Binary64> ofTheta = here.preconditioned(pull).mapMultiply(new Binary64(-1));
            FieldVector<Binary64> ofMoments = here.gradientSquares()
                    .add(here.curvatureSquares().mapMultiply(variance))
                    .ebeDivide(here.nu())
                    .mapSubtract(Binary64.ONE)
                    .mapMultiply(method.rho());
            return ofTheta.append(ofMoments).append(variance);
        }
    }
}
