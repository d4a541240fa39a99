package org.selfstab.claims;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Symbols;
import org.selfstab.vocabulary.Verdict;

/**
 * The prediction does not come too close to the axis: {@code min |x*_t| >= c_1 delta} (theory.md section 7).
 *
 * @param <T> the field's elements
 */
final class AxisDistance<T extends CalculusFieldElement<T>> implements Condition<T> {

    private final double threshold;
    private final WitnessedExtreme smallest = WitnessedExtreme.smallest();

    AxisDistance(Thresholds thresholds) {
        this.threshold = thresholds.of(Threshold.AXIS_DISTANCE);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (step.isPredicted()) {
            smallest.include(step.predictedX().abs(), step, step.geometry().u());
        }
    }

    @Override
    public ConditionResult result(RunScale scale) {
        Verdict verdict = scale.delta()
                .map(delta -> NumericVerdict.atLeast(
                        smallest.value() / delta,
                        threshold,
                        smallest.witness().orElseThrow(),
                        "the predicted x* in units of delta"))
                .orElseGet(() -> NumericVerdict.notApplicable(NumericVerdict.NO_UNITS));
        return ConditionResult.of(ConditionName.AXIS_DISTANCE, Symbols.AXIS_DISTANCE, verdict);
    }
}
