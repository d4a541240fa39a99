package org.selfstab.claims;

import java.util.List;
import java.util.Optional;

/**
 * What a family says about the order of one error of the reduced equation or the central flow.
 *
 * @param error which error
 * @param points the errors of all members that have one, in the members' order
 * @param fit the fit through those above rounding; empty if they do not allow one
 * @param verdict whether the order is at least 1
 */
public record OdeOrder(OdeError error, List<ErrorOfMember> points, Optional<OrderFit> fit, Verdict verdict) {

    public OdeOrder {
        points = List.copyOf(points);
    }
}
