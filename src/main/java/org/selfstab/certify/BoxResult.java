package org.selfstab.certify;

import java.util.List;
import java.util.Optional;
import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Verdict;

/**
 * What was found out about claims on a box.
 *
 * @param names the names of the box's sides, the variables first
 * @param box the sides
 * @param domain the parts on each of which the loss is defined and eta positive, as a text; empty if they do not cover the box, or there is no such
 *     text
 * @param decisions one for each claim, in their order
 */
public record BoxResult(List<String> names, List<Interval> box, Optional<String> domain, List<BoxDecision> decisions) {

    public BoxResult {
        names = List.copyOf(names);
        box = List.copyOf(box);
        decisions = List.copyOf(decisions);
    }

    /** The weakest of the decisions. */
    public Verdict.Status status() {
        return Verdict.Status.weakest(decisions.stream().map(BoxDecision::status));
    }
}
