package org.selfstab.claims;

import java.util.Optional;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Evidence;
import org.selfstab.vocabulary.Verdict.Status;
import org.selfstab.vocabulary.Witness;

/** Verdicts that rest on a run in floating-point numbers. */
public final class NumericVerdict {

    /** Why a quantity in the units of the constants is undefined. */
    public static final String NO_UNITS =
            "progressive sharpening fails, so delta and epsilon, its units, are undefined";

    /** What a run in double precision may be wrong by, relatively: trajectories agree with independent ones to this. */
    private static final double ROUNDING = 1e-9;

    private NumericVerdict() {}

    /** A value against its threshold; undecided where rounding could have brought it to the other side. */
    public static Verdict of(Bound bound, Witness witness, String reason) {
        if (Math.abs(bound.value() - bound.threshold()) <= ROUNDING * Math.abs(bound.threshold())) {
            return undecided(bound, witness, "within rounding of the threshold; " + reason);
        }
        return new Verdict(
                bound.isMet() ? Status.HOLDS : Status.FAILS,
                Evidence.NUMERIC,
                Optional.of(bound),
                Optional.of(witness),
                reason);
    }

    /** A value that decides nothing. */
    public static Verdict undecided(Bound bound, Witness witness, String reason) {
        return new Verdict(Status.UNDECIDED, Evidence.NUMERIC, Optional.of(bound), Optional.of(witness), reason);
    }

    /** What could not be decided, without a value to show. */
    public static Verdict undecided(Witness witness, String reason) {
        return new Verdict(Status.UNDECIDED, Evidence.NUMERIC, Optional.empty(), Optional.of(witness), reason);
    }

    /** A statement refuted at a witness, without a value to show. */
    public static Verdict fails(Witness witness, String reason) {
        return new Verdict(Status.FAILS, Evidence.NUMERIC, Optional.empty(), Optional.of(witness), reason);
    }

    /** A value that has to be at most the threshold. */
    public static Verdict atMost(double value, double threshold, Witness witness, String reason) {
        return of(new Bound(value, threshold, Bound.Sense.AT_MOST), witness, reason);
    }

    /** A value that has to be at least the threshold. */
    public static Verdict atLeast(double value, double threshold, Witness witness, String reason) {
        return of(new Bound(value, threshold, Bound.Sense.AT_LEAST), witness, reason);
    }

    /** A quantity of which only bounds are known, to be at most the threshold: decided where both bounds agree. */
    public static Verdict atMostBetween(double lower, double upper, double threshold, Witness witness, String reason) {
        String bounds = String.format(Digits.LOCALE, "between %.4g and %.4g; %s", lower, upper, reason);
        if (upper <= threshold) {
            return atMost(upper, threshold, witness, bounds);
        }
        if (lower > threshold) {
            return atMost(lower, threshold, witness, bounds);
        }
        return undecided(
                new Bound(upper, threshold, Bound.Sense.AT_MOST),
                witness,
                String.format(
                        Digits.LOCALE, "the bounds %.4g and %.4g enclose the threshold; %s", lower, upper, reason));
    }

    /** A hypothesis is not met, so that the quantity is undefined or says nothing. */
    public static Verdict notApplicable(String reason) {
        return new Verdict(Status.NOT_APPLICABLE, Evidence.NUMERIC, Optional.empty(), Optional.empty(), reason);
    }
}
