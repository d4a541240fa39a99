package org.selfstab.claims;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.numeric.Norm;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Symbols;
import org.selfstab.vocabulary.Verdict;

/**
 * The start is near the stable set: {@code |v_0| = O(delta)} (theory.md section 7).
 *
 * @param <T> the field's elements
 */
final class SmallStart<T extends CalculusFieldElement<T>> implements Condition<T> {

    private final double threshold;
    private final WitnessedExtreme start = WitnessedExtreme.largest();

    SmallStart(Thresholds thresholds) {
        this.threshold = thresholds.of(Threshold.SMALL_START);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        if (step.t() == 0) {
            start.include(Norm.of(step.displacement()), step, step.displacement());
        }
    }

    @Override
    public ConditionResult result(RunScale scale) {
        Verdict verdict = scale.delta()
                .map(delta -> NumericVerdict.atMost(
                        start.value() / delta,
                        threshold,
                        start.witness().orElseThrow(),
                        "the distance of the start from the stable set in units of delta"))
                .orElseGet(() -> NumericVerdict.notApplicable(NumericVerdict.NO_UNITS));
        return ConditionResult.of(ConditionName.SMALL_START, Symbols.SMALL_START, verdict);
    }
}
