package org.selfstab.claims;

import java.util.Arrays;
import java.util.List;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Verdict;

/**
 * A family's members beside the reduced equation and the orders of its errors; evidence: numeric runs.
 *
 * @param problem the problem
 * @param family the parameter swept
 * @param arithmetic the numbers of the runs
 * @param members in the order of the family's values
 * @param orders one for each of {@link OdeError}, in their order
 */
public record OdeFamilyResult(
        Problem problem, Family family, String arithmetic, List<OdeMember> members, List<OdeOrder> orders) {

    public OdeFamilyResult {
        members = List.copyOf(members);
        orders = List.copyOf(orders);
    }

    /** The orders that the members give. */
    public static OdeFamilyResult of(Problem problem, Family family, String arithmetic, List<OdeMember> members) {
        List<OdeOrder> orders = Arrays.stream(OdeError.values())
                .map(error -> order(error, members))
                .toList();
        return new OdeFamilyResult(problem, family, arithmetic, members, orders);
    }

    private static OdeOrder order(OdeError error, List<OdeMember> members) {
        List<ErrorOfMember> points =
                members.stream().flatMap(member -> error.error(member).stream()).toList();
        boolean hypothesisMissing =
                members.stream().anyMatch(member -> member.verification().lacksProgressiveSharpening());
        return new OdeOrder(error, new ObservedOrder(OdeError.UNIT, points, members.size(), hypothesisMissing));
    }

    /** What the family says about one error. */
    public OdeOrder order(OdeError error) {
        return orders.stream()
                .filter(order -> order.error() == error)
                .findFirst()
                .orElseThrow();
    }

    /** The weakest of the verdicts. */
    public Verdict.Status status() {
        return Verdict.weakest(orders.stream().map(OdeOrder::verdict).toList());
    }
}
