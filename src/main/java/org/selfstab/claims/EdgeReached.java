package org.selfstab.claims;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Symbols;
import org.selfstab.vocabulary.Verdict;

/**
 * The constrained trajectory is at the edge of stability from t = 0 on (theory.md section 3): {@code 2 - eta S(dagger_t)} is below
 * {@code eps^2}, what one step of progressive sharpening changes it by.
 *
 * @param <T> the field's elements
 */
final class EdgeReached<T extends CalculusFieldElement<T>> implements Condition<T> {

    private final T eta;
    private final double threshold;
    private final WitnessedExtreme distance = WitnessedExtreme.largest();

    EdgeReached(T eta, Thresholds thresholds) {
        this.eta = eta;
        this.threshold = thresholds.of(Threshold.AT_EDGE);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        T etaS = eta.multiply(step.geometry().sharpness());
        distance.include(etaS.negate().add(2.0), step);
    }

    @Override
    public ConditionResult result(RunScale scale) {
        Verdict verdict = scale.epsilon()
                .map(eps -> NumericVerdict.atMost(
                        Math.max(0, distance.value()) / (eps * eps),
                        threshold,
                        distance.witness().orElseThrow(),
                        "the distance of the constrained trajectory from the edge"))
                .orElseGet(() -> NumericVerdict.notApplicable(NumericVerdict.NO_UNITS));
        return ConditionResult.of(ConditionName.EDGE_REACHED, Symbols.BELOW_EDGE, verdict);
    }
}
