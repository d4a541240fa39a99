package org.selfstab.suite;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.Binary64;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.Conclusion;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionName;
import org.selfstab.claims.Measured;
import org.selfstab.claims.OscillationOfRun;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verdict;
import org.selfstab.claims.Verification;

/**
 * What one run says about the quantities that can be asserted of it.
 *
 * @param verification the run
 * @param assessment the conditions asked for and the conclusions
 * @param oscillation stages and period
 */
record ObservedRun(Verification verification, Assessment assessment, OscillationOfRun<Binary64> oscillation) {

    Computed condition(ConditionName name) {
        return weakest(assessment.condition(name).measures());
    }

    Computed conclusion(Conclusion conclusion) {
        return verdict(assessment.conclusion(conclusion).weakest());
    }

    private static Computed weakest(List<Measured> measures) {
        return verdict(measures.stream()
                .max(Comparator.comparing(measured -> measured.verdict().status()))
                .orElseThrow());
    }

    /** What is decided about one quantity, with its value beside the threshold. */
    static Computed.OfVerdict verdict(Measured measured) {
        Verdict verdict = measured.verdict();
        String value = verdict.bound()
                .map(bound -> measured.quantity() + " = " + Numbers.text(bound.value()) + ", threshold "
                        + Numbers.text(bound.threshold()) + ": ")
                .orElse("");
        return new Computed.OfVerdict(verdict.status(), value + verdict.reason());
    }

    /** The smallest constant with which a conclusion holds on the run; of several the largest. */
    Computed constant(Conclusion conclusion) {
        if (!verification.end().isComplete()) {
            return new Computed.Undefined(verification.description());
        }
        ConclusionResult found = assessment.conclusion(conclusion);
        return found.constant()
                .<Computed>map(constant -> new Computed.OfNumber(constant, ""))
                .orElseGet(
                        () -> new Computed.Undefined(found.weakest().verdict().reason()));
    }

    Computed steps() {
        return verification
                .constants()
                .map(RunConstants::steps)
                .<Computed>map(steps -> new Computed.OfNumber(steps, verification.description()))
                .orElseGet(() -> new Computed.Undefined(verification.description()));
    }

    Computed stages() {
        return withoutOscillation().orElseGet(() -> new Computed.OfStages(oscillation.stages()));
    }

    Computed stagesPassed() {
        return withoutOscillation()
                .orElseGet(() -> new Computed.OfNumber(oscillation.stages().size(), stages().text()));
    }

    Computed period() {
        return withoutOscillation().orElseGet(() -> oscillation
                .period()
                .<Computed>map(period -> new Computed.OfNumber(period, ""))
                .orElseGet(() -> new Computed.Undefined("the run has no whole period; a longer horizon has")));
    }

    private Optional<Computed> withoutOscillation() {
        if (verification.constants().isEmpty()) {
            return Optional.of(new Computed.Undefined(verification.description()));
        }
        Optional<Integer> noiseFrom =
                verification.constants().orElseThrow().accuracy().noiseFrom();
        if (noiseFrom.isPresent()) {
            return Optional.of(new Computed.Undecided(
                    "rounding may have driven the iterates along u by more than eps delta from t = " + noiseFrom.get()
                            + " on; ode --precision 50 tells"));
        }
        return oscillation.obstacle().map(Computed.Undefined::new);
    }
}
