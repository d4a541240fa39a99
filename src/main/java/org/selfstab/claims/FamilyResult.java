package org.selfstab.claims;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.Verdict;

/**
 * A family's members, the conclusions on each, and the orders of their errors; evidence: numeric runs.
 *
 * @param problem the problem
 * @param family the parameter swept
 * @param arithmetic the numbers of the runs
 * @param options the projection, the predicted dynamics and the horizon
 * @param members in the order of the family's values
 * @param orders one for each of {@link OrderStatement}, in their order
 */
public record FamilyResult(
        Problem problem,
        Family family,
        String arithmetic,
        RunOptions options,
        List<FamilyMember> members,
        List<FamilyOrder> orders) {

    public FamilyResult {
        members = List.copyOf(members);
        orders = List.copyOf(orders);
    }

    /** How formulas read, where several eigenvalues are followed of every member with those of the most. */
    public EdgeWording wording() {
        List<Integer> followed = members.stream()
                .flatMap(member -> member.verification().unstable().stream())
                .map(UnstableEigenvalues::k)
                .toList();
        return followed.isEmpty() || followed.size() < members.size()
                ? problem.wording()
                : problem.wording().ofSeveral(Collections.max(followed));
    }

    public static FamilyResult of(
            Problem problem, Family family, String arithmetic, RunOptions options, List<FamilyMember> members) {
        List<FamilyOrder> orders = Arrays.stream(OrderStatement.values())
                .map(statement -> order(statement, members))
                .toList();
        return new FamilyResult(problem, family, arithmetic, options, members, orders);
    }

    private static FamilyOrder order(OrderStatement statement, List<FamilyMember> members) {
        List<ErrorOfMember> points = members.stream()
                .flatMap(member -> statement.error(member).stream())
                .toList();
        boolean hypothesisMissing = members.stream().anyMatch(FamilyMember::lacksProgressiveSharpening);
        return new FamilyOrder(
                statement,
                new ObservedOrder(statement.unit().ascii(), points, members.size(), hypothesisMissing),
                members.stream().anyMatch(OrderStatement::isOfSeveral),
                silent(statement, members));
    }

    /** How many members a statement asserts nothing of, where it asserts nothing of any whose run is complete; otherwise 0. */
    private static int silent(OrderStatement statement, List<FamilyMember> members) {
        List<FamilyMember> complete = members.stream()
                .filter(member -> member.comparableConstants().isPresent())
                .toList();
        return complete.stream().allMatch(statement::assertsNothing) ? complete.size() : 0;
    }

    /** What the family says about one error. */
    public FamilyOrder order(OrderStatement statement) {
        return orders.stream()
                .filter(order -> order.statement() == statement)
                .findFirst()
                .orElseThrow();
    }

    /** Every conclusion, on every member. */
    public List<FamilyConclusion> conclusions() {
        return Claims.conclusions().stream().map(this::conclusion).toList();
    }

    /** One conclusion, on every member. */
    public FamilyConclusion conclusion(Claim conclusion) {
        return FamilyConclusion.of(conclusion, members);
    }

    /** The largest constant with which a conclusion holds on the members. */
    public LargestConstant largestConstant(Claim conclusion) {
        return LargestConstant.of(conclusion, this);
    }

    /** Every bound that the problem states of the largest constants. */
    public List<FamilyBoundResult> bounds() {
        return FamilyBound.of(problem).stream()
                .map(bound -> FamilyBoundResult.of(bound, this))
                .toList();
    }

    /**
     * The weakest of the verdicts on the orders on the conclusions of each member and on the bounds of their largest constants; the order of a statement that asserts nothing of any
     * member does not count.
     */
    public Verdict.Status status() {
        Verdict.Status ofOrders = Verdict.weakest(orders.stream()
                .filter(order -> !order.assertsNothing())
                .map(FamilyOrder::verdict)
                .toList());
        Verdict.Status ofBounds = Verdict.weakest(
                bounds().stream().map(FamilyBoundResult::verdict).toList());
        return Stream.concat(Stream.of(ofBounds), members.stream().map(member -> member.assessment()
                        .ofConclusions()))
                .reduce(ofOrders, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
}
