package org.selfstab.certify.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.BoxResult;
import org.selfstab.interval.Interval;
import org.selfstab.loss.WrittenObservable;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunListener;

/** Decides claims about a box: those of the loss's geometry together, each of an observable by a search of its own. */
public final class BoxClaims {

    private BoxClaims() {}

    /**
     * Decides.
     *
     * @param box the intervals of the variables in the problem's order, then of parameters that are boxed too; finite
     * @param budget how many parts to look at for each claim, at least 1
     * @param listener is told the number of parts looked at for each
     * @throws org.selfstab.vocabulary.SelfstabException if a claim is of no observable of the problem, or one that cannot be written out
     */
    public static BoxResult decide(
            Problem problem, Map<String, Interval> box, List<BoxClaim> claims, int budget, RunListener listener) {
        BoxResult ofLoss = new BoxSearch(problem, box, budget)
                .decide(claims.stream().filter(claim -> !claim.isOfObservable()).toList(), listener);
        List<BoxDecision> decisions = new ArrayList<>();
        int next = 0;
        for (BoxClaim claim : claims) {
            decisions.add(
                    claim.isOfObservable()
                            ? new BoxSearch(WrittenObservable.inPlaceOfLoss(problem, claim.name()), box, budget)
                                    .decide(List.of(claim), listener)
                                    .decisions()
                                    .get(0)
                            : ofLoss.decisions().get(next++));
        }
        return new BoxResult(ofLoss.names(), ofLoss.box(), ofLoss.domain(), decisions);
    }
}
