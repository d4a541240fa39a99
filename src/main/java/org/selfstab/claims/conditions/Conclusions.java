package org.selfstab.claims.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ImplicitBiasConstants;
import org.selfstab.claims.Measured;
import org.selfstab.claims.NumericVerdict;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.RoundedNumber;
import org.selfstab.claims.RunAccuracy;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UncertainExtreme;
import org.selfstab.claims.Verification;
import org.selfstab.dynamics.AdaptiveModel;
import org.selfstab.dynamics.Model;
import org.selfstab.problem.Thresholds;
import org.selfstab.run.RunEnd;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Witness;

/**
 * Decides the conclusions (24)-(27b) on one run. The theory says O(.), which one run cannot show: HOLDS means with a constant up to the threshold
 * on this run.
 */
public final class Conclusions {

    private static final String ON_THIS_RUN =
            "with this constant on this single run, which says nothing about the order";

    private static final Notation MEAN_OSCILLATION = Notation.formula(
            "|mean x^2/delta^2 - 1|/eps", "|mean x²/δ² − 1|/ε", "|\\mbox{mean } x^2/\\delta^2 - 1|/\\epsilon");
    private static final Notation MEAN_LOSS = Notation.formula(
            "|mean elevation/(delta^2/eta) - 1|/eps",
            "|mean elevation/(δ²/η) − 1|/ε",
            "|\\mbox{mean elevation}/(\\delta^2/\\eta) - 1|/\\epsilon");

    /** In the order of {@link Claims#conclusions}. */
    public static final List<Decided> ALL = List.of(
            new Decided(Claims.COUPLING, Conclusions::worstStep),
            new Decided(Claims.LOSS, Conclusions::worstStep),
            new Decided(Claims.SHARPNESS, Conclusions::worstStep),
            new Decided(Claims.AVERAGE, Conclusions::average),
            new Decided(Claims.IMPLICIT_BIAS, Conclusions::implicitBias),
            new Decided(Claims.DESCENT, Conclusions::descent));

    /** The same of adaptive optimizers. */
    public static final List<Decided> OF_ADAPTIVE = Stream.concat(
                    ALL.stream(), Stream.of(new Decided(Claims.SECOND_MOMENTS, Conclusions::worstStep)))
            .toList();

    private final Verification verification;
    private final Optional<PeriodAverages> averages;
    private final Thresholds thresholds;

    public Conclusions(Verification verification, Optional<PeriodAverages> averages, Thresholds thresholds) {
        this.verification = verification;
        this.averages = averages;
        this.thresholds = thresholds;
    }

    /**
     * A conclusion and what decides it once a run is over.
     *
     * @param claim the conclusion
     * @param decider decides it
     */
    public record Decided(Claim claim, Decider decider) {}

    /** Decides a conclusion. */
    public interface Decider {
        /** Its constants on a run, each with a verdict; at least one. */
        List<Measured> of(Conclusions run, Claim conclusion);
    }

    /** Those that there are for the optimizer of a model, in their order. */
    static List<Decided> of(Model<?> model) {
        return model instanceof AdaptiveModel<?> ? OF_ADAPTIVE : ALL;
    }

    /** The conclusions of the theory, in their order. */
    public List<ConclusionResult> results() {
        return results(ALL);
    }

    /** These conclusions, in their order. */
    List<ConclusionResult> results(List<Decided> conclusions) {
        return conclusions.stream()
                .map(each -> new ConclusionResult(each.claim(), each.decider().of(this, each.claim())))
                .toList();
    }

    /** The run. */
    public Verification verification() {
        return verification;
    }

    /** What a conclusion's constants are held against. */
    double threshold(Claim conclusion) {
        return thresholds.of(conclusion.measure());
    }

    private List<Measured> worstStep(Claim conclusion) {
        Measured measured = verification
                .constants()
                .flatMap(constants -> constants
                        .ofWorstStep(conclusion)
                        .map(constant -> worstStep(conclusion, constant, constants.accuracy())))
                .orElseGet(() ->
                        new Measured(conclusion.measure().symbol(), NumericVerdict.notApplicable(unmetHypothesis())));
        return List.of(measured);
    }

    private Measured worstStep(Claim conclusion, Extremum constant, RunAccuracy accuracy) {
        double threshold = threshold(conclusion);
        OptionalInt divergence = divergence();
        if (divergence.isPresent()) {
            return Measured.atMost(
                    conclusion.measure().symbol(),
                    RoundedNumber.exact(Double.POSITIVE_INFINITY),
                    threshold,
                    Witness.atStep(divergence.getAsInt()),
                    verification.description());
        }
        if (verification.isComplete() || !(constant.value() <= threshold)) {
            return Measured.atMost(
                    conclusion.measure().symbol(),
                    accuracy.rounded(conclusion, constant),
                    threshold,
                    Witness.atStep(constant.step()),
                    remark(constant));
        }
        return new Measured(conclusion.measure().symbol(), NumericVerdict.notApplicable(verification.description()));
    }

    /** What one should know of a constant that is decided. */
    private String remark(Extremum constant) {
        RunConstants run = verification.constants().orElseThrow();
        if (run.predictionEnd().isPresent()) {
            return verification.description();
        }
        return run.steps() > 1 && constant.step() == run.steps()
                ? ON_THIS_RUN + "; the worst step is the last, and the error may go on growing: take a longer horizon"
                : ON_THIS_RUN;
    }

    private List<Measured> implicitBias(Claim conclusion) {
        Optional<UncertainExtreme> constant =
                verification.constants().flatMap(c -> c.implicitBias().following());
        return ofConstrained(conclusion, constant, "");
    }

    private List<Measured> descent(Claim conclusion) {
        Optional<UncertainExtreme> constant =
                verification.constants().flatMap(c -> c.implicitBias().descent());
        return ofConstrained(conclusion, constant, share());
    }

    private List<Measured> ofConstrained(Claim conclusion, Optional<UncertainExtreme> constant, String remark) {
        Measured measured = constant.map(known -> decided(conclusion, known, remark))
                .orElseGet(() ->
                        new Measured(conclusion.measure().symbol(), NumericVerdict.notApplicable(nothingMoves())));
        return List.of(measured);
    }

    /**
     * A constant that is known up to rounding. The constrained trajectory is the same whatever becomes of the iterates: their divergence
     * ends it early, but does not refute anything of it.
     */
    private Measured decided(Claim conclusion, UncertainExtreme constant, String remark) {
        double threshold = threshold(conclusion);
        if (constant.lowest().value() <= threshold && !verification.end().isComplete()) {
            return new Measured(
                    conclusion.measure().symbol(),
                    NumericVerdict.notApplicable(verification.end().description()));
        }
        return Measured.atMost(
                conclusion.measure().symbol(),
                constant.rounded(),
                threshold,
                Witness.atStep(constant.value().step()),
                ON_THIS_RUN + remark);
    }

    /** How much of the gradient is left along the stable set: next to nothing where the constrained trajectory comes to rest. */
    private String share() {
        return verification
                .constants()
                .map(RunConstants::implicitBias)
                .flatMap(bias -> bias.smallestShare()
                        .map(share -> String.format(
                                Digits.LOCALE,
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
        if (verification.unstable().isPresent()) {
            return "(27a) and (27b) are stated for one unstable eigenvalue";
        }
        if (verification.keepsMemory()) {
            return "(27a) and (27b) compare single steps with projected gradient descent, and this optimizer remembers earlier gradients";
        }
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

    private List<Measured> average(Claim conclusion) {
        List<Measured> measures = new ArrayList<>();
        Optional<Double> eps =
                verification.constants().flatMap(RunConstants::epsilon).map(Extremum::value);
        if (eps.isPresent() && averages.isPresent()) {
            PeriodAverages found = averages.get();
            RunAccuracy accuracy = verification.constants().orElseThrow().accuracy();
            measures.add(ofAverage(
                    conclusion,
                    MEAN_OSCILLATION,
                    found,
                    (found.oscillation() - 1) / eps.get(),
                    2 * accuracy.level(Claims.COUPLING, (int) found.duration())));
            measures.add(ofAverage(
                    conclusion,
                    MEAN_LOSS,
                    found,
                    (found.lossElevation() - 1) / eps.get(),
                    accuracy.level(Claims.LOSS, (int) found.duration())));
        } else {
            String reason = eps.isPresent() ? withoutPeriods() : unmetHypothesis();
            measures.add(
                    new Measured(Notation.words("averages over whole periods"), NumericVerdict.notApplicable(reason)));
        }
        return measures;
    }

    private String withoutPeriods() {
        return verification.unstable().isPresent()
                ? "several eigenvalues have no periods in common; the mean of X X^T stands beside Sigma"
                : "the run has no whole period; a longer horizon has";
    }

    /**
     * One of the two constants. A displacement n along u moves the means of x^2 and of the loss by some {@code 2 n |x|/delta^2}.
     *
     * @param level how far the rounding of single points and losses may move it
     */
    private Measured ofAverage(Claim conclusion, Notation quantity, PeriodAverages found, double signed, double level) {
        double drift = found.isNoise() ? Double.POSITIVE_INFINITY : 2 * found.noise() * Math.sqrt(found.oscillation());
        RoundedNumber constant = RoundedNumber.within(
                Math.abs(signed),
                Math.max(drift, level),
                String.format(
                        Digits.LOCALE,
                        "rounding may have driven the iterates along u by %.2g eps delta within these periods; --precision 50 tells",
                        found.noise()));
        return Measured.atMost(
                quantity,
                constant,
                threshold(conclusion),
                Witness.atStep((int) found.duration()),
                "over " + found.periods() + " whole " + (found.periods() == 1 ? "period" : "periods") + ", t = 0 to "
                        + (int) found.duration() + (signed < 0 ? "; below the prediction" : "; above the prediction"));
    }
}
