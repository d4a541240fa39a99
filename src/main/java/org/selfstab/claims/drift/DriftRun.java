package org.selfstab.claims.drift;

import static org.selfstab.claims.drift.DriftComparison.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.BalancedOscillation;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftRates;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.ObservedPeriod;
import org.selfstab.claims.SlowMember;
import org.selfstab.claims.SmallOscillations;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Coupling;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Descent;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Horizon;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.Rates;
import org.selfstab.dynamics.SlowLaw;
import org.selfstab.dynamics.SlowPoint;
import org.selfstab.dynamics.SlowTrajectory;
import org.selfstab.expression.Expression;
import org.selfstab.geometry.FloorGeometry;
import org.selfstab.geometry.LinearAlgebra;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.EvenSample;
import org.selfstab.numeric.Norm;
import org.selfstab.optimizer.TransferFunction;
import org.selfstab.problem.Problem;
import org.selfstab.run.FloorDirections;
import org.selfstab.run.FloorDirections.Direction;
import org.selfstab.run.FloorDirections.Kind;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.DriftVerdict;
import org.selfstab.vocabulary.Interruption;
import org.selfstab.vocabulary.SelfstabException;

/** Follows the slow drift of a problem's oscillation beside the exact iterates, theory.md section 18. Used once. */
public final class DriftRun {

    /** In tau, from one look at the iterates to the next: some hundred looks a period. */
    private static final double LOOK = 0.03;
    /** By what factor iterates that have settled are looked at less often. */
    private static final int REST = 32;

    private static final int MOST_PERIODS = 20_000;
    private static final int MOST_STATES = 20_000;
    /** For how many steps the central flow is compared with the constrained trajectory. */
    private static final int COMPARED = 500;
    /** Beside the reduced equations. */
    private static final int MOST_COMPARED = 10_000_000;
    /** Of {@code 1/eps^2} steps: the trajectory's points beside the equations, so close that interpolation is not seen in their phase. */
    private static final double FINE = 0.002;
    /** Gamma_0 of gradient descent, (D6). */
    private static final double OF_GRADIENT_DESCENT = 2;

    private final Problem problem;
    private final DriftOptions options;
    private final Verifier<Binary64> verifier;
    private final Model<Binary64> model;
    private final Rates<Binary64> rates;
    private final double optimizerDrift;
    private final SlowLaw law;
    private final EvenSample<ObservedPeriod> periods = new EvenSample<>(MOST_PERIODS);
    private final EvenSample<DriftResult.State> spiral = new EvenSample<>(MOST_STATES);
    private final List<DriftRates> course = new ArrayList<>();
    private int steps;

    /** A run. */
    public DriftRun(Problem problem, DriftOptions options) {
        if (problem.variables().size() > LinearAlgebra.MOST_DENSE) {
            throw new SelfstabException(
                    "drift takes all eigenvectors of the Hessian, and the problem has "
                            + problem.variables().size() + " variables",
                    "take a problem of at most " + LinearAlgebra.MOST_DENSE);
        }
        CompiledBackend backend = new CompiledBackend();
        this.problem = problem;
        this.options = options;
        this.verifier = new Verifier<>(problem, DerivedLoss.of(problem), backend, RunOptions.defaults());
        this.model = verifier.model();
        this.rates = model.rates();
        this.law = SlowLaw.of(model, options.limits());
        this.optimizerDrift = problem.adaptive().isPresent()
                ? OF_GRADIENT_DESCENT
                : backend.valueOf(transfer().energyDrift()).getReal();
    }

    private Curvatures curvatures() {
        return Curvatures.of(transfer(), model.backend());
    }

    private TransferFunction transfer() {
        return TransferFunction.of(
                problem.requireLinear("drift").with(problem.parameters().values()));
    }

    /** {@code Q''(-1)} and {@code Q''(1)} of the optimizer. */
    record Curvatures(double atMinusOne, double atOne) {

        private static Curvatures of(TransferFunction transfer, Backend<Binary64> backend) {
            return new Curvatures(
                    backend.valueOf(transfer.inverseCurvature(Expression.constant(-1)))
                            .getReal(),
                    backend.valueOf(transfer.inverseCurvature(Expression.ONE)).getReal());
        }
    }

    /**
     * Runs beside the reduced equations of first and of second order, for {@code 1/eps^2} steps or as many as are stated.
     *
     * @param progress is told how many steps are done
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    SlowMember besideEquations(IntConsumer progress) {
        return new Begun().besideEquations(progress);
    }

    /** What ends a run, or keeps it from beginning. */
    private record Verdict(DriftVerdict verdict, String reason) {}

    /**
     * Gamma at the start alone.
     *
     * @return empty, or what is known at the start; where the law says nothing, a result without it says why
     */
    public DriftResult atStart() {
        return new Begun().result(Optional.empty(), Optional.empty());
    }

    /**
     * Runs.
     *
     * @param progress is told how many steps are done
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public DriftResult run(IntConsumer progress) {
        return new Begun().run(progress);
    }

    /** The run from what is known at its start. */
    private final class Begun {

        private Optional<Verdict> obstacle = Optional.empty();
        private Optional<EdgeSearch.Outcome.Reached<Binary64>> reached = Optional.empty();
        private Optional<Coupling.Start<Binary64>> from = Optional.empty();
        private Optional<SlowTrajectory> slow = Optional.empty();
        private Optional<DriftResult.Start> start = Optional.empty();
        /** Why the law does not decide where curvature off u is intermediate at the start: then the roots of (D16) may. */
        private Optional<Verdict> intermediate = Optional.empty();

        Begun() {
            try {
                begin();
            } catch (ProjectionException | UndefinedGeometryException undefined) {
                obstacle = Optional.of(new Verdict(DriftVerdict.NOT_APPLICABLE, "at t = 0 " + undefined.getMessage()));
            }
        }

        private void begin() {
            obstacle = beyondLaw();
            if (obstacle.isPresent()) {
                return;
            }
            EdgeSearch.Outcome<Binary64> outcome = verifier.edge();
            if (outcome instanceof EdgeSearch.Outcome.NotReached<Binary64> missed) {
                obstacle = Optional.of(
                        new Verdict(DriftVerdict.NOT_APPLICABLE, missed.end().description()));
                return;
            }
            reached = Optional.of((EdgeSearch.Outcome.Reached<Binary64>) outcome);
            from = Optional.of(verifier.startAt(reached.get()));
            obstacle = atEdge(from.get().projection());
            if (obstacle.isEmpty()) {
                slow = Optional.of(slowTrajectory());
                obstacle = unmet(slow.get());
                intermediate = obstacle.isPresent() ? Optional.empty() : unclear(slow.get());
                if (problem.adaptive().isPresent()) {
                    obstacle = obstacle.or(() -> intermediate);
                    intermediate = Optional.empty();
                }
            }
            if (slow.isPresent() && Double.isFinite(slow.get().epsilon())) {
                start = Optional.of(known(slow.get()));
            }
        }

        private Optional<Verdict> atEdge(Projection<Binary64> projected) {
            LocalGeometry<Binary64> here = projected.geometry();
            double edge = rates.edge().getReal();
            // The start's own projection may lie below the edge by what one oscillation moves the sharpness.
            double below = rates.growth().getReal() * (edge - here.sharpness().getReal());
            if (!projected.onBoundary() && !(below <= here.epsilon(rates.rate()).getReal())) {
                return Optional.of(new Verdict(
                        DriftVerdict.NOT_APPLICABLE,
                        "the projection of the start lies inside the stable set: the sharpness is "
                                + brief(here.sharpness().getReal()) + ", the edge " + brief(edge)));
            }
            return here.beta().getReal() > 0
                    ? Optional.empty()
                    : Optional.of(
                            new Verdict(DriftVerdict.NOT_APPLICABLE, "beta is 0: nothing brings the sharpness back"));
        }

        /** The trajectory from its start on. */
        private SlowTrajectory slowTrajectory() {
            Coupling.Start<Binary64> begun = from.orElseThrow();
            return new SlowTrajectory(
                    law, begun.dagger(), begun.projection().geometry().u());
        }

        private DriftResult.Start known(SlowTrajectory at) {
            SlowTrajectory.Knot knot = at.present();
            DriftRates here = ratesAt(0, knot.at());
            List<SmallOscillations.Root> roots = problem.adaptive().isPresent()
                    ? List.of()
                    : SmallSystem.of(knot.at().floor(), rates).roots();
            Optional<BalancedOscillation> balanced = knot.at()
                    .moment()
                    .map(moment -> new BalancedOscillation(
                            moment.curvatureShare(), moment.momentShare(), moment.forgetting()));
            return new DriftResult.Start(here, knot.at().floor().directions(), roots, balanced, Double.NaN, 0);
        }

        /** What the law says at a point. */
        private DriftRates ratesAt(double t, SlowPoint at) {
            double a = rates.growth().getReal();
            double b = rates.drift().getReal();
            return new DriftRates(
                    t,
                    rates.rate().getReal() * Math.sqrt(at.alpha()),
                    at.alpha(),
                    at.beta(),
                    optimizerDrift,
                    -2 * at.floor().flip().getReal() / (3 * b * at.beta()),
                    at.slopeOfLogRatio() / (a * at.beta()),
                    at.moment().map(SlowPoint.SecondMoment::gamma).orElse(0.0),
                    quartic(at, a, b));
        }

        /** Along the floor alone the fourth derivative acts, and the floor is moved by its share of beta, which is all of it but with a second moment. */
        private static double quartic(SlowPoint at, double a, double b) {
            double ofFloor = at.floor().beta().getReal();
            return b * at.floor().quartic().getReal() / (6 * a * a * ofFloor) * Math.pow(ofFloor / at.beta(), 3);
        }

        DriftResult run(IntConsumer progress) {
            if (start.isEmpty() || obstacle.isPresent()) {
                return result(Optional.empty(), Optional.empty());
            }
            compareFlow();
            OrbitMeter meter = new OrbitMeter(rates, law.stateLength());
            Optional<Verdict> end = follow(meter, progress);
            return result(Optional.of(meter), end);
        }

        private void compareFlow() {
            int compared = Math.min(COMPARED, options.steps().orElse(COMPARED));
            try {
                SlowTrajectory flow = slowTrajectory();
                while (flow.present().t() < compared) {
                    flow.advance(compared - flow.present().t());
                }
                FieldVector<Binary64> slowly = flow.present().at().theta();
                verifier.run(reached.get(), Horizon.of(problem, Optional.of(compared)), step -> {
                    if (step.t() == compared) {
                        compare(step, slowly);
                    }
                });
            } catch (ProjectionException | UndefinedGeometryException notFollowed) {
                // The run itself will meet what ends the trajectory, and says so.
                Interruption.check();
            }
        }

        private void compare(CoupledStep<Binary64> step, FieldVector<Binary64> slowly) {
            LocalGeometry<Binary64> there = step.geometry();
            double distance = Norm.of(
                            there.orthogonalToU(step.ofGeometry(slowly).subtract(there.point())))
                    .getReal();
            double delta = slow.orElseThrow().present().at().delta();
            start = start.map(known -> new DriftResult.Start(
                    known.rates(), known.directions(), known.roots(), known.balanced(), distance / delta, step.t()));
        }

        /** Both together, until enough was seen. */
        private Optional<Verdict> follow(OrbitMeter meter, IntConsumer progress) {
            SlowTrajectory trajectory = slow.get();
            course.add(start.get().rates());
            LatestIterates iterates = new LatestIterates(law, descent());
            int stride = (int) Math.max(1, Math.min(LOOK / trajectory.epsilon(), COMPARED));
            Patience patience = patience();
            for (int look = 0; !patience.isEnough(course, meter, steps, isAtRest(meter)); look++) {
                Interruption.check();
                boolean isAtRest = isAtRest(meter);
                int t = (int) Math.min(
                        Math.max(LatestIterates.fewestSteps(), steps + (isAtRest ? (long) REST * stride : stride)),
                        patience.mostSteps());
                try {
                    while (trajectory.present().t() < t) {
                        trajectory.advance(Math.max(
                                1,
                                patience.longestStep(
                                        trajectory.epsilon(),
                                        trajectory.present().t())));
                        Optional<Verdict> unmet = unmet(trajectory)
                                .or(() -> intermediate.isPresent() ? Optional.empty() : unclear(trajectory));
                        if (unmet.isPresent()) {
                            return unmet;
                        }
                        course.add(ratesAt(
                                trajectory.present().t(), trajectory.present().at()));
                        meter.between(trajectory.before(), trajectory.present());
                    }
                } catch (UndefinedGeometryException undefined) {
                    return Optional.of(new Verdict(
                            DriftVerdict.NOT_APPLICABLE,
                            "the constrained trajectory ends after step " + steps + ": " + undefined.getMessage()));
                }
                iterates.advanceTo(t);
                steps = t;
                if (steps < LatestIterates.fewestSteps()) {
                    continue;
                }
                Optional<ObservedPeriod> over = Optional.empty();
                if (isAtRest) {
                    meter.glance(iterates);
                } else {
                    over = meter.see(iterates);
                }
                if (!Double.isFinite(meter.energy())) {
                    if (intermediate.isPresent()) {
                        return Optional.empty();
                    }
                    return Optional.of(meter.logX() == Double.NEGATIVE_INFINITY ? atRest() : diverged(meter));
                }
                over.ifPresent(period -> periods.offer(meter.count() - 1, period));
                spiral.offer(look, new DriftResult.State(iterates.middle(), meter.logX(), meter.y()));
                progress.accept(t);
            }
            return Optional.empty();
        }

        /** Whether the iterates have settled, and the law holds them there. */
        private boolean isAtRest(OrbitMeter meter) {
            if (!meter.isSettled() || intermediate.isPresent() || course.size() < 2) {
                return false;
            }
            DriftRates here = course.get(course.size() - 1);
            DriftRates before = course.get(course.size() - 2);
            return here.growth() < Math.log(here.alpha() / before.alpha()) / (2 * (here.t() - before.t()));
        }

        SlowMember besideEquations(IntConsumer progress) {
            Optional<Verdict> reason = obstacle.or(() -> intermediate);
            double epsilon = start.map(known -> known.rates().epsilon()).orElse(Double.NaN);
            if (start.isEmpty() || reason.isPresent()) {
                return new SlowMember(Optional.empty(), epsilon, 0, Optional.empty(), reason.map(Verdict::reason));
            }
            SlowTrajectory trajectory = slow.get();
            LatestIterates iterates = new LatestIterates(law, descent());
            TrajectorySpline spline = new TrajectorySpline(problem.variables().size());
            Curvatures curvatures = curvatures();
            ReducedCourse first = new ReducedCourse(rates, curvatures, false);
            ReducedCourse second = new ReducedCourse(rates, curvatures, true);
            int last = options.steps().orElse((int) Math.min(MOST_COMPARED, Math.ceil(1 / (epsilon * epsilon))));
            int stride = (int) Math.max(1, LOOK / epsilon);
            Optional<String> end = Optional.empty();
            for (int t = LatestIterates.fewestSteps();
                    t <= last && end.isEmpty();
                    t = t == last ? last + 1 : Math.min(last, t + stride)) {
                Interruption.check();
                try {
                    while (trajectory.present().t() < t) {
                        trajectory.advance(Math.max(1, FINE / (epsilon * epsilon)));
                        spline.set(trajectory.before(), trajectory.present());
                        end = unmet(trajectory).or(() -> unclear(trajectory)).map(Verdict::reason);
                    }
                } catch (UndefinedGeometryException undefined) {
                    end = Optional.of(
                            "the constrained trajectory ends after step " + steps + ": " + undefined.getMessage());
                }
                if (end.isPresent()) {
                    break;
                }
                iterates.advanceTo(t);
                steps = t;
                first.see(spline, iterates);
                second.see(spline, iterates);
                if (!Double.isFinite(spline.alternating(iterates)) || !first.isFinite() || !second.isFinite()) {
                    end = Optional.of("the iterates or the equations are not finite after step " + steps);
                }
                progress.accept(t);
            }
            return new SlowMember(
                    Optional.empty(),
                    epsilon,
                    steps,
                    steps > 1
                            ? Optional.of(new SlowMember.Errors(first.distance(), second.distance()))
                            : Optional.empty(),
                    end);
        }

        private Descent<Binary64> descent() {
            return model.descent(verifier.stateAt(reached.get()));
        }

        private Patience patience() {
            DriftResult.Start known = start.get();
            return intermediate.isEmpty()
                    ? new Patience(problem, options)
                    : Patience.ofSmallOscillations(
                            problem,
                            options,
                            known.rates().epsilon(),
                            SmallSystem.decisive(known.roots(), known.rates().epsilon()));
        }

        private Verdict atRest() {
            return new Verdict(
                    DriftVerdict.NOT_APPLICABLE,
                    "the iterates do not oscillate along u: X = 0 at step " + steps + ", where E is infinite");
        }

        /** Divergence tells of the law only after a whole period with an energy of which the law says something. */
        private Verdict diverged(OrbitMeter meter) {
            String where = "the iterates are not finite after step " + steps;
            DriftCourse whole = new DriftCourse(course);
            if (meter.first()
                    .filter(period -> period.energy() < LimitCycle.largest(whole.largestEpsilon()))
                    .isEmpty()) {
                return new Verdict(
                        DriftVerdict.UNDECIDED,
                        where + ", with no whole period before of an energy of which the law says something");
            }
            return whole.growth(0, steps) > 0
                    ? new Verdict(DriftVerdict.GROWING, where + ", the energy growing as predicted")
                    : new Verdict(DriftVerdict.FAILS, where + ", where the energy is predicted to fall");
        }

        private DriftResult result(Optional<OrbitMeter> meter, Optional<Verdict> end) {
            Optional<DriftCourse> whole = course.size() > 1 ? Optional.of(new DriftCourse(course)) : Optional.empty();
            List<ObservedPeriod> seen = new ArrayList<>(periods.elements());
            meter.flatMap(OrbitMeter::last)
                    .filter(last -> !last.equals(seen.get(seen.size() - 1)))
                    .ifPresent(seen::add);
            Optional<DriftCourse> ofLaw = intermediate.isPresent() ? Optional.empty() : whole;
            Optional<SmallOscillations> small = intermediate.isPresent() && end.isEmpty() ? small() : Optional.empty();
            Optional<Verdict> forced = obstacle.or(() -> end);
            Verdict verdict = forced.or(() -> intermediate.map(why -> bySmallOscillations(why, small)))
                    .orElseGet(() -> {
                        DriftComparison.Decision decided = ofLaw.map(c -> new DriftComparison(c, seen).decision())
                                .orElse(DriftComparison.NOTHING_SEEN);
                        return new Verdict(decided.verdict(), decided.reason());
                    });
            return new DriftResult(
                    problem,
                    options,
                    verdict.verdict(),
                    verdict.reason(),
                    steps,
                    start,
                    meter.map(OrbitMeter::count).orElse(0),
                    ofLaw.map(c -> DriftComparison.changes(c, seen)).orElse(List.of()),
                    ofLaw.flatMap(c -> new DriftComparison(c, seen).result()),
                    small,
                    spiral.elements());
        }

        private Optional<SmallOscillations> small() {
            SlowTrajectory.Knot knot = slow.get().present();
            DriftRates here = ratesAt(knot.t(), knot.at());
            return SmallSystem.oscillations(knot, here, rates, curvatures(), spiral.elements());
        }

        /** Where curvature is intermediate: by the least damped root, if the iterates show it. */
        private Verdict bySmallOscillations(Verdict why, Optional<SmallOscillations> found) {
            Optional<SmallOscillations.Root> measured = found.flatMap(SmallOscillations::measured);
            if (measured.isEmpty()) {
                return new Verdict(
                        DriftVerdict.UNDECIDED,
                        why.reason()
                                + "; small oscillations obey the roots of (D16), and too little of one was seen to measure them; another start or --steps may show it");
            }
            SmallOscillations small = found.get();
            double epsilon = start.get().rates().epsilon();
            String numbers = why.reason() + "; small oscillations obey the roots of (D16): Re s = "
                    + brief(small.decisive().real() / epsilon) + " eps, with the remaining terms "
                    + brief(small.rate() / epsilon) + " eps with an error of " + brief(small.error() / epsilon)
                    + " eps, measured " + brief(measured.get().real() / epsilon) + " eps";
            return new Verdict(small.verdict(measured.get()), numbers + small.remark(measured.get()));
        }
    }

    /** Why there is no law for the optimizer. */
    private Optional<Verdict> beyondLaw() {
        if (!(model instanceof AdaptiveModel<Binary64> adaptive)) {
            return Optional.empty();
        }
        if (adaptive.method().hasMomentum()) {
            return Optional.of(
                    new Verdict(
                            DriftVerdict.NOT_APPLICABLE,
                            "the law (58), (58a) is of RMSProp, which applies each gradient by itself, and Adam averages them"));
        }
        int count = adaptive.method().count();
        return count == 1
                ? Optional.empty()
                : Optional.of(new Verdict(
                        DriftVerdict.NOT_APPLICABLE,
                        "the law (58), (58a) is of one second moment for all parameters, and here there are " + count));
    }

    /** A hypothesis of the law that is not met where the trajectory is. */
    private Optional<Verdict> unmet(SlowTrajectory trajectory) {
        SlowTrajectory.Knot knot = trajectory.present();
        String where = where(knot);
        double alpha = knot.at().alpha();
        if (!(alpha > 0) || !(knot.at().beta() > 0)) {
            return Optional.of(new Verdict(
                    DriftVerdict.NOT_APPLICABLE,
                    "no progressive sharpening along the floor " + where + ": alpha = " + brief(alpha) + ", beta = "
                            + brief(knot.at().beta())));
        }
        FloorGeometry<Binary64> floor = knot.at().floor();
        FloorDirections directions = floor.directions();
        double gap = rates.growth().getReal()
                * (floor.local().sharpness().getReal()
                        - floor.local().secondEigenvalue().getReal())
                / directions.epsilon();
        if (gap < FloorDirections.Limits.DEFAULT.stiff()) {
            return Optional.of(new Verdict(
                    DriftVerdict.NOT_APPLICABLE,
                    "the second eigenvalue is near the edge, too, " + where + ": a (S_c - lambda_2) = " + brief(gap)
                            + " eps"));
        }
        List<Direction> repelling = directions.of(Kind.REPELLING);
        if (!repelling.isEmpty()) {
            return Optional.of(new Verdict(
                    DriftVerdict.NOT_APPLICABLE,
                    "the floor is a ridge " + where + ": b lambda = "
                            + brief(repelling.get(repelling.size() - 1).curvature()) + " eps off u"));
        }
        return Optional.empty();
    }

    private static String where(SlowTrajectory.Knot knot) {
        return knot.t() == 0 ? "at the start" : "at step " + Math.round(knot.t());
    }

    /** Directions off u that are neither soft nor stiff where the trajectory is. */
    private Optional<Verdict> unclear(SlowTrajectory trajectory) {
        SlowTrajectory.Knot knot = trajectory.present();
        List<Direction> intermediate = knot.at().floor().directions().of(Kind.INTERMEDIATE);
        if (intermediate.isEmpty()) {
            return Optional.empty();
        }
        Direction between = intermediate.get(0);
        return Optional.of(new Verdict(
                DriftVerdict.UNDECIDED,
                "the curvature off u is intermediate " + where(knot) + ": b lambda_" + (between.index() + 1) + " = "
                        + brief(between.curvature()) + " eps lies between soft, "
                        + brief(options.limits().soft()) + " eps, and stiff, "
                        + brief(options.limits().stiff())
                        + " eps"));
    }
}
