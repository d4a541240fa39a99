package org.selfstab.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Verdict;

/**
 * What a run says about one conclusion.
 *
 * @param conclusion the conclusion
 * @param measures its constants, each decided on its own; at least one
 */
public record ConclusionResult(Claim conclusion, List<Measured> measures) {

    public ConclusionResult {
        measures = List.copyOf(measures);
    }

    /** The constant whose verdict is weakest. */
    public Measured weakest() {
        return measures.stream()
                .max(Comparator.comparing(measured -> measured.verdict().status()))
                .orElseThrow();
    }

    /** The smallest constant with which it holds, of several the largest; empty where one is undefined. */
    public Optional<RoundedNumber> constant() {
        return measures.stream()
                .map(Measured::constant)
                .reduce((a, b) -> a.flatMap(x -> b.map(x::max)))
                .orElseThrow();
    }

    /** The weakest of its constants' verdicts. */
    public Verdict.Status status() {
        return Verdict.weakest(measures.stream().map(Measured::verdict).toList());
    }
}
