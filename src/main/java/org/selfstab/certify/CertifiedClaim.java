package org.selfstab.certify;

import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;

/**
 * A statement that was to be decided by bounds.
 *
 * @param name the condition or conclusion, as in {@code [expect]}
 * @param quantity the quantity, in symbols
 * @param value contains it
 * @param verdict the decision
 */
public record CertifiedClaim(String name, Notation quantity, Interval value, Verdict verdict) {

    /** The name of the claim that a run was enclosed up to its horizon, which stands only where it was not. */
    public static final String RUN = "run";
}
