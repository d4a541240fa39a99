package org.selfstab.claims;

import org.selfstab.vocabulary.Verdict.Status;

/**
 * A prediction beside a mean over runs, and what is decided.
 *
 * @param key its name in JSON
 * @param statement what is claimed
 * @param predicted the formula's value
 * @param measured the mean
 * @param standardError of the mean
 * @param bias how far the formula itself may be off, by terms of higher order
 * @param standardErrors within how many of them, beyond the bias, the mean must be
 * @param status the decision
 * @param reason of it, one sentence
 */
public record ComparedMean(
        String key,
        String statement,
        double predicted,
        double measured,
        double standardError,
        double bias,
        double standardErrors,
        Status status,
        String reason) {

    /** All claims of one result hold together with this confidence, where each is decided with a share of the rest (Bonferroni). */
    public static final double CONFIDENCE = 0.99;

    /** The difference in standard errors. */
    public double z() {
        return (measured - predicted) / standardError;
    }

    /** The same, undecided for a reason. */
    public ComparedMean undecided(String why) {
        return new ComparedMean(
                key, statement, predicted, measured, standardError, bias, standardErrors, Status.UNDECIDED, why);
    }
}
