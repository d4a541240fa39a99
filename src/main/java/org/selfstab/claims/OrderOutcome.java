package org.selfstab.claims;

import java.util.List;
import java.util.Optional;

/**
 * What the members' errors say about their order.
 *
 * @param points the errors of all members that have one, in the members' order
 * @param fit the fit through those above rounding; empty if they do not allow one
 * @param verdict whether the order is at least 1
 */
record OrderOutcome(List<ErrorOfMember> points, Optional<OrderFit> fit, Verdict verdict) {

    OrderOutcome {
        points = List.copyOf(points);
    }
}
