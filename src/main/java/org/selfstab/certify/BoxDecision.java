package org.selfstab.certify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Verdict;

/**
 * What branch and bound found out about a claim.
 *
 * @param claim the claim
 * @param status HOLDS: proved on every part of the box; FAILS: refuted by intervals at the witness; UNDECIDED: neither, for the reason given
 * @param parts how many parts of the box were looked at
 * @param witness the point at which the claim fails, in the order of the box's names
 * @param remaining a part on which nothing could be decided
 * @param value contains the quantity at the witness, or on the remaining part; empty where it could not be shown to be defined
 * @param reason why the claim is undecided
 * @param digits the decimal digits that it took on some part; 0 where doubles were enough
 * @param partition the parts on each of which it was proved, as a text; empty if it was not, or there is no such text
 */
public record BoxDecision(
        BoxClaim claim,
        Verdict.Status status,
        int parts,
        Optional<List<Double>> witness,
        Optional<List<Interval>> remaining,
        Optional<Interval> value,
        Optional<String> reason,
        int digits,
        Optional<String> partition) {

    /** Proved on every part of the box. */
    public static BoxDecision proved(BoxClaim claim, int parts, int digits, Optional<String> partition) {
        return new BoxDecision(
                claim,
                Verdict.Status.HOLDS,
                parts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                digits,
                partition);
    }

    /** Refuted at a witness. */
    public static BoxDecision refuted(BoxClaim claim, int parts, int digits, double[] witness, Interval value) {
        return new BoxDecision(
                claim,
                Verdict.Status.FAILS,
                parts,
                Optional.of(Arrays.stream(witness).boxed().toList()),
                Optional.empty(),
                Optional.of(value),
                Optional.empty(),
                digits,
                Optional.empty());
    }

    /** Neither, for a reason. */
    public static BoxDecision undecided(
            BoxClaim claim, int parts, FieldVector<Interval> remaining, Interval value, String reason) {
        return new BoxDecision(
                claim,
                Verdict.Status.UNDECIDED,
                parts,
                Optional.empty(),
                Optional.of(Arrays.asList(remaining.toArray())),
                Optional.of(value).filter(Interval::isDefined),
                Optional.of(reason),
                0,
                Optional.empty());
    }
}
