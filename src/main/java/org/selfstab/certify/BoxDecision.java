package org.selfstab.certify;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.Verdict;
import org.selfstab.interval.Interval;

/**
 * What branch and bound found out about a claim.
 *
 * @param claim the claim
 * @param status HOLDS: proved on every part of the box; FAILS: refuted by intervals at the witness; UNDECIDED: the budget was used up
 * @param parts how many parts of the box were looked at
 * @param witness the point at which the claim fails, in the order of the box's names
 * @param remaining a part on which nothing could be decided
 * @param value contains the quantity at the witness, or on the remaining part; empty where not even a simple top eigenvalue was proved
 */
public record BoxDecision(
        BoxClaim claim,
        Verdict.Status status,
        int parts,
        Optional<List<Double>> witness,
        Optional<List<Interval>> remaining,
        Optional<Interval> value) {}
