package org.selfstab.certify.trajectory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Evidence;
import org.selfstab.vocabulary.Verdict.Status;
import org.selfstab.vocabulary.Witness;

/** Verdicts that rest on interval bounds. */
final class CertifiedVerdict {

    private CertifiedVerdict() {}

    /** A quantity that has to be at most the threshold. */
    static Verdict atMost(EnclosedExtreme quantity, double threshold, String where) {
        return verdict(of(quantity.value(), Bound.Sense.AT_MOST, threshold), quantity, threshold, where);
    }

    /** A quantity that has to be at least the threshold. */
    static Verdict atLeast(EnclosedExtreme quantity, double threshold, String where) {
        return verdict(of(quantity.value(), Bound.Sense.AT_LEAST, threshold), quantity, threshold, where);
    }

    /** What bounds decide, without a witness and a reason. */
    static Verdict of(Interval value, Bound.Sense sense, double threshold) {
        boolean atMost = sense == Bound.Sense.AT_MOST;
        boolean holds = atMost ? value.upper() <= threshold : value.lower() >= threshold;
        boolean fails = atMost ? value.lower() > threshold : value.upper() < threshold;
        Status status = holds ? Status.HOLDS : fails ? Status.FAILS : Status.UNDECIDED;
        double decisive = atMost == fails ? value.lower() : value.upper();
        return new Verdict(
                status, Evidence.CERTIFIED, Optional.of(new Bound(decisive, threshold, sense)), Optional.empty(), "");
    }

    /** Why bounds do not decide: how wide they are, where the threshold lies, and the way out. */
    static String tooWide(Interval value, double threshold) {
        String wayOut = value.isFinite()
                ? "it is " + new BigDecimal(value.width()).round(new MathContext(2, RoundingMode.UP))
                        + " wide, and a threshold outside is decided"
                : "fewer steps or a narrower tube may have closer bounds";
        return value + " encloses the threshold " + threshold + ": " + wayOut;
    }

    private static Verdict verdict(Verdict decided, EnclosedExtreme quantity, double threshold, String where) {
        String reason = decided.status() == Status.UNDECIDED
                ? where + "; at t = " + quantity.step() + " " + tooWide(quantity.value(), threshold)
                : where;
        Witness witness = new Witness(quantity.step(), quantity.point(), quantity.direction());
        return new Verdict(decided.status(), Evidence.CERTIFIED, decided.bound(), Optional.of(witness), reason);
    }

    /** Nothing could be bounded. */
    static Verdict undecided(String reason) {
        return new Verdict(Status.UNDECIDED, Evidence.CERTIFIED, Optional.empty(), Optional.empty(), reason);
    }
}
