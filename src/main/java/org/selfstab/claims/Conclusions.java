package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.selfstab.dynamics.RunEnd;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;

/**
 * Decides the conclusions (24)-(27) on one run. The theory says O(.), which one run cannot show: HOLDS means with a constant up to the threshold
 * on this run.
 */
final class Conclusions {

    private static final String ON_THIS_RUN = "with this constant on this run; the order is another question";

    private final Verification verification;
    private final Optional<PeriodAverages> averages;
    private final Thresholds thresholds;

    Conclusions(Verification verification, Optional<PeriodAverages> averages, Thresholds thresholds) {
        this.verification = verification;
        this.averages = averages;
        this.thresholds = thresholds;
    }

    List<ConclusionResult> results() {
        return List.of(
                worstStep(
                        Conclusion.COUPLING,
                        "C_1",
                        Threshold.COUPLING,
                        verification.constants().flatMap(RunConstants::coupling),
                        RoundingLevels::point),
                worstStep(
                        Conclusion.LOSS,
                        "C_L",
                        Threshold.LOSS,
                        verification.constants().flatMap(RunConstants::loss),
                        RoundingLevels::loss),
                worstStep(
                        Conclusion.SHARPNESS,
                        "C_S",
                        Threshold.SHARPNESS,
                        verification.constants().flatMap(RunConstants::sharpness),
                        RoundingLevels::sharpness),
                average());
    }

    private ConclusionResult worstStep(
            Conclusion conclusion,
            String symbol,
            Threshold threshold,
            Optional<Extreme> constant,
            ToDoubleFunction<RoundingLevels> rounding) {
        Verdict verdict = constant.map(extreme -> decided(extreme, thresholds.of(threshold), rounding))
                .orElseGet(() -> NumericVerdict.notApplicable(unmetHypothesis()));
        return new ConclusionResult(conclusion, List.of(new Measured(symbol, verdict)));
    }

    private Verdict decided(Extreme constant, double threshold, ToDoubleFunction<RoundingLevels> rounding) {
        OptionalInt divergence = divergence();
        if (divergence.isPresent()) {
            return NumericVerdict.atMost(
                    Double.POSITIVE_INFINITY,
                    threshold,
                    Witness.atStep(divergence.getAsInt()),
                    verification.description());
        }
        if (verification.isComplete() || !(constant.value() <= threshold)) {
            Witness witness = Witness.atStep(constant.step());
            Optional<String> uncertain = uncertainty(Math.abs(constant.value() - threshold), rounding);
            return uncertain.isPresent()
                    ? NumericVerdict.undecided(
                            new Bound(constant.value(), threshold, Bound.Sense.AT_MOST), witness, uncertain.get())
                    : NumericVerdict.atMost(constant.value(), threshold, witness, remark(constant));
        }
        return NumericVerdict.notApplicable(verification.description());
    }

    /** Why rounding may have moved a constant over its threshold; empty if it cannot. */
    private Optional<String> uncertainty(double distance, ToDoubleFunction<RoundingLevels> rounding) {
        RunAccuracy accuracy = verification.constants().orElseThrow().accuracy();
        if (accuracy.mayHaveMoved(distance)) {
            return Optional.of("rounding may have driven the iterates along u by "
                    + String.format(
                            Locale.ROOT, "%.2g", accuracy.noise().orElseThrow().value())
                    + " eps delta; --precision 50 tells");
        }
        double level = accuracy.levels().map(rounding::applyAsDouble).orElse(0.0);
        return level >= distance
                ? Optional.of("the errors are at rounding level, " + String.format(Locale.ROOT, "%.2g", level)
                        + " in units of the constant; --precision 50 tells")
                : Optional.empty();
    }

    /** What one should know of a constant that is decided. */
    private String remark(Extreme constant) {
        RunConstants run = verification.constants().orElseThrow();
        if (run.predictionEnd().isPresent()) {
            return verification.description();
        }
        return run.steps() > 1 && constant.step() == run.steps()
                ? ON_THIS_RUN + "; the worst step is the last, and the error may go on growing: take a longer horizon"
                : ON_THIS_RUN;
    }

    private OptionalInt divergence() {
        return verification.end() instanceof RunEnd.Diverged diverged
                ? OptionalInt.of(diverged.step())
                : OptionalInt.empty();
    }

    private String unmetHypothesis() {
        return verification
                .constants()
                .flatMap(RunConstants::undefinedOscillation)
                .map(first -> "no progressive sharpening: alpha_t = " + first.value() + " at t = " + first.step()
                        + " is not positive beyond rounding")
                .orElseGet(() -> verification.description());
    }

    private ConclusionResult average() {
        List<Measured> measures = new ArrayList<>();
        Optional<Double> eps =
                verification.constants().flatMap(RunConstants::epsilon).map(Extreme::value);
        if (eps.isPresent() && averages.isPresent()) {
            PeriodAverages found = averages.get();
            measures.add(new Measured(
                    "|mean x^2/delta^2 - 1|/eps", averageVerdict(found, (found.oscillation() - 1) / eps.get())));
            measures.add(new Measured(
                    "|mean elevation/(delta^2/eta) - 1|/eps",
                    averageVerdict(found, (found.lossElevation() - 1) / eps.get())));
        } else {
            String reason = eps.isPresent() ? "the run has no whole period; a longer horizon has" : unmetHypothesis();
            measures.add(new Measured("averages over whole periods", NumericVerdict.notApplicable(reason)));
        }
        return new ConclusionResult(Conclusion.AVERAGE, measures);
    }

    private Verdict averageVerdict(PeriodAverages found, double signed) {
        return NumericVerdict.atMost(
                Math.abs(signed),
                thresholds.of(Threshold.AVERAGE),
                Witness.atStep((int) found.duration()),
                "over " + found.periods() + " whole " + (found.periods() == 1 ? "period" : "periods") + ", t = 0 to "
                        + (int) found.duration() + (signed < 0 ? "; below the prediction" : "; above the prediction"));
    }
}
