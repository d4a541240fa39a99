package org.selfstab.claims.observation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.Reading;
import org.selfstab.claims.RoundedNumber;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.Coupling;
import org.selfstab.dynamics.EdgeSearch;
import org.selfstab.dynamics.Model;
import org.selfstab.dynamics.ReducedState;
import org.selfstab.geometry.ClosedEigengapException;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.FailedProjection;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/**
 * The start t = 0 of the constrained trajectory and what is asserted of it.
 *
 * @param <T> the numbers of the run
 * @param model the loss and the step size
 * @param step the step of plain gradient descent that is t = 0; empty if the edge was not reached
 * @param point {@code dagger_0} and the iterate; empty if there is none
 * @param failure the first iterate before t = 0 that could not be projected; empty if all could be
 * @param obstacle why there is no point, or why t = 0 is not at the edge; empty if it is
 */
record AtEdge<T extends CalculusFieldElement<T>>(
        Model<T> model,
        Optional<Integer> step,
        Optional<Point<T>> point,
        Optional<FailedProjection> failure,
        Optional<Reading.OfVerdict> obstacle) {

    /** How close to {@code 2/eta}, relatively, a start that the problem puts at the edge must be where there is no epsilon. */
    private static final double AT_EDGE = 1e-9;

    /**
     * {@code dagger_0} and the iterate that it is the projection of.
     *
     * @param <T> the numbers of the run
     * @param geometry at {@code dagger_0}
     * @param displacement {@code v_0}
     */
    public record Point<T extends CalculusFieldElement<T>>(LocalGeometry<T> geometry, FieldVector<T> displacement) {}

    static <T extends CalculusFieldElement<T>> AtEdge<T> of(Verifier<T> verifier, Thresholds thresholds) {
        Model<T> model = verifier.model();
        EdgeSearch.Outcome<T> outcome = verifier.edge();
        if (outcome instanceof EdgeSearch.Outcome.NotReached<T> missed) {
            return missed.failure()
                    .map(failure -> without(model, Verdict.Status.UNDECIDED, failure.description()))
                    .orElseGet(() ->
                            without(model, statusOf(missed.end()), missed.end().description()));
        }
        EdgeSearch.Outcome.Reached<T> reached = (EdgeSearch.Outcome.Reached<T>) outcome;
        try {
            return at(model, thresholds, reached, verifier.startAt(reached));
        } catch (ClosedEigengapException meeting) {
            return reached.failure()
                    .map(before -> without(model, Verdict.Status.UNDECIDED, before.description()))
                    .orElseGet(() -> without(
                            model,
                            meeting.isInside() ? Verdict.Status.FAILS : Verdict.Status.HOLDS,
                            "t = 0 is step " + reached.step() + "; " + meeting.getMessage()));
        } catch (ProjectionException notFound) {
            return without(
                    model,
                    Verdict.Status.UNDECIDED,
                    "the projection of t = 0 onto the stable set failed: " + notFound.getMessage());
        } catch (UndefinedGeometryException undefined) {
            return without(model, Verdict.Status.FAILS, "at t = 0 " + undefined.getMessage());
        }
    }

    /** A start that could not be kicked, or not be projected for it, says nothing of the edge. */
    private static Verdict.Status statusOf(RunEnd end) {
        boolean undecided = end instanceof RunEnd.NotKicked
                || end instanceof RunEnd.ProjectionFailed
                || end instanceof RunEnd.GeometryUndefined;
        return undecided ? Verdict.Status.UNDECIDED : Verdict.Status.FAILS;
    }

    private static <T extends CalculusFieldElement<T>> AtEdge<T> at(
            Model<T> model, Thresholds thresholds, EdgeSearch.Outcome.Reached<T> reached, Coupling.Start<T> start) {
        Projection<T> projection = start.projection();
        LocalGeometry<T> geometry = projection.geometry();
        Point<T> point = new Point<>(geometry, start.displacement());
        double etaS = model.rates().step().multiply(geometry.sharpness()).getReal();
        boolean onEdge = projection.onBoundary() || 2.0 - etaS <= closeness(model, geometry, thresholds);
        Optional<Reading.OfVerdict> inside = onEdge
                ? Optional.empty()
                : Optional.of(new Reading.OfVerdict(
                        Verdict.Status.FAILS,
                        "the projection of t = 0 lies inside the stable set: S = "
                                + Digits.text(geometry.sharpness().getReal()) + ", the edge is at "
                                + Digits.text(model.edge().getReal())));
        return new AtEdge<>(model, Optional.of(reached.step()), Optional.of(point), reached.failure(), inside);
    }

    /** How far below 2 {@code eta S(dagger_0)} may be, as the condition on the whole run has it: a kick may take the projection inside by far less. */
    private static <T extends CalculusFieldElement<T>> double closeness(
            Model<T> model, LocalGeometry<T> geometry, Thresholds thresholds) {
        double rounding = 2.0 * AT_EDGE;
        if (!geometry.hasOscillation()) {
            return rounding;
        }
        double epsilon = geometry.epsilon(model.rates().rate()).getReal();
        return Math.max(rounding, thresholds.of(Quantities.BELOW_EDGE) * epsilon * epsilon);
    }

    private static <T extends CalculusFieldElement<T>> AtEdge<T> without(
            Model<T> model, Verdict.Status status, String reason) {
        return new AtEdge<>(
                model,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Reading.OfVerdict(status, reason)));
    }

    Reading.OfVerdict entered() {
        return obstacle.or(() ->
                        failure.map(before -> new Reading.OfVerdict(Verdict.Status.UNDECIDED, before.description())))
                .orElseGet(() -> new Reading.OfVerdict(
                        Verdict.Status.HOLDS, "t = 0 is step " + step.orElseThrow() + " of the optimizer alone"));
    }

    Reading edgeStep() {
        return obstacle.<Reading>map(why -> new Reading.Undefined(why.reason()))
                .or(() -> failure.map(before -> new Reading.Undecided(before.description())))
                .orElseGet(() -> new Reading.OfNumber(step.orElseThrow(), ""));
    }

    /** A number that is defined at every point with a simple top eigenvalue. */
    Reading number(Function<Point<T>, T> value, Rounding rounding) {
        return point.<Reading>map(found -> new Reading.OfNumber(
                        RoundedNumber.within(
                                value.apply(found).getReal(),
                                rounding.of(new StartRounding<>(found)),
                                "its digits are rounding; derive --precision 50 tells"),
                        ""))
                .orElseGet(() -> new Reading.Undefined(obstacle.orElseThrow().reason()));
    }

    /** A number that needs delta. */
    Reading ofOscillation(Function<Point<T>, T> value, Rounding rounding) {
        if (point.isPresent() && !point.get().geometry().hasOscillation()) {
            return new Reading.Undefined("delta is undefined at t = 0: alpha = "
                    + Digits.text(point.get().geometry().alpha().getReal()) + ", beta = "
                    + Digits.text(point.get().geometry().beta().getReal())
                    + ", not both positive beyond rounding");
        }
        return number(value, rounding);
    }

    /** {@code D4L(u, u, u, u)}. */
    Reading fourthDerivative() {
        return number(
                found -> found.geometry()
                        .fourthAlongU()
                        .dotProduct(found.geometry().u()),
                StartRounding::fourthDerivative);
    }

    /** {@code eta lambda_j}. */
    Reading etaLambda(int index) {
        T eta = model.rates().step();
        return number(
                found -> eta.multiply(eigenvalue(found.geometry(), index)),
                rounding -> eta.getReal() * rounding.eigenvalue());
    }

    private static <T extends CalculusFieldElement<T>> T eigenvalue(LocalGeometry<T> geometry, int index) {
        List<T> known = geometry.eigensystem().values();
        return index <= known.size()
                ? known.get(index - 1)
                : geometry.wholeEigensystem().values().get(index - 1);
    }

    Reading epsilon() {
        T rate = model.rates().rate();
        return ofOscillation(found -> found.geometry().epsilon(rate), rounding -> rounding.epsilon(rate.getReal()));
    }

    Reading energy() {
        if (point.isPresent() && alongU(point.get()).isZero()) {
            return new Reading.Undefined("the energy (16) is infinite: x is 0 at t = 0");
        }
        return ofOscillation(found -> state(found).energy(), rounding -> rounding.energy(state(point.orElseThrow())));
    }

    private ReducedState<T> state(Point<T> found) {
        return ReducedState.of(
                alongU(found),
                model.rates().reduced(found.geometry().gradSPerp().dotProduct(found.displacement())),
                found.geometry().alpha(),
                found.geometry().beta());
    }

    private static <T extends CalculusFieldElement<T>> T alongU(Point<T> point) {
        return point.geometry().u().dotProduct(point.displacement());
    }

    /** How far rounding may have moved a number at t = 0. */
    interface Rounding {
        /** The largest difference. */
        double of(StartRounding<?> start);
    }
}
