package org.selfstab.claims.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.Reading;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.claims.Verification;
import org.selfstab.claims.constants.OscillationAccumulator;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;

/**
 * What one run says about the quantities that can be asserted of it.
 *
 * @param verification the run
 * @param assessment the conditions asked for and the conclusions
 * @param oscillation stages and period
 */
record ObservedRun(Verification verification, Assessment assessment, OscillationAccumulator<?> oscillation) {

    Reading.OfVerdict condition(Claim name) {
        return assessment.conditions().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .map(found -> weakest(found.measures()))
                .orElseGet(() -> ofOtherOptimizers(name));
    }

    Reading conclusion(Claim conclusion) {
        return found(conclusion)
                .<Reading>map(found -> verdict(found.weakest()))
                .orElseGet(() -> ofOtherOptimizers(conclusion));
    }

    private Optional<ConclusionResult> found(Claim conclusion) {
        return assessment.conclusions().stream()
                .filter(each -> each.conclusion().equals(conclusion))
                .findFirst();
    }

    private static Reading.OfVerdict ofOtherOptimizers(Claim claim) {
        return new Reading.OfVerdict(
                Verdict.Status.NOT_APPLICABLE, claim.title() + " is asked of other optimizers than this one");
    }

    private static Reading.OfVerdict weakest(List<Measured> measures) {
        return verdict(measures.stream()
                .max(Comparator.comparing(measured -> measured.verdict().status()))
                .orElseThrow());
    }

    /** What is decided about one quantity, with its value beside the threshold. */
    static Reading.OfVerdict verdict(Measured measured) {
        Verdict verdict = measured.verdict();
        String value = verdict.bound()
                .map(bound -> measured.quantity().ascii() + " = " + Digits.text(bound.value()) + ", threshold "
                        + Digits.text(bound.threshold()) + ": ")
                .orElse("");
        return new Reading.OfVerdict(verdict.status(), value + verdict.reason());
    }

    /** The smallest constant with which a conclusion holds on the run; of several the largest. */
    Reading constant(Claim conclusion) {
        if (!verification.end().isComplete()) {
            return new Reading.Undefined(verification.description());
        }
        return found(conclusion)
                .map(ObservedRun::constant)
                .orElseGet(() ->
                        new Reading.Undefined(conclusion.title() + " is asked of other optimizers than this one"));
    }

    private static Reading constant(ConclusionResult found) {
        return found.constant()
                .<Reading>map(constant -> new Reading.OfNumber(constant, ""))
                .orElseGet(() -> new Reading.Undefined(found.weakest().verdict().reason()));
    }

    Reading steps() {
        return verification
                .constants()
                .map(RunConstants::steps)
                .<Reading>map(steps -> new Reading.OfNumber(steps, verification.description()))
                .orElseGet(() -> new Reading.Undefined(verification.description()));
    }

    /** How many eigenvalues are followed, 1 but for runs of several. */
    Reading unstable() {
        return verification
                .constants()
                .<Reading>map(constants -> new Reading.OfNumber(
                        verification.unstable().map(UnstableEigenvalues::k).orElse(1), ""))
                .orElseGet(() -> new Reading.Undefined(verification.description()));
    }

    /** Something of Sigma at t = 0, where several eigenvalues are followed. */
    Reading covariance(Function<UnstableEigenvalues.Covariance, Reading> of) {
        return verification
                .unstable()
                .map(several -> of.apply(several.start()))
                .orElseGet(
                        () -> new Reading.Undefined("one unstable eigenvalue is followed, whose covariance is delta^2: "
                                + verification.description()));
    }

    static Reading trace(UnstableEigenvalues.Covariance sigma) {
        return sigma.isTraceUnique()
                ? new Reading.OfNumber(sigma.trace(), "")
                : new Reading.Undefined("the trace of Sigma is not unique");
    }

    Reading stages() {
        return withoutOscillation().orElseGet(() -> new Reading.OfStages(oscillation.stages()));
    }

    Reading stagesPassed() {
        return withoutOscillation()
                .orElseGet(() -> new Reading.OfNumber(oscillation.stages().size(), stages().text()));
    }

    Reading period() {
        return withoutOscillation().orElseGet(() -> oscillation
                .period()
                .<Reading>map(period -> new Reading.OfNumber(period, ""))
                .orElseGet(() -> new Reading.Undefined("the run has no whole period; a longer horizon has")));
    }

    private Optional<Reading> withoutOscillation() {
        if (verification.constants().isEmpty()) {
            return Optional.of(new Reading.Undefined(verification.description()));
        }
        if (verification.unstable().isPresent()) {
            return Optional.of(new Reading.Undefined("stages and periods are those of one unstable eigenvalue"));
        }
        Optional<Integer> noiseFrom =
                verification.constants().orElseThrow().accuracy().noiseFrom();
        if (noiseFrom.isPresent()) {
            return Optional.of(new Reading.Undecided(
                    "rounding may have driven the iterates along u by more than eps delta from t = " + noiseFrom.get()
                            + " on; ode --precision 50 tells"));
        }
        return oscillation.obstacle().map(Reading.Undefined::new);
    }
}
