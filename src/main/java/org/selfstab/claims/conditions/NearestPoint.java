package org.selfstab.claims.conditions;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.LinearModel;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.ProjectionException;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.geometry.Stationarity;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.numeric.EvenSample;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * The constrained trajectory is a nearest point of the stable set at each step. It looks at the points alone, not at how they were found:
 * at every step at the first- and second-order conditions of the nearest-point problem (theory.md section 2), and, at a sample of
 * steps with t = 0 among them, for a nearer point from many starts. A nearer point refutes; where the second-order condition fails and none is
 * known, or the search from many starts finds none, it is undecided.
 *
 * @param <T> the field's elements
 */
final class NearestPoint<T extends CalculusFieldElement<T>> implements Condition<T> {

    private static final Notation RESIDUAL = Quantities.STATIONARITY.symbol();
    private static final Notation NEARER = Notation.formula(
            "max (distance - a nearer point's)/delta",
            "max (distance − a nearer point's)/δ",
            "\\max (\\mbox{distance} - \\mbox{a nearer point's})/\\delta");
    /** Closer to {@code eta S = 2} than this the boundary counts as reached: far above rounding, far below eps^2. */
    private static final double ON_BOUNDARY = 1e-9;
    /** At most this many steps are searched from many starts, which takes as long as hundreds of steps. */
    private static final int SAMPLES = 8;

    /** {@code 2/S_c}. */
    private final T eta;

    private final StableSetProjection<T> nearestPoint;
    private final double threshold;
    private final WitnessedExtreme residual = WitnessedExtreme.largest();
    private final EvenSample<Projected<T>> sample = new EvenSample<>(SAMPLES);
    private Optional<Integer> firstNoMinimum = Optional.empty();
    private FieldVector<T> projectedNext;

    /** A step's point and what it is the projection of. */
    private record Projected<T extends CalculusFieldElement<T>>(CoupledStep<T> step, FieldVector<T> source) {

        double distance() {
            return Norm.of(step.geometry().point().subtract(source)).getReal();
        }
    }

    NearestPoint(LinearModel<T> model, Thresholds thresholds) {
        this.eta = model.rates().step();
        this.nearestPoint = model.projection(ProjectionMethod.EXACT);
        this.threshold = thresholds.of(Quantities.STATIONARITY);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        FieldVector<T> source = step.source().orElse(projectedNext == null ? step.theta() : projectedNext);
        LocalGeometry<T> geometry = step.geometry();
        Stationarity<T> stationarity =
                Stationarity.of(source, geometry, excess(geometry).getReal() >= -ON_BOUNDARY);
        T off = Norm.of(stationarity.offNormals()).add(stationarity.wrongSign()).add(distanceFromSet(geometry));
        residual.include(off.getReal(), step, stationarity.offNormals());
        if (!stationarity.minimum()) {
            firstNoMinimum = firstNoMinimum.or(() -> Optional.of(step.t()));
        }
        sample.offer(step.t(), new Projected<>(step, source));
        projectedNext = geometry.point().subtract(geometry.gradient().mapMultiply(eta));
    }

    /** {@code eta S - 2}. */
    private T excess(LocalGeometry<T> geometry) {
        return eta.multiply(geometry.sharpness()).subtract(2.0);
    }

    /** To first order: {@code |grad L . u|/S + max(0, S - 2/eta)/|grad S|}. */
    private T distanceFromSet(LocalGeometry<T> geometry) {
        T alongU = geometry.gradientAlongU().abs().divide(geometry.sharpness());
        T above = excess(geometry);
        return above.getReal() > 0 ? alongU.add(above.divide(eta).divide(geometry.gradSNorm())) : alongU;
    }

    @Override
    public ConditionResult result(RunScale scale) {
        return scale.delta()
                .map(delta -> result(delta))
                .orElseGet(() -> ConditionResult.of(
                        Claims.NEAREST_POINT, RESIDUAL, NumericVerdict.notApplicable(NumericVerdict.NO_UNITS)));
    }

    private ConditionResult result(double delta) {
        Verdict stationary = NumericVerdict.atMost(
                residual.value() / delta,
                threshold,
                residual.witness().orElseThrow(),
                "first-order conditions of the nearest point, on the points of the run");
        if (stationary.status() != Verdict.Status.HOLDS) {
            return ConditionResult.of(Claims.NEAREST_POINT, RESIDUAL, stationary);
        }
        Search search = new Search(delta);
        if (search.excess.value() > threshold) {
            return ConditionResult.of(
                    Claims.NEAREST_POINT,
                    NEARER,
                    NumericVerdict.atMost(
                            search.excess.value(),
                            threshold,
                            search.excess.witness().orElseThrow(),
                            search.nearer));
        }
        Bound bound = stationary.bound().orElseThrow();
        Witness worst = stationary.witness().orElseThrow();
        Verdict verdict = firstNoMinimum
                .map(t -> "the second-order condition fails at t = " + t
                        + ": a stationary point, but no strict local minimum of the distance")
                .or(() -> search.failure)
                .map(why -> NumericVerdict.undecided(bound, worst, why))
                .orElseGet(() -> NumericVerdict.atMost(
                        bound.value(),
                        threshold,
                        worst,
                        "first- and second-order conditions at every step; no nearer point from many starts at "
                                + sample.elements().size() + " of them, every " + sample.stride()));
        return ConditionResult.of(Claims.NEAREST_POINT, RESIDUAL, verdict);
    }

    /** The search for nearer points at the sampled steps. */
    private final class Search {

        private final WitnessedExtreme excess = WitnessedExtreme.largest();
        private String nearer = "";
        private Optional<String> failure = Optional.empty();

        Search(double delta) {
            for (Projected<T> projected : sample.elements()) {
                try {
                    look(projected, delta);
                } catch (ProjectionException | UndefinedGeometryException notFound) {
                    failure = failure.or(() -> Optional.of("the search from many starts found no nearest point at t = "
                            + projected.step().t() + ": " + notFound.getMessage()));
                }
            }
        }

        private void look(Projected<T> projected, double delta) {
            FieldVector<T> found = nearestPoint
                    .project(
                            projected.source(),
                            SignConvention.along(projected.step().geometry().u()))
                    .geometry()
                    .point();
            T distance = Norm.of(found.subtract(projected.source()));
            double before = excess.value();
            excess.include(
                    distance.negate().add(projected.distance()).divide(delta).getReal(),
                    projected.step(),
                    found.subtract(projected.step().geometry().point()));
            if (excess.value() != before) {
                nearer = String.format(
                        Digits.LOCALE,
                        "a point of the stable set at the distance %.6g is nearer than this one at %.6g, in the direction given",
                        distance.getReal(),
                        projected.distance());
            }
        }
    }
}
