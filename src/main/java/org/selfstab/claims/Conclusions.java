package org.selfstab.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.selfstab.dynamics.RunEnd;
import org.selfstab.problem.Threshold;
import org.selfstab.problem.Thresholds;

/**
 * Decides the conclusions (24)-(27b) on one run. The theory says O(.), which one run cannot show: HOLDS means with a constant up to the threshold
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
                worstStep(Conclusion.COUPLING),
                worstStep(Conclusion.LOSS),
                worstStep(Conclusion.SHARPNESS),
                average(),
                implicitBias(),
                descent());
    }

    private ConclusionResult worstStep(Conclusion conclusion) {
        Measured measured = verification
                .constants()
                .flatMap(constants -> constants
                        .ofWorstStep(conclusion)
                        .map(constant -> worstStep(conclusion, constant, constants.accuracy())))
                .orElseGet(() -> new Measured(conclusion.symbol(), NumericVerdict.notApplicable(unmetHypothesis())));
        return new ConclusionResult(conclusion, List.of(measured));
    }

    private Measured worstStep(Conclusion conclusion, Extreme constant, RunAccuracy accuracy) {
        double error = accuracy.noiseFrom().isPresent() ? accuracy.drift(conclusion, constant.step()) : 0.0;
        return new Measured(conclusion.symbol(), decided(conclusion, constant, accuracy), error);
    }

    private Verdict decided(Conclusion conclusion, Extreme constant, RunAccuracy accuracy) {
        double threshold = thresholds.of(conclusion.threshold());
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
            Optional<String> uncertain = accuracy.doubtOf(conclusion, constant, threshold);
            return uncertain.isPresent()
                    ? NumericVerdict.undecided(
                            new Bound(constant.value(), threshold, Bound.Sense.AT_MOST), witness, uncertain.get())
                    : NumericVerdict.atMost(constant.value(), threshold, witness, remark(constant));
        }
        return NumericVerdict.notApplicable(verification.description());
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

    private ConclusionResult implicitBias() {
        Optional<UncertainExtreme> constant =
                verification.constants().flatMap(c -> c.implicitBias().following());
        return ofConstrained(Conclusion.IMPLICIT_BIAS, constant, "");
    }

    private ConclusionResult descent() {
        Optional<UncertainExtreme> constant =
                verification.constants().flatMap(c -> c.implicitBias().descent());
        return ofConstrained(Conclusion.DESCENT, constant, share());
    }

    private ConclusionResult ofConstrained(Conclusion conclusion, Optional<UncertainExtreme> constant, String remark) {
        Measured measured = constant.map(known -> new Measured(
                        conclusion.symbol(),
                        decided(known, thresholds.of(conclusion.threshold()), remark),
                        known.error()))
                .orElseGet(() -> new Measured(conclusion.symbol(), NumericVerdict.notApplicable(nothingMoves())));
        return new ConclusionResult(conclusion, List.of(measured));
    }

    /**
     * A constant that is known up to rounding. The constrained trajectory is the same whatever becomes of the iterates: their divergence
     * ends it early, but does not refute anything of it.
     */
    private Verdict decided(UncertainExtreme constant, double threshold, String remark) {
        Extreme value = constant.value();
        boolean refuted = constant.lowest().value() > threshold;
        if (!refuted && !verification.end().isComplete()) {
            return NumericVerdict.notApplicable(verification.end().description());
        }
        Witness witness = Witness.atStep(value.step());
        return refuted || constant.highest().value() <= threshold
                ? NumericVerdict.atMost(value.value(), threshold, witness, ON_THIS_RUN + remark)
                : NumericVerdict.undecided(
                        new Bound(value.value(), threshold, Bound.Sense.AT_MOST),
                        witness,
                        String.format(
                                Locale.ROOT,
                                "rounding leaves it between %.4g and %.4g; --precision 50 decides",
                                constant.lowest().value(),
                                constant.highest().value()));
    }

    /** How much of the gradient is left along the stable set: next to nothing where the constrained trajectory comes to rest. */
    private String share() {
        return verification
                .constants()
                .map(RunConstants::implicitBias)
                .flatMap(bias -> bias.smallestShare()
                        .map(share -> String.format(
                                Locale.ROOT,
                                "; |Pi grad L| is at least %.3g |grad L|, smallest at t = %d%s",
                                share.value(),
                                share.step(),
                                bias.descending() == bias.pairs()
                                        ? ""
                                        : ", and 0 to rounding at " + (bias.pairs() - bias.descending()) + " of "
                                                + bias.pairs() + " steps")))
                .orElse("");
    }

    private String nothingMoves() {
        Optional<ImplicitBiasConstants> bias = verification
                .constants()
                .filter(constants -> constants.epsilon().isPresent())
                .map(RunConstants::implicitBias);
        return bias.map(constants -> {
                    if (constants.pairs() == 0) {
                        return "the run has no step after t = 0";
                    }
                    return constants.isAtPoint()
                            ? "two variables: at the edge the stable set is a point, Pi grad L = 0 and nothing moves along it"
                            : "Pi grad L is 0 to rounding at every step";
                })
                .orElseGet(this::unmetHypothesis);
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
            double error = found.isNoise() ? Double.POSITIVE_INFINITY : 0;
            measures.add(new Measured(
                    "|mean x^2/delta^2 - 1|/eps", averageVerdict(found, (found.oscillation() - 1) / eps.get()), error));
            measures.add(new Measured(
                    "|mean elevation/(delta^2/eta) - 1|/eps",
                    averageVerdict(found, (found.lossElevation() - 1) / eps.get()),
                    error));
        } else {
            String reason = eps.isPresent() ? "the run has no whole period; a longer horizon has" : unmetHypothesis();
            measures.add(new Measured("averages over whole periods", NumericVerdict.notApplicable(reason)));
        }
        return new ConclusionResult(Conclusion.AVERAGE, measures);
    }

    private Verdict averageVerdict(PeriodAverages found, double signed) {
        double threshold = thresholds.of(Threshold.AVERAGE);
        Witness witness = Witness.atStep((int) found.duration());
        if (found.isNoise()) {
            return NumericVerdict.undecided(
                    new Bound(Math.abs(signed), threshold, Bound.Sense.AT_MOST),
                    witness,
                    "rounding may have driven the iterates along u by more than eps delta within these periods; --precision 50 tells");
        }
        return NumericVerdict.atMost(
                Math.abs(signed),
                threshold,
                witness,
                "over " + found.periods() + " whole " + (found.periods() == 1 ? "period" : "periods") + ", t = 0 to "
                        + (int) found.duration() + (signed < 0 ? "; below the prediction" : "; above the prediction"));
    }
}
