package org.selfstab.certify;

import java.util.Optional;
import org.selfstab.claims.Bound;
import org.selfstab.claims.Verdict;
import org.selfstab.claims.Verdict.Evidence;
import org.selfstab.claims.Verdict.Status;
import org.selfstab.claims.Witness;
import org.selfstab.interval.Interval;

/** Verdicts that rest on interval bounds. */
final class CertifiedVerdict {

    private CertifiedVerdict() {}

    /** A quantity that has to be at most the threshold. */
    static Verdict atMost(EnclosedExtreme quantity, double threshold, String where) {
        Interval value = quantity.value();
        Status status =
                value.upper() <= threshold ? Status.HOLDS : value.lower() > threshold ? Status.FAILS : Status.UNDECIDED;
        return verdict(
                status,
                new Bound(status == Status.FAILS ? value.lower() : value.upper(), threshold, Bound.Sense.AT_MOST),
                quantity,
                where);
    }

    /** A quantity that has to be at least the threshold. */
    static Verdict atLeast(EnclosedExtreme quantity, double threshold, String where) {
        Interval value = quantity.value();
        Status status =
                value.lower() >= threshold ? Status.HOLDS : value.upper() < threshold ? Status.FAILS : Status.UNDECIDED;
        return verdict(
                status,
                new Bound(status == Status.FAILS ? value.upper() : value.lower(), threshold, Bound.Sense.AT_LEAST),
                quantity,
                where);
    }

    private static Verdict verdict(Status status, Bound bound, EnclosedExtreme quantity, String where) {
        String reason = status == Status.UNDECIDED
                ? where + "; " + quantity.value() + " encloses the threshold, at t = " + quantity.step()
                : where;
        Witness witness = new Witness(quantity.step(), quantity.point(), quantity.direction());
        return new Verdict(status, Evidence.CERTIFIED, Optional.of(bound), Optional.of(witness), reason);
    }

    /** Nothing could be bounded. */
    static Verdict undecided(String reason) {
        return new Verdict(Status.UNDECIDED, Evidence.CERTIFIED, Optional.empty(), Optional.empty(), reason);
    }
}
