package org.selfstab.claims;

import java.util.List;
import java.util.Optional;
import org.selfstab.vocabulary.Verdict;

/**
 * What a family says about the order of one error of the reduced equation or the central flow.
 *
 * @param error which error
 * @param observed its order in eps
 */
public record OdeOrder(OdeError error, ObservedOrder observed) {

    /** The errors of all members that have one, in the members' order. */
    public List<ErrorOfMember> points() {
        return observed.points();
    }

    /** The fit through those above rounding; empty if they do not allow one. */
    public Optional<OrderFit> fit() {
        return observed.fit();
    }

    /** Whether the order is at least 1. */
    public Verdict verdict() {
        return observed.verdict();
    }
}
