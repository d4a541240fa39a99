package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.linear.FieldVector;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.geometry.DerivativeNorms;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.MetricLoss;
import org.selfstab.geometry.NormBounds;
import org.selfstab.geometry.NormEstimates;
import org.selfstab.numeric.EvenSample;
import org.selfstab.numeric.FieldVectors;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/**
 * The non-worst-case condition (<i>reconstructed</i>, theory.md section 7): off u, curvature is small in the directions that matter, w in
 * {v*_perp, gradL_perp, gradS_perp}: {@code eta |H w|/|w|} and {@code |P D3L(w,w)|/(rho_3 |w|^2)} are O(eps). A direction that is zero to
 * rounding counts as 0. Here rho_3 is the norm of D3L at {@code dagger_t}, at sampled steps.
 *
 * @param <T> the field's elements
 */
final class NonWorstCase<T extends CalculusFieldElement<T>> implements Condition<T> {

    private static final int MAX_SAMPLES = 32;
    private static final double ROUNDING_ULPS = 64.0;

    private final Model<T> model;
    private final Thresholds thresholds;
    private final double rounding;
    private final WitnessedExtreme curvature = WitnessedExtreme.largest();
    private final EvenSample<CoupledStep<T>> sample = new EvenSample<>(MAX_SAMPLES);

    NonWorstCase(Model<T> model, Thresholds thresholds) {
        this.model = model;
        this.thresholds = thresholds;
        this.rounding = ROUNDING_ULPS * model.edge().getField().getOne().ulp().getReal();
    }

    @Override
    public void observe(CoupledStep<T> step) {
        sample.offer(step.t(), step);
        curvature.include(0, step);
        for (FieldVector<T> w : directions(step)) {
            T force = Norm.of(step.geometry().orthogonalToU(step.geometry().hessian(w)));
            curvature.include(force.multiply(model.rates().drift()).getReal(), step, w);
        }
    }

    /** The unit directions that matter and are not zero to rounding. */
    private List<FieldVector<T>> directions(CoupledStep<T> step) {
        LocalGeometry<T> here = step.geometry();
        double position = here.pointNorm().getReal();
        double force = here.eigensystem().spectralNorm().getReal() * position;
        List<FieldVector<T>> directions = new ArrayList<>(3);
        if (step.isPredicted()) {
            double prediction = Norm.of(step.predicted()).getReal();
            addUnlessZero(here.orthogonalToU(step.predicted()), position + prediction, here, directions);
        }
        addUnlessZero(here.gradientOffU(), force, here, directions);
        addUnlessZero(here.gradSPerp(), here.gradSNorm().getReal(), here, directions);
        return directions;
    }

    private void addUnlessZero(FieldVector<T> w, double scale, LocalGeometry<T> here, List<FieldVector<T>> directions) {
        T length = Norm.of(w);
        if (length.getReal() > rounding * scale) {
            // A short w keeps, relatively, more of u than rounding: once more off u.
            FieldVector<T> off = w.mapMultiply(length.reciprocal());
            FieldVectors.takeOff(here.u(), off);
            directions.add(off.mapMultiplyToSelf(Norm.of(off).reciprocal()));
        }
    }

    @Override
    public ConditionResult result(RunScale scale) {
        if (scale.epsilon().isEmpty()) {
            return ConditionResult.of(
                    Claims.NON_WORST_CASE,
                    Notation.words("curvature off u"),
                    NumericVerdict.notApplicable(NumericVerdict.NO_UNITS));
        }
        double eps = scale.epsilon().get();
        return new ConditionResult(
                Claims.NON_WORST_CASE,
                List.of(
                        new Measured(Quantities.CURVATURE_OFF_U.symbol(), curvatureVerdict(eps)),
                        new Measured(Quantities.THIRD_ORDER_OFF_U.symbol(), thirdOrderVerdict(eps))));
    }

    private Verdict curvatureVerdict(double eps) {
        return NumericVerdict.atMost(
                curvature.value() / eps,
                thresholds.of(Quantities.CURVATURE_OFF_U),
                curvature.witness().orElseThrow(),
                "reconstructed condition; at every step");
    }

    private Verdict thirdOrderVerdict(double eps) {
        WitnessedExtreme lower = WitnessedExtreme.largest();
        WitnessedExtreme upper = WitnessedExtreme.largest();
        boolean isEstimated = false;
        for (CoupledStep<T> step : sample.elements()) {
            NormBounds rho3;
            if (step.geometry().isMatrixFree()) {
                rho3 = estimatedNorm(step.geometry());
                isEstimated = true;
            } else {
                DerivativeNorms<T> norms =
                        new DerivativeNorms<>(MetricLoss.of(step.geometry().atPoint(), model.loss())
                                .at(step.geometry().point()));
                if (norms.thirdEntries() > DerivativeNorms.MAX_ENTRIES) {
                    return tooManyEntries(norms.thirdEntries());
                }
                rho3 = norms.third();
            }
            lower.include(0, step);
            upper.include(0, step);
            for (FieldVector<T> w : directions(step)) {
                T force = Norm.of(step.geometry().orthogonalToU(step.geometry().third(w, w)));
                lower.include(force.divide(rho3.upper()).getReal(), step, w);
                upper.include(force.divide(rho3.lower()).getReal(), step, w);
            }
        }
        return NumericVerdict.atMostBetween(
                lower.value() / eps,
                upper.value() / eps,
                thresholds.of(Quantities.THIRD_ORDER_OFF_U),
                upper.witness().orElseThrow(),
                "reconstructed condition; at " + sample.elements().size() + " steps, every " + sample.stride()
                        + (isEstimated
                                ? "; rho_3 between a power iteration's lower bound and an estimated Frobenius norm"
                                : ""));
    }

    private NormBounds estimatedNorm(LocalGeometry<T> here) {
        NormEstimates<T> norms = new NormEstimates<>();
        norms.includeThird(model.geometry().at(here.point()), List.of(here.u(), here.gradSPerp()));
        return norms.third();
    }

    private static Verdict tooManyEntries(long entries) {
        return new Verdict(
                Verdict.Status.UNDECIDED,
                Verdict.Evidence.NUMERIC,
                Optional.empty(),
                Optional.empty(),
                "the third derivative has " + entries + " entries at each point, more than the "
                        + DerivativeNorms.MAX_ENTRIES + " that are computed");
    }
}
