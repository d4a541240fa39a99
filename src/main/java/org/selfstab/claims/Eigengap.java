package org.selfstab.claims;

import org.hipparchus.CalculusFieldElement;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Symbols;
import org.selfstab.vocabulary.Verdict;

/**
 * The eigengap: {@code eta lambda_2} stays below a constant below 2 on the constrained trajectory (theory.md section 7).
 *
 * @param <T> the field's elements
 */
final class Eigengap<T extends CalculusFieldElement<T>> implements Condition<T> {

    private final T eta;
    private final double threshold;
    private final WitnessedExtreme second = WitnessedExtreme.largest();

    Eigengap(T eta, Thresholds thresholds) {
        this.eta = eta;
        this.threshold = thresholds.of(Threshold.EIGENGAP);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        var eigensystem = step.geometry().eigensystem();
        if (eigensystem.values().size() > 1) {
            second.include(
                    eta.multiply(eigensystem.values().get(1)),
                    step,
                    eigensystem.vectors().get(1));
        }
    }

    @Override
    public ConditionResult result(RunScale scale) {
        Verdict verdict = second.witness()
                .map(at -> NumericVerdict.atMost(
                        second.value(), threshold, at, "at 2 a second direction is at the edge too"))
                .orElseGet(() -> NumericVerdict.notApplicable("one variable has one eigenvalue"));
        return ConditionResult.of(ConditionName.EIGENGAP, Symbols.SECOND_EIGENVALUE, verdict);
    }
}
