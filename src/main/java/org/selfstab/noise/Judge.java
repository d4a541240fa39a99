package org.selfstab.noise;

import org.hipparchus.distribution.continuous.TDistribution;
import org.selfstab.claims.ComparedMean;
import org.selfstab.claims.Estimate;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * Decides claims of which there are some number together.
 *
 * @param claims how many
 * @param runs how many the means are over
 */
record Judge(int claims, int runs) {

    /** A standard error above this share of the prediction decides nothing. */
    static final double LARGEST_ERROR = 0.05;

    /** How many standard errors the confidence stands for: Student's distribution, as the errors are estimated from the runs. */
    double standardErrors() {
        return new TDistribution(runs - 1.0)
                .inverseCumulativeProbability(1 - (1 - ComparedMean.CONFIDENCE) / (2.0 * claims));
    }

    ComparedMean decide(String key, String statement, double predicted, Estimate measured, double bias) {
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
            reason = "the standard error is above 5 % of the prediction; more --steps or --replicas make it smaller";
        } else if (difference > allowed * error + bias) {
            status = Status.FAILS;
            reason = String.format(Digits.LOCALE, "z = %.1f, beyond %.1f and the bias", z, allowed);
        } else {
            status = Status.HOLDS;
            reason = String.format(Digits.LOCALE, "z = %.1f", z);
        }
        return new ComparedMean(key, statement, predicted, measured.value(), error, bias, allowed, status, reason);
    }
}
