package org.selfstab.claims.observation;

import java.util.Arrays;
import java.util.List;
import org.selfstab.claims.FamilyConclusion;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.LargestConstant;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.Reading;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Verdict;

/**
 * What a family says about the quantities that can be asserted of it.
 *
 * @param result the runs of its members
 */
record ObservedFamily(FamilyResult result) {

    Reading orders(OrderStatement... statements) {
        List<FamilyOrder> orders = Arrays.stream(statements).map(result::order).toList();
        return orders.stream()
                .filter(order -> order.fit().isEmpty())
                .findFirst()
                .<Reading>map(without ->
                        new Reading.Undefined(without.statement().title().ascii() + ": "
                                + without.verdict().reason()))
                .orElseGet(() -> new Reading.OfOrders(orders));
    }

    /** A conclusion on every member. */
    Reading conclusion(Claim conclusion) {
        FamilyConclusion found = result.conclusion(conclusion);
        Reading.OfVerdict ofMember = ObservedRun.verdict(found.weakest());
        return new Reading.OfVerdict(ofMember.status(), at(found.member()) + ": " + ofMember.reason());
    }

    /** The constant with which a conclusion holds on every member. */
    Reading largestConstant(Claim conclusion) {
        LargestConstant largest = result.largestConstant(conclusion);
        String place = at(largest.member());
        return largest.constant()
                .<Reading>map(constant -> new Reading.OfNumber(constant, place))
                .orElseGet(() -> new Reading.Undefined(
                        place + ": " + verdict(conclusion, largest.member()).reason()));
    }

    private static Verdict verdict(Claim conclusion, FamilyMember member) {
        return member.assessment().conclusion(conclusion).weakest().verdict();
    }

    private String at(FamilyMember member) {
        return "at " + result.family().parameter() + " = " + member.value();
    }

    /** The weaker of two verdicts, of equal ones the first; what has no verdict is weakest. */
    static Reading weaker(Reading one, Reading other) {
        if (one instanceof Reading.OfVerdict first && other instanceof Reading.OfVerdict second) {
            return first.status().compareTo(second.status()) >= 0 ? first : second;
        }
        return one instanceof Reading.OfVerdict ? other : one;
    }
}
