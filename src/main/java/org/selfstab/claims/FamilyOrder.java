package org.selfstab.claims;

import java.util.List;
import java.util.Optional;

/**
 * What a family says about the order of one error.
 *
 * @param statement which error
 * @param observed its order in the statement's unit
 * @param assertsNothing whether the statement asserts nothing of any member, all of them within the theory
 */
public record FamilyOrder(OrderStatement statement, ObservedOrder observed, boolean assertsNothing) {

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
        return assertsNothing
                ? NumericVerdict.notApplicable("no member moves along the stable set, so that nothing is asserted")
                : observed.verdict();
    }
}
