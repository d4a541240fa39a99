package org.selfstab.claims.conditions;

import java.util.List;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.dynamics.CoupledStep;
import org.selfstab.dynamics.Model;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.problem.Thresholds;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/**
 * Progressive sharpening: {@code alpha_t > 0} beyond rounding, the alignment gamma bounded below, alpha and beta comparable over the run
 * (theory.md section 7).
 *
 * @param <T> the field's elements
 */
public final class ProgressiveSharpening<T extends CalculusFieldElement<T>> implements Condition<T> {

    private static final String FIRST = "alpha_t is not positive beyond rounding at some t";

    private final Thresholds thresholds;
    private final WitnessedExtreme gamma = WitnessedExtreme.smallest();
    private final WitnessedExtreme smallestAlpha = WitnessedExtreme.smallest();
    private final WitnessedExtreme largestAlpha = WitnessedExtreme.largest();
    private final WitnessedExtreme smallestBeta = WitnessedExtreme.smallest();
    private final WitnessedExtreme largestBeta = WitnessedExtreme.largest();
    private Optional<Verdict> notPositive = Optional.empty();

    ProgressiveSharpening(Model<T> model, Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public void observe(CoupledStep<T> step) {
        LocalGeometry<T> geometry = step.geometry();
        double alpha = geometry.alpha().getReal();
        double beta = geometry.beta().getReal();
        smallestAlpha.include(alpha, step);
        largestAlpha.include(alpha, step);
        smallestBeta.include(beta, step);
        largestBeta.include(beta, step);
        if (geometry.hasOscillation()) {
            gamma.include(geometry.gamma().getReal(), step, geometry.gradSPerp());
        } else {
            includeNotPositive(step);
        }
    }

    /** Keeps the first step at which alpha is negative, and before there is one the first at which it is zero to rounding. */
    private void includeNotPositive(CoupledStep<T> step) {
        Witness witness = new Witness(
                step.t(),
                WitnessedExtreme.numbers(step.geometry().point()),
                WitnessedExtreme.numbers(step.geometry().gradSPerp()));
        Verdict verdict =
                notPositive(step.geometry().alpha().getReal(), step.geometry().alphaRounding(), witness);
        if (notPositive.isEmpty() || notPositive.get().status().compareTo(verdict.status()) < 0) {
            notPositive = Optional.of(verdict);
        }
    }

    /** The verdict on an alpha that is not positive beyond rounding. */
    public static Verdict notPositive(double alpha, double rounding, Witness witness) {
        Bound bound = new Bound(alpha, 0, Bound.Sense.AT_LEAST);
        return alpha < -rounding
                ? new Verdict(
                        Verdict.Status.FAILS,
                        Verdict.Evidence.NUMERIC,
                        Optional.of(bound),
                        Optional.of(witness),
                        "alpha_t is negative; this is the first such step")
                : NumericVerdict.undecided(bound, witness, "alpha_t is zero to rounding; this is the first such step");
    }

    @Override
    public ConditionResult result(RunScale scale) {
        return new ConditionResult(
                Claims.PROGRESSIVE_SHARPENING,
                List.of(
                        new Measured(
                                Notation.formula("alpha_t > 0", "α_t > 0", "\\alpha_t > 0"),
                                notPositive.orElseGet(this::positive)),
                        new Measured(Quantities.SMALLEST_ALIGNMENT.symbol(), alignment()),
                        new Measured(
                                Quantities.ALPHA_RATIO.symbol(),
                                ratio(largestAlpha, smallestAlpha, Quantities.ALPHA_RATIO)),
                        new Measured(
                                Quantities.BETA_RATIO.symbol(),
                                ratio(largestBeta, smallestBeta, Quantities.BETA_RATIO))));
    }

    /** The smallest alpha, which has a unit, against zero. */
    private Verdict positive() {
        return NumericVerdict.atLeast(
                smallestAlpha.value(),
                0,
                smallestAlpha.witness().orElseThrow(),
                "positive beyond rounding at every step; the value has the unit of alpha");
    }

    private Verdict alignment() {
        return gamma.witness()
                .filter(seen -> notPositive.isEmpty())
                .map(at -> NumericVerdict.atLeast(
                        gamma.value(),
                        thresholds.of(Quantities.SMALLEST_ALIGNMENT),
                        at,
                        "1 where -grad L is along gradS_perp"))
                .orElseGet(() -> NumericVerdict.notApplicable(FIRST));
    }

    private Verdict ratio(WitnessedExtreme largest, WitnessedExtreme smallest, Quantity threshold) {
        if (notPositive.isPresent()) {
            return NumericVerdict.notApplicable(FIRST);
        }
        return NumericVerdict.atMost(
                largest.value() / smallest.value(),
                thresholds.of(threshold),
                smallest.witness().orElseThrow(),
                "the smallest is at the step named, the largest at t = "
                        + largest.witness().orElseThrow().step());
    }
}
