package org.selfstab.suite;

import org.selfstab.vocabulary.Verdict;

/**
 * A claim beside what was computed.
 *
 * @param status HOLDS if they agree, FAILS if they do not, otherwise UNDECIDED: what does not apply decides no claim
 * @param computed the computed value, for people
 * @param expected the asserted value, for people
 * @param reason what more there is to say, for instance why a value is undefined; may be empty
 */
public record Judgement(Verdict.Status status, String computed, String expected, String reason) {
    public Judgement {
        status = status == Verdict.Status.NOT_APPLICABLE ? Verdict.Status.UNDECIDED : status;
    }

    /** Whether the claim passes. */
    public boolean passes() {
        return status == Verdict.Status.HOLDS;
    }
}
