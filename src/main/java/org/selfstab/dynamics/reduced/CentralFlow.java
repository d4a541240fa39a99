package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.dynamics.Rates;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.numeric.DoubleVector;
import org.selfstab.numeric.Norm;
import org.selfstab.run.CentralFlowEnd;
import org.selfstab.run.CentralFlowRun;

/**
 * The central flow {@code d theta/dt = -eta [grad L + (sigma^2/2) grad S]}, t in steps of the optimizer, theory.md (22), and with b for eta (36).
 *
 * <p>Below the edge {@code sigma^2 = 0} and this is gradient flow; at the edge {@code S = 2/eta} sigma^2 is what keeps S there.
 * Entering the edge and leaving it are events, located to 1e-12 steps. At the edge the flow is integrated with the eigenvalue held by
 * continuity; since (22) keeps S only up to the integrator's error, the point is brought back to {@code S = 2/eta} along grad S after
 * every step. That correction is not part of (22); its size is reported as the largest drift.
 *
 * <p>Double precision, errors of 1e-13 of the start's size a step; for pictures, 1e-8.
 *
 * <p>Source: Cohen, Damian, Talwalkar, Kolter, Lee, arXiv:2410.24206.
 */
public final class CentralFlow {

    /** A start is at the edge if its sharpness is 2/eta up to this, relatively: points of the stable set are known to rounding. */
    private static final double START_TOLERANCE = 1e-9;
    /**
     * The edge is entered where S exceeds 2/eta by this, relatively: far above the eigenvalue's rounding, which would otherwise be
     * taken for an entry just after leaving.
     */
    private static final double ENTRY_EXCESS = 1e-12;
    /** Newton steps to the edge; each squares a relative error of at most 1e-9. */
    private static final int CORRECTIONS = 3;
    /** The flow of a loss with room for doubles meets or leaves the edge a few times in a run. */
    private static final int MOST_PIECES = 100;

    private final GeometryEvaluator<Binary64> evaluator;
    private final Rates<Binary64> rates;
    private final double edge;
    private final boolean isFine;

    /**
     * The flow of a loss.
     *
     * @param evaluator the loss and its geometry
     * @param rates those of the optimizer
     */
    public CentralFlow(GeometryEvaluator<Binary64> evaluator, Rates<Binary64> rates) {
        this(evaluator, rates, true);
    }

    private CentralFlow(GeometryEvaluator<Binary64> evaluator, Rates<Binary64> rates, boolean isFine) {
        this.evaluator = evaluator;
        this.rates = rates;
        this.edge = rates.edge().getReal();
        this.isFine = isFine;
    }

    /** The flow of a loss as exactly as pictures show it. */
    public static CentralFlow forPictures(GeometryEvaluator<Binary64> evaluator, Rates<Binary64> rates) {
        return new CentralFlow(evaluator, rates, false);
    }

    /**
     * Integrates the flow.
     *
     * @param start the point at t = 0, of dimension n, with {@code S <= 2/eta}
     * @param steps how far, in steps of gradient descent, not negative
     */
    public CentralFlowRun run(FieldVector<Binary64> start, int steps) {
        return new Walk(start).to(steps);
    }

    /** The flow on its way. */
    private final class Walk extends FlowWalk {

        private final FlowIntegrator integrator;
        private final List<CentralFlowRun.CentralFlowSample> samples = new ArrayList<>();
        private final List<CentralFlowRun.CentralFlowEvent> events = new ArrayList<>();
        private FieldVector<Binary64> theta;
        private boolean atEdge;
        private final double negligibleExcess;
        /** The branch of the largest eigenvalue at the point that was asked for last, as the next question often does, and that point. */
        private EdgeBranch latest;

        private double[] latestPoint;
        private double largestDrift;

        Walk(FieldVector<Binary64> start) {
            double size = Norm.of(start).getReal();
            double scale = size > 0 ? size : 1.0;
            this.integrator = isFine ? new FlowIntegrator(scale) : FlowIntegrator.coarse(scale);
            // A coarse flow is brought back as near as starts are to be.
            this.negligibleExcess = isFine ? Math.ulp(edge) : START_TOLERANCE * edge;
            this.theta = start.copy();
        }

        CentralFlowRun to(int steps) {
            CentralFlowEnd end = walk(steps);
            return new CentralFlowRun(samples, events, largestDrift, end);
        }

        @Override
        Optional<CentralFlowEnd> begin() {
            double sharpness = top(theta).value();
            double excess = sharpness - edge;
            if (excess > START_TOLERANCE * edge) {
                return Optional.of(new CentralFlowEnd.StartsAboveEdge(sharpness, edge));
            }
            atEdge = excess >= -START_TOLERANCE * edge;
            return atEdge ? settle() : Optional.empty();
        }

        @Override
        Optional<CentralFlowEnd> advanceTo(int t) {
            Optional<CentralFlowEnd> end = Optional.empty();
            for (int pieces = 0; end.isEmpty() && time < t; pieces++) {
                if (pieces == MOST_PIECES) {
                    return Optional.of(new CentralFlowEnd.IntegratorStalled(
                            time, "it meets and leaves the edge more than " + MOST_PIECES + " times in one step"));
                }
                end = atEdge ? advanceAtEdge(t) : advanceBelow(t);
            }
            return end;
        }

        private Optional<CentralFlowEnd> advanceBelow(double until) {
            FlowIntegrator.Piece piece = integrator.integrate(
                    point -> velocity(top(point).local().gradient()),
                    List.of(point -> edge * (1.0 + ENTRY_EXCESS) - top(point).value()),
                    time,
                    theta,
                    until);
            moveTo(piece);
            if (piece.stop().isEmpty()) {
                return Optional.empty();
            }
            atEdge = true;
            bringToEdge();
            record(CentralFlowRun.CentralFlowEvent.Kind.ENTERED_EDGE);
            return settle();
        }

        private Optional<CentralFlowEnd> advanceAtEdge(double until) {
            EdgeBranch here = top(theta);
            ToDoubleFunction<FieldVector<Binary64>> variance =
                    point -> here.in(top(point)).sigmaSquared();
            ToDoubleFunction<FieldVector<Binary64>> lead =
                    point -> Math.min(edge, here.in(top(point)).lead());
            FlowIntegrator.Piece piece = integrator.integrate(
                    point -> velocity(here.in(top(point)).constrainedGradient()),
                    List.of(variance, lead),
                    time,
                    theta,
                    until);
            moveTo(piece);
            largestDrift = Math.max(largestDrift, Math.abs(here.in(top(theta)).value() - edge));
            if (piece.stop().filter(stop -> stop == variance).isPresent()) {
                bringToEdge();
                leave();
                return Optional.empty();
            }
            return settle();
        }

        private EdgeBranch top(FieldVector<Binary64> point) {
            double[] entries = DoubleVector.array(point);
            if (!Arrays.equals(entries, latestPoint)) {
                latest = EdgeBranch.top(evaluator, point);
                latestPoint = entries;
            }
            return latest;
        }

        private void moveTo(FlowIntegrator.Piece piece) {
            time = piece.time();
            theta = piece.theta();
        }

        /** Makes sure that the flow is defined at a point of the edge, and stays there only if sigma^2 is positive. */
        private Optional<CentralFlowEnd> settle() {
            EdgeBranch top = top(theta);
            if (!top.eigensystem().isTopSimple()) {
                return Optional.of(new CentralFlowEnd.TopEigenvalueNotSimple(time, top.value(), top.lead()));
            }
            if (Norm.of(top.gradient()).isZero()) {
                return Optional.of(new CentralFlowEnd.NoSelfStabilization(time));
            }
            bringToEdge();
            if (top(theta).sigmaSquared() <= 0) {
                leave();
            }
            return Optional.empty();
        }

        /** Newton's method for {@code S = 2/eta} along grad S. */
        private void bringToEdge() {
            for (int i = 0; i < CORRECTIONS; i++) {
                EdgeBranch top = top(theta);
                double excess = top.value() - edge;
                if (Math.abs(excess) <= negligibleExcess) {
                    return;
                }
                FieldVector<Binary64> gradS = top.gradient();
                theta = theta.subtract(gradS.mapMultiply(
                        new Binary64(excess / gradS.dotProduct(gradS).getReal())));
            }
        }

        private void leave() {
            atEdge = false;
            record(CentralFlowRun.CentralFlowEvent.Kind.LEFT_EDGE);
        }

        private void record(CentralFlowRun.CentralFlowEvent.Kind kind) {
            double sharpness = top(theta).value();
            events.add(new CentralFlowRun.CentralFlowEvent(kind, time, theta.copy(), sharpness));
        }

        @Override
        void sample(int t) {
            EdgeBranch top = top(theta);
            double loss = top.local().value().getReal();
            double sigmaSquared = atEdge ? Math.max(0.0, top.sigmaSquared()) : 0.0;
            samples.add(new CentralFlowRun.CentralFlowSample(
                    t,
                    theta.copy(),
                    loss,
                    top.value(),
                    sigmaSquared,
                    loss + sigmaSquared / rates.step().getReal()));
        }

        private FieldVector<Binary64> velocity(FieldVector<Binary64> gradient) {
            return gradient.mapMultiply(rates.drift().negate());
        }
    }
}
