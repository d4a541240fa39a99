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

    /** How far rounding may have moved its constants, the largest of theirs; infinite where one is not that of the exact run. */
    public double error() {
        return measures.stream().mapToDouble(Measured::error).max().orElseThrow();
    }

    /** The weakest of its constants' verdicts. */
    public Verdict.Status status() {
        return Verdict.weakest(measures.stream().map(Measured::verdict).toList());
    }
}
