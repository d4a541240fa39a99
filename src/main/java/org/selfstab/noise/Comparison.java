package org.selfstab.noise;

import org.hipparchus.distribution.continuous.TDistribution;
import org.selfstab.vocabulary.Digits;
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
public record Comparison(
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

    /** A standard error above this share of the prediction decides nothing. */
    static final double LARGEST_ERROR = 0.05;

    /** Decides claims of which there are some number together. */
    record Judge(int claims, int runs) {

        /** How many standard errors the confidence stands for: Student's distribution, as the errors are estimated from the runs. */
        double standardErrors() {
            return new TDistribution(runs - 1.0).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / (2.0 * claims));
        }

        Comparison decide(String key, String statement, double predicted, Estimate measured, double bias) {
            double allowed = standardErrors();
            double error = measured.standardError();
            double difference = Math.abs(measured.value() - predicted);
            double z = (measured.value() - predicted) / error;
            Status status;
            String reason;
            if (!Double.isFinite(difference) || !Double.isFinite(error)) {
                status = Status.UNDECIDED;
                reason = "not finite";
            } else if (error > LARGEST_ERROR * Math.abs(predicted)) {
                status = Status.UNDECIDED;
                reason =
                        "the standard error is above 5 % of the prediction; more --steps or --replicas make it smaller";
            } else if (difference > allowed * error + bias) {
                status = Status.FAILS;
                reason = String.format(Digits.LOCALE, "z = %.1f, beyond %.1f and the bias", z, allowed);
            } else {
                status = Status.HOLDS;
                reason = String.format(Digits.LOCALE, "z = %.1f", z);
            }
            return new Comparison(key, statement, predicted, measured.value(), error, bias, allowed, status, reason);
        }
    }

    /** The difference in standard errors. */
    public double z() {
        return (measured - predicted) / standardError;
    }

    /** The same, undecided for a reason. */
    Comparison undecided(String why) {
        return new Comparison(
                key, statement, predicted, measured, standardError, bias, standardErrors, Status.UNDECIDED, why);
    }
}
