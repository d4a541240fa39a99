package org.selfstab.claims;

import java.util.List;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;

/**
 * What a run says about one condition.
 *
 * @param name the condition
 * @param measures its quantities, each decided on its own; at least one
 */
public record ConditionResult(Claim name, List<Measured> measures) {

    public ConditionResult {
        measures = List.copyOf(measures);
    }

    public static ConditionResult of(Claim name, Notation quantity, Verdict verdict) {
        return new ConditionResult(name, List.of(new Measured(quantity, verdict)));
    }

    /** The weakest of its quantities' verdicts. */
    public Verdict.Status status() {
        return Verdict.weakest(measures.stream().map(Measured::verdict).toList());
    }
}
