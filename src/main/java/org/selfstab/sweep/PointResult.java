package org.selfstab.sweep;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Verdict;

/**
 * What a point of a grid gave.
 *
 * @param index the point's number on the grid
 * @param status what became of it
 * @param reason why there is no more; empty if there is nothing to say
 * @param values one for each quantity asked for
 * @param claims one for each claim asked for; none if the parameters are invalid or the point could not be run
 */
public record PointResult(
        int index, PointStatus status, String reason, List<PointValue> values, List<Verdict.Status> claims) {

    public PointResult {
        values = List.copyOf(values);
        claims = List.copyOf(claims);
    }

    /** A point that could not be run. */
    static PointResult without(int index, PointStatus status, String reason, int quantities) {
        List<PointValue> none = Collections.nCopies(quantities, PointValue.UNDEFINED);
        return new PointResult(index, status, reason, none, List.of());
    }

    /** Whether the run was complete, or its end left nothing undefined that was asked for. */
    public boolean isAnswered() {
        boolean defined = !values.isEmpty() && values.stream().allMatch(PointValue::isDefined);
        return status == PointStatus.COMPLETE || defined;
    }

    /** What became of a claim, by its place among those asked for; empty if nothing did. */
    public Optional<Verdict.Status> claim(int claim) {
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(claim));
    }

    /** The weakest of its claims; HOLDS of none. */
    public Verdict.Status weakestClaim() {
        return Verdict.Status.weakest(claims.stream());
    }

    /** The weakest of its claims, and at best UNDECIDED if it gave no answer. */
    public Verdict.Status verdict() {
        Verdict.Status weakest = weakestClaim();
        boolean decided = isAnswered() || weakest.compareTo(Verdict.Status.UNDECIDED) > 0;
        return decided ? weakest : Verdict.Status.UNDECIDED;
    }
}
