package org.selfstab.sweep;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.claims.Reading;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.Verdict;

/** Gathers what a point gives: values, claims and the reasons for what is undefined, each reason once. */
final class PointRecord {

    private final List<PointValue> values = new ArrayList<>();
    private final List<Verdict.Status> claims = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private PointStatus status = PointStatus.COMPLETE;
    private boolean withRun;

    /** Takes down how the run ended, in the optimizer's own words. */
    void run(Verification verification, EdgeWording wording) {
        withRun = true;
        verification.cutHorizon().ifPresent(reasons::add);
        status = PointStatus.of(verification);
        if ((status != PointStatus.COMPLETE && status != PointStatus.NOT_APPLICABLE)
                || !verification.end().isComplete()) {
            explain(verification.description(), wording.of(verification.description()));
        } else if (status == PointStatus.NOT_APPLICABLE) {
            verification
                    .constants()
                    .flatMap(RunConstants::undefinedOscillation)
                    .ifPresent(extreme -> reasons.add("no progressive sharpening at step " + extreme.step()
                            + ", so delta and epsilon are undefined"));
        }
    }

    /** Takes down the value of a quantity. */
    void value(String name, Reading computed) {
        PointValue value = valueOf(computed);
        values.add(value);
        if (!value.isDefined()) {
            explainUndefined(name, computed);
            status = withRun || status != PointStatus.COMPLETE ? status : PointStatus.UNDEFINED;
        }
    }

    private void explainUndefined(String name, Reading computed) {
        String reason = computed.reason();
        if (reason.isEmpty()) {
            explain(name, name + " is " + computed.text());
        } else {
            explain(reason, name + " is " + computed.text() + ": " + reason);
        }
    }

    /** What is not finite or not determined well enough has no value. */
    private static PointValue valueOf(Reading computed) {
        if (computed instanceof Reading.OfNumber number) {
            return Double.isFinite(number.value()) ? PointValue.of(number.value()) : PointValue.UNDEFINED;
        }
        if (computed instanceof Reading.OfVerdict verdict) {
            return PointValue.of(verdict.status());
        }
        if (computed instanceof Reading.OfDrift drift) {
            return PointValue.words(drift.text());
        }
        if (computed instanceof Reading.OfObservable observed) {
            return PointValue.words(observed.text());
        }
        if (computed instanceof Reading.OfOrders orders && orders.isDecided()) {
            return PointValue.of(orders.slope());
        }
        return computed instanceof Reading.OfStages stages ? PointValue.words(stages.text()) : PointValue.UNDEFINED;
    }

    /** Takes down what became of a claim. */
    void claim(String name, Verdict.Status decided, String reason) {
        claims.add(decided);
        if (!reason.isEmpty()) {
            explain("claim " + name, "claim " + name + ": " + reason);
        }
    }

    private void explain(String key, String reason) {
        if (!known.contains(key)) {
            known.add(key);
            reasons.add(reason);
        }
    }

    PointResult result(int index) {
        return new PointResult(index, status, String.join("; ", reasons), values, claims);
    }
}
