package org.selfstab.suite;

import java.util.Arrays;
import java.util.List;
import org.selfstab.claims.Conclusion;
import org.selfstab.claims.FamilyConclusion;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.LargestConstant;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.Verdict;

/**
 * What a family says about the quantities that can be asserted of it.
 *
 * @param result the runs of its members
 */
record ObservedFamily(FamilyResult result) {

    Computed orders(OrderStatement... statements) {
        List<FamilyOrder> orders = Arrays.stream(statements).map(result::order).toList();
        return orders.stream()
                .filter(order -> order.fit().isEmpty())
                .findFirst()
                .<Computed>map(without -> new Computed.Undefined(
                        without.statement().title() + ": " + without.verdict().reason()))
                .orElseGet(() -> new Computed.OfOrders(orders));
    }

    /** A conclusion on every member. */
    Computed conclusion(Conclusion conclusion) {
        FamilyConclusion found = result.conclusion(conclusion);
        Computed.OfVerdict ofMember = ObservedRun.verdict(found.weakest());
        return new Computed.OfVerdict(ofMember.status(), at(found.member()) + ": " + ofMember.reason());
    }

    /** The constant with which a conclusion holds on every member. */
    Computed largestConstant(Conclusion conclusion) {
        LargestConstant largest = result.largestConstant(conclusion);
        String place = at(largest.member());
        return largest.constant()
                .<Computed>map(constant -> new Computed.OfNumber(constant, place))
                .orElseGet(() -> new Computed.Undefined(
                        place + ": " + verdict(conclusion, largest.member()).reason()));
    }

    private static Verdict verdict(Conclusion conclusion, FamilyMember member) {
        return member.assessment().conclusion(conclusion).weakest().verdict();
    }

    private String at(FamilyMember member) {
        return "at " + result.family().parameter() + " = " + member.value();
    }

    /** The weaker of two verdicts, of equal ones the first; what has no verdict is weakest. */
    static Computed weaker(Computed one, Computed other) {
        if (one instanceof Computed.OfVerdict first && other instanceof Computed.OfVerdict second) {
            return first.status().compareTo(second.status()) >= 0 ? first : second;
        }
        return one instanceof Computed.OfVerdict ? other : one;
    }
}
