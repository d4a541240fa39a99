package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
                        verification.constants().flatMap(RunConstants::coupling)),
                worstStep(
                        Conclusion.LOSS,
                        "C_L",
                        Threshold.LOSS,
                        verification.constants().flatMap(RunConstants::loss)),
                worstStep(
                        Conclusion.SHARPNESS,
                        "C_S",
                        Threshold.SHARPNESS,
                        verification.constants().flatMap(RunConstants::sharpness)),
                average());
    }

    private ConclusionResult worstStep(
            Conclusion conclusion, String symbol, Threshold threshold, Optional<Extreme> constant) {
        Verdict verdict = constant.map(extreme -> decided(extreme, thresholds.of(threshold)))
                .orElseGet(() -> NumericVerdict.notApplicable(unmetHypothesis()));
        return new ConclusionResult(conclusion, List.of(new Measured(symbol, verdict)));
    }

    private Verdict decided(Extreme constant, double threshold) {
        OptionalInt divergence = divergence();
        if (divergence.isPresent()) {
            return NumericVerdict.atMost(
                    Double.POSITIVE_INFINITY,
                    threshold,
                    Witness.atStep(divergence.getAsInt()),
                    verification.end().description());
        }
        if (verification.isComplete() || !(constant.value() <= threshold)) {
            return NumericVerdict.atMost(constant.value(), threshold, Witness.atStep(constant.step()), ON_THIS_RUN);
        }
        return NumericVerdict.notApplicable(verification.end().description());
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
                .orElseGet(() -> verification.end().description());
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
