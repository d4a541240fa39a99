package org.selfstab.claims.conditions;

import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * A condition on the extreme of one number over a run: the largest has to be at most, or the smallest at least, the limit of its claim's measure.
 *
 * @param <T> the field's elements
 */
final class ThresholdCondition<T extends CalculusFieldElement<T>> implements Condition<T> {

    private final Claim claim;
    private final double threshold;
    private final boolean isAtMost;
    private final WitnessedExtreme extreme;
    private final StepNumber<T> number;
    private final InUnits inUnits;
    private final String reason;
    private final String without;

    /**
     * A condition.
     *
     * @param claim the condition, whose measure has the limit
     * @param number the number of each step
     * @param inUnits the extreme in the unit that the limit counts
     * @param reason what the value means
     * @param without why no step has the number, if none does
     */
    ThresholdCondition(
            Claim claim, Thresholds thresholds, StepNumber<T> number, InUnits inUnits, String reason, String without) {
        this.claim = claim;
        this.threshold = thresholds.of(claim.measure());
        this.isAtMost = claim.measure().limit().orElseThrow().sense() == Bound.Sense.AT_MOST;
        this.extreme = isAtMost ? WitnessedExtreme.largest() : WitnessedExtreme.smallest();
        this.number = number;
        this.inUnits = inUnits;
        this.reason = reason;
        this.without = without;
    }

    /** A condition on a number that some step has. */
    ThresholdCondition(Claim claim, Thresholds thresholds, StepNumber<T> number, InUnits inUnits, String reason) {
        this(claim, thresholds, number, inUnits, reason, "no step of the run has this number");
    }

    /**
     * A number that steps have.
     *
     * @param <T> the field's elements
     */
    interface StepNumber<T extends CalculusFieldElement<T>> {
        /** Includes a step's number in the extreme, with its direction if there is one; nothing if the step has none. */
        void include(CoupledStep<T> step, WitnessedExtreme extreme);
    }

    /** A unit that only the whole run tells. */
    interface InUnits {
        /** The extreme in that unit; empty where the unit is undefined. */
        Optional<Double> of(double extreme, RunScale scale);
    }

    @Override
    public void observe(CoupledStep<T> step) {
        number.include(step, extreme);
    }

    @Override
    public ConditionResult result(RunScale scale) {
        return ConditionResult.of(claim, claim.measure().symbol(), verdict(scale));
    }

    private Verdict verdict(RunScale scale) {
        Optional<Double> value = inUnits.of(extreme.value(), scale);
        if (value.isEmpty()) {
            return NumericVerdict.notApplicable(NumericVerdict.NO_UNITS);
        }
        return extreme.witness()
                .map(at -> verdict(value.get(), at))
                .orElseGet(() -> NumericVerdict.notApplicable(without));
    }

    private Verdict verdict(double value, Witness at) {
        return isAtMost
                ? NumericVerdict.atMost(value, threshold, at, reason)
                : NumericVerdict.atLeast(value, threshold, at, reason);
    }
}
