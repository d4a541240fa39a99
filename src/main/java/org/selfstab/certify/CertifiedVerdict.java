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
        return verdict(of(quantity.value(), Bound.Sense.AT_MOST, threshold), quantity, where);
    }

    /** A quantity that has to be at least the threshold. */
    static Verdict atLeast(EnclosedExtreme quantity, double threshold, String where) {
        return verdict(of(quantity.value(), Bound.Sense.AT_LEAST, threshold), quantity, where);
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

    private static Verdict verdict(Verdict decided, EnclosedExtreme quantity, String where) {
        String reason = decided.status() == Status.UNDECIDED
                ? where + "; " + quantity.value() + " encloses the threshold, at t = " + quantity.step()
                : where;
        Witness witness = new Witness(quantity.step(), quantity.point(), quantity.direction());
        return new Verdict(decided.status(), Evidence.CERTIFIED, decided.bound(), Optional.of(witness), reason);
    }

    /** Nothing could be bounded. */
    static Verdict undecided(String reason) {
        return new Verdict(Status.UNDECIDED, Evidence.CERTIFIED, Optional.empty(), Optional.empty(), reason);
    }
}
