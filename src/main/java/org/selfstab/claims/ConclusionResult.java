package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;

/**
 * What a run says about one conclusion.
 *
 * @param conclusion the conclusion
 * @param measures its constants, each decided on its own; at least one
 */
public record ConclusionResult(Conclusion conclusion, List<Measured> measures) {

    public ConclusionResult {
        measures = List.copyOf(measures);
    }

    /** The constant whose verdict is weakest. */
    public Measured weakest() {
        return measures.stream()
                .max(Comparator.comparing(measured -> measured.verdict().status()))
                .orElseThrow();
    }

    /** The weakest of its constants' verdicts. */
    public Verdict.Status status() {
        return Verdict.weakest(measures.stream().map(Measured::verdict).toList());
    }
}
