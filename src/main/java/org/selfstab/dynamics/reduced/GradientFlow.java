package org.selfstab.dynamics.reduced;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.geometry.GeometryEvaluator;
import org.selfstab.geometry.GradientCancellation;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.EvenSample;
import org.selfstab.numeric.Norm;
import org.selfstab.run.GradientFlowPath;
import org.selfstab.vocabulary.Interruption;

/**
 * Follows gradient flow {@code d theta/dt = -grad L} and the sharpness along it, in double precision: what gradient descent does with a small step
 * size, and nearly what it does with any below the edge. Maxima of the sharpness, and where it reaches a level, are roots that the integrator
 * finds. Nothing depends on the units of loss and parameters.
 *
 * <p>The flow is cut into pieces of at most {@code 2/|H|}, the largest stable step of gradient descent there, shorter where the sharpness changes
 * fast. An explicit method is enough, since a piece is never longer than the fastest time scale.
 */
public final class GradientFlow {

    /** Pieces are made longer up to this many units of {@code 1/|H|}, and shorter down to the least. */
    private static final double LONGEST = 2.0;

    private static final double SHORTEST = 1.0 / 64;
    /** The change of the sharpness, relatively, above which pieces become shorter, and below which longer. */
    private static final double FAST = 0.02;

    private static final double SLOW = 0.005;
    /** A flow that moves by less than this, relatively to its size, while its time grows by a quarter, has settled. */
    private static final double SETTLED = 2.5e-11;
    /** No flow has settled sooner, in pieces: it may begin near a saddle. */
    private static final long LEAST_PIECES = 100;
    /** How often a piece that cannot be done is halved: its end is then known to 1e-12 of the piece. */
    private static final int HALVINGS = 40;
    /** A flow of this size, relatively to its start, has diverged. */
    private static final double FAR = 1e12;

    private static final int MOST_SAMPLES = 2048;
    private static final int MOST_MEETINGS = 16;
    /** The work that is done, in multiplications of eigenvalue problems: a minute or so. */
    private static final double MOST_WORK = 1e10;

    /** How many gradients are evaluated for one piece on average: a flow that chatters about a kink takes hundreds. */
    private static final long GRADIENTS_A_PIECE = 40;

    private static final double ROUNDING = 16.0 * Math.ulp(1.0);

    private final GeometryEvaluator<Binary64> evaluator;
    private final long mostPieces;
    private final int maxSteps;
    private final IntConsumer progress;

    /**
     * A flow of a loss.
     *
     * @param evaluator the loss and its geometry
     * @param maxSteps how far it is followed, in steps of gradient descent with {@code eta = 2/|H|}, positive
     * @param progress is told how many such steps are done
     */
    public GradientFlow(GeometryEvaluator<Binary64> evaluator, int maxSteps, IntConsumer progress) {
        this.evaluator = evaluator;
        this.maxSteps = maxSteps;
        this.progress = progress;
        double n = evaluator.loss().dimension();
        this.mostPieces = (long) Math.max(1000.0, Math.min(4.0 * maxSteps, MOST_WORK / (20.0 * n * n * n + 2e4)));
    }

    /**
     * Follows the flow from a point until it settles, ends or has gone far enough.
     *
     * @param start of dimension n
     * @throws UndefinedGeometryException if the loss or a derivative is not finite there
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public GradientFlowPath from(FieldVector<Binary64> start) {
        return new Walk(start).toTheEnd();
    }

    /**
     * The first point of a flow at which the sharpness has risen to a level; empty if it never does.
     *
     * @param path the flow
     */
    public Optional<GradientFlowPath.Sample> firstAt(GradientFlowPath path, double level) {
        List<GradientFlowPath.Sample> samples = path.samples();
        for (int k = 1; k < samples.size(); k++) {
            if (samples.get(k - 1).sharpness() < level && samples.get(k).sharpness() >= level) {
                return Optional.of(new Walk(samples.get(k - 1).theta()).to(level, samples.get(k - 1), samples.get(k)));
            }
        }
        return Optional.empty();
    }

    /** {@code dS/dt} along the flow. */
    private double rise(FieldVector<Binary64> theta) {
        return rise(EdgeBranch.top(evaluator, theta));
    }

    private static double rise(EdgeBranch branch) {
        return -branch.gradient().dotProduct(branch.local().gradient()).getReal();
    }

    private GradientFlowPath.Sample sample(double time, EdgeBranch at) {
        return new GradientFlowPath.Sample(
                time,
                at.local().point().copy(),
                at.local().value().getReal(),
                Norm.of(at.local().gradient()).getReal(),
                at.value());
    }

    /** The flow on its way. */
    private final class Walk {

        private final FlowIntegrator integrator;
        private final Samples kept = new Samples();
        private final List<GradientFlowPath.Meeting> meetings = new ArrayList<>();
        private final double size;
        private EdgeBranch here;
        private double time;
        private double fraction = SHORTEST;
        private double stepsDone;
        private long gradients;

        Walk(FieldVector<Binary64> start) {
            this.here = EdgeBranch.top(evaluator, start);
            double norm = Norm.of(start).getReal();
            this.size = norm > 0 ? norm : moved(1.0 / rate());
            this.integrator = new FlowIntegrator(size);
        }

        private double moved(double length) {
            double distance = Norm.of(here.local().gradient()).getReal() * length;
            return distance > 0 && distance < Double.POSITIVE_INFINITY ? distance : 1.0;
        }

        /** The inverse of the fastest time scale: of the Hessian, or, where there is none, of the way to twice the size. */
        private double rate() {
            double norm = here.eigensystem().spectralNorm().getReal();
            double slope = Norm.of(here.local().gradient()).getReal();
            double scale = Norm.of(here.local().point()).getReal();
            double byGradient = slope / (scale > 0 ? 1024 * scale : 1024);
            return Math.max(norm, byGradient);
        }

        private GradientFlowPath toTheEnd() {
            kept.keep(sample(0, here));
            GradientFlowPath.End end = isStationary() ? settled(0) : walk();
            kept.keep(sample(time, here));
            return new GradientFlowPath(kept.inOrder(), meetings, end);
        }

        /** Whether each component of the gradient is rounding of what {@code H theta} is summed from. */
        private boolean isStationary() {
            double[] summed = GradientCancellation.at(here.local(), here.eigensystem());
            FieldVector<Binary64> gradient = here.local().gradient();
            for (int i = 0; i < summed.length; i++) {
                if (Math.abs(gradient.getEntry(i).getReal()) > ROUNDING * summed[i]) {
                    return false;
                }
            }
            return true;
        }

        private GradientFlowPath.End walk() {
            double checkedAt = 0;
            FieldVector<Binary64> checked = here.local().point();
            double largest = size;
            for (long pieces = 1; pieces <= mostPieces && stepsDone < maxSteps; pieces++) {
                Interruption.check();
                Optional<GradientFlowPath.End> end = advance();
                if (end.isPresent()) {
                    return end.get();
                }
                if (gradients > GRADIENTS_A_PIECE * Math.max(pieces, LEAST_PIECES * LEAST_PIECES)) {
                    return new GradientFlowPath.Stalled(time);
                }
                FieldVector<Binary64> theta = here.local().point();
                double norm = Norm.of(theta).getReal();
                largest = Math.max(largest, norm);
                if (norm > FAR * size) {
                    return new GradientFlowPath.Diverged(time, norm);
                }
                if (time >= 1.25 * checkedAt) {
                    boolean still = Norm.of(theta.subtract(checked)).getReal() <= SETTLED * largest;
                    if (pieces > LEAST_PIECES && ((still && !isUnstable()) || isStationary())) {
                        return settled(time);
                    }
                    checkedAt = time;
                    checked = theta;
                }
                progress.accept((int) stepsDone);
            }
            return new GradientFlowPath.StillMoving(
                    time,
                    Math.round(stepsDone),
                    Norm.of(here.local().gradient()).getReal());
        }

        /** Whether it is near a saddle, from which it will move away. */
        private boolean isUnstable() {
            return here.eigensystem().lowest().getReal()
                    < -1e-6 * here.eigensystem().spectralNorm().getReal();
        }

        private GradientFlowPath.End settled(double when) {
            return new GradientFlowPath.Settled(
                    when, here.eigensystem().lowest().getReal(), here.value());
        }

        /** Does a piece, a shorter one where a derivative is not finite on the way. */
        private Optional<GradientFlowPath.End> advance() {
            double length = fraction / rate();
            String reason = "";
            for (int i = 0; i <= HALVINGS && time + length > time; i++) {
                try {
                    piece(length);
                    return Optional.empty();
                } catch (UndefinedGeometryException notFinite) {
                    reason = notFinite.getMessage();
                } catch (MathRuntimeException stalled) {
                    reason = stalled.getMessage();
                }
                length *= 0.5;
            }
            double norm = Norm.of(here.local().point()).getReal();
            return Optional.of(
                    reason.isEmpty()
                            ? new GradientFlowPath.LeftDomain(
                                    time, "the Hessian grows beyond all bounds, |H| = " + rate())
                            : isBlowUp(norm)
                                    ? new GradientFlowPath.Diverged(time, norm)
                                    : new GradientFlowPath.LeftDomain(time, reason));
        }

        /** Whether the loss has left what doubles hold, by size and not by a singularity of its own. */
        private boolean isBlowUp(double norm) {
            return norm > 1e3 * size && Math.abs(here.local().value().getReal()) > 1e100;
        }

        private void piece(double length) {
            EdgeBranch before = here;
            double began = time;
            FlowIntegrator.Piece whole = integrate(before.local().point(), length, List.of());
            EdgeBranch after = EdgeBranch.top(evaluator, whole.theta());
            double riseBefore = rise(before);
            double riseAfter = rise(after);
            if (riseBefore > 0 && riseAfter < 0) {
                keepExtreme(before, began, length, GradientFlow.this::rise);
            } else if (riseBefore < 0 && riseAfter > 0) {
                keepExtreme(before, began, length, theta -> -rise(theta));
            }
            here = after;
            time = began + length;
            stepsDone += length * rate() / LONGEST;
            kept.offer(sample(time, here));
            noteMeeting(before, after);
            adapt(before.value(), after.value());
        }

        /** Keeps where the sharpness stops to rise, or, by the other sign, to fall: also at a kink, where another eigenvalue takes the lead. */
        private void keepExtreme(
                EdgeBranch before, double began, double length, ToDoubleFunction<FieldVector<Binary64>> slope) {
            FlowIntegrator.Piece top = integrate(before.local().point(), length, List.of(slope));
            if (top.stop().isPresent()) {
                kept.keep(sample(began + top.time() * length, EdgeBranch.top(evaluator, top.theta())));
            }
        }

        /** In units of the piece, so that the integrator's own times are those of steps. */
        private FlowIntegrator.Piece integrate(
                FieldVector<Binary64> from, double length, List<ToDoubleFunction<FieldVector<Binary64>>> stops) {
            Binary64 speed = new Binary64(-length);
            return integrator.integrate(theta -> velocity(theta, speed), stops, 0, from, 1);
        }

        private FieldVector<Binary64> velocity(FieldVector<Binary64> theta, Binary64 speed) {
            gradients++;
            return evaluator.loss().at(theta).gradient().mapMultiply(speed);
        }

        private void noteMeeting(EdgeBranch before, EdgeBranch after) {
            if (meetings.size() < MOST_MEETINGS
                    && before.eigensystem().isTopSimple()
                    && after.eigensystem().isTopSimple()
                    && Math.abs(before.vector().dotProduct(after.vector()).getReal()) < Math.sqrt(0.5)) {
                meetings.add(new GradientFlowPath.Meeting(time, after.value()));
            }
        }

        private void adapt(double before, double after) {
            double change = Math.abs(after - before);
            double unit = Math.max(Math.abs(before), Math.abs(after));
            if (change > FAST * unit) {
                fraction = Math.max(SHORTEST, fraction / 2);
            } else if (change < SLOW * unit || unit == 0) {
                fraction = Math.min(LONGEST, fraction * 2);
            }
        }

        /** To where the sharpness first is a level between two samples, the first of which is where this walk begins. */
        private GradientFlowPath.Sample to(double level, GradientFlowPath.Sample from, GradientFlowPath.Sample until) {
            time = from.time();
            fraction = LONGEST / 4;
            try {
                while (time < until.time()) {
                    Interruption.check();
                    double length = Math.min(fraction / rate(), until.time() - time);
                    FlowIntegrator.Piece piece = integrate(
                            here.local().point(),
                            length,
                            List.of(theta ->
                                    level - EdgeBranch.top(evaluator, theta).value()));
                    here = EdgeBranch.top(evaluator, piece.theta());
                    double later = time + (piece.stop().isPresent() ? piece.time() * length : length);
                    if (piece.stop().isPresent()) {
                        return sample(later, here);
                    }
                    if (later == time) {
                        break;
                    }
                    time = later;
                }
            } catch (UndefinedGeometryException | MathRuntimeException notSmooth) {
                // The samples are on both sides of a place that the integrator cannot cross with pieces of this length.
                return until;
            }
            return until;
        }
    }

    /** An even sample, and all extremes. */
    private static final class Samples {

        private final List<GradientFlowPath.Sample> always = new ArrayList<>();
        private final EvenSample<GradientFlowPath.Sample> even = new EvenSample<>(MOST_SAMPLES);
        private int seen;

        void keep(GradientFlowPath.Sample sample) {
            always.add(sample);
        }

        void offer(GradientFlowPath.Sample sample) {
            even.offer(seen++, sample);
        }

        List<GradientFlowPath.Sample> inOrder() {
            List<GradientFlowPath.Sample> all = new ArrayList<>(always);
            all.addAll(even.elements());
            all.sort(Comparator.comparingDouble(GradientFlowPath.Sample::time));
            List<GradientFlowPath.Sample> distinct = new ArrayList<>();
            for (GradientFlowPath.Sample sample : all) {
                if (distinct.isEmpty() || distinct.get(distinct.size() - 1).time() < sample.time()) {
                    distinct.add(sample);
                }
            }
            return distinct;
        }
    }
}
