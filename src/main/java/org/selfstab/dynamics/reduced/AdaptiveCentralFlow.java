package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.dynamics.AdaptiveMethod;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.numeric.Norm;
import org.selfstab.numeric.SemidefiniteComplementarity;
import org.selfstab.run.CentralFlowEnd;

/**
 * The central flow of an adaptive optimizer, theory.md (52) to (54): of the parameters and, by their logarithms, of the second moments, t in steps. With momentum it is the same flow held at
 * that edge: the average of the gradients follows their mean, and alternates with the oscillation.
 *
 * <p>Below the edge {@code sigma^2 = 0}; at the edge it is what keeps the largest eigenvalue of {@code P^{-1} H} there, or several, each of which may come to the edge and go from it. As that is kept
 * up to the integrator's error only, the second moments are scaled back to the edge after every step, and with several eigenvalues the parameters moved; how far it had gone is reported.
 */
public final class AdaptiveCentralFlow {

    /** Relative; as of the central flow of linear optimizers. */
    private static final double START_TOLERANCE = 1e-9;

    private static final double ENTRY_EXCESS = 1e-12;

    /** Relative; as of the central flow of several eigenvalues. */
    private static final double LEFT = 1e-7;

    private static final int CORRECTIONS = 3;

    /** The most eigenvalues that are held at the edge. */
    private static final int MOST_HELD = SemidefiniteComplementarity.MOST;

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
     * @param space point, second moments, loss, largest eigenvalues
     * @param held how many of these are at the edge
     * @param sigmaSquared the variance of the oscillation, in the metric of P: of several directions the sum
     */
    public record Sample(AdaptiveSpace space, int held, double sigmaSquared) {}

    /**
     * An eigenvalue comes to the edge, or goes from it.
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

        private int atEdge;
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
            AdaptiveSpace start = at(state);
            if (start.eigenvalue(0) > edge * (1 + START_TOLERANCE)) {
                return Optional.of(new CentralFlowEnd.StartsAboveEdge(start.eigenvalue(0), edge));
            }
            while (atEdge < MOST_HELD && start.eigenvalue(atEdge) >= edge * (1 - START_TOLERANCE)) {
                atEdge++;
            }
            if (atEdge == 1 && !(start.held(1).trace() > 0)) {
                atEdge = 0;
            }
            return Optional.empty();
        }

        @Override
        Optional<CentralFlowEnd> advanceTo(int until) {
            for (int pieces = 0; time < until; pieces++) {
                if (pieces == MOST_PIECES) {
                    return Optional.of(new CentralFlowEnd.IntegratorStalled(
                            time, "it meets and leaves the edge more than " + MOST_PIECES + " times in one step"));
                }
                AdaptiveSpace here = at(state);
                if (!here.held(atEdge).isSolved()) {
                    return Optional.of(new CentralFlowEnd.NoSelfStabilization(time));
                }
                if (atEdge == MOST_HELD && here.eigenvalue(MOST_HELD) >= edge) {
                    return Optional.of(new CentralFlowEnd.TopEigenvalueNotSimple(
                            time, here.eigenvalue(0), here.eigenvalue(MOST_HELD)));
                }
                advance(until);
            }
            return Optional.empty();
        }

        private void advance(double until) {
            int m = atEdge;
            ToDoubleFunction<FieldVector<Binary64>> entry =
                    point -> edge * (1 + ENTRY_EXCESS) - at(point).eigenvalue(m);
            List<ToDoubleFunction<FieldVector<Binary64>>> stops = new ArrayList<>();
            if (m < n) {
                stops.add(entry);
            }
            if (m == 1) {
                stops.add(point -> at(point).held(1).rise());
            } else if (m > 1) {
                stops.add(point -> at(point).eigenvalue(m - 1) - edge * (1 - LEFT));
            }
            FlowIntegrator.Piece piece =
                    integrator.integrate(point -> velocity(at(point).held(m)), stops, time, state, until);
            time = piece.time();
            state = piece.theta();
            if (m > 0 || piece.stop().isPresent()) {
                bringToEdge(Math.max(m, 1), m > 0);
            }
            piece.stop().ifPresent(stop -> {
                boolean isEntered = stop == entry;
                atEdge = isEntered ? m + 1 : m - 1;
                double trace = at(state).held(atEdge).trace();
                if (atEdge == 1 && isEntered && !(trace > 0)) {
                    atEdge = 0;
                }
                events.add(new Event(isEntered, time, trace));
            });
        }

        /** Scales the second moments, of whose square root the eigenvalue is the inverse; of several eigenvalues those that the variance holds are moved together. */
        private void bringToEdge(int m, boolean isHeld) {
            AdaptiveSpace here = at(state);
            if (isHeld) {
                largestDrift = Math.max(largestDrift, Math.abs(here.eigenvalue(0) - edge));
            }
            if (m == 1) {
                double shift = 2 * Math.log(here.eigenvalue(0) / edge);
                for (int g = 0; g < method.count(); g++) {
                    state.setEntry(n + g, state.getEntry(n + g).add(shift));
                }
                return;
            }
            for (int i = 0; i < CORRECTIONS; i++) {
                AdaptiveSpace.Held held = at(state).held(m);
                if (held.isSolved()) {
                    state = state.add(held.correction().append(Binary64.ZERO));
                }
            }
        }

        @Override
        void sample(int t) {
            AdaptiveSpace here = at(state);
            samples.add(new Sample(here, atEdge, here.held(atEdge).trace()));
        }

        private AdaptiveSpace at(FieldVector<Binary64> point) {
            FieldVector<Binary64> nu = new ArrayFieldVector<>(Binary64Field.getInstance(), method.count());
            for (int g = 0; g < method.count(); g++) {
                nu.setEntry(g, point.getEntry(n + g).exp());
            }
            return new AdaptiveSpace(model, point.getSubVector(0, n), nu);
        }

        private FieldVector<Binary64> velocity(AdaptiveSpace.Held held) {
            return held.ofTheta().append(held.ofMoments()).append(new Binary64(held.trace()));
        }
    }
}
