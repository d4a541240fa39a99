package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.selfstab.claims.SlowMember;
import org.selfstab.claims.SlowResult;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Family;
import org.selfstab.vocabulary.Extremum;

/**
 * Exact iterates over {@code 1/eps^2} steps beside the reduced equations of first and of second order.
 *
 * @param parameter the parameter swept; null for a problem alone
 * @param members one for each of its values
 * @param orders of the errors over a family; none for a problem alone
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record SlowSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        @OrNull String parameter,
        List<Member> members,
        List<ErrorOrder> orders,
        String verdict) {

    static final String FIRST = "equation of first order";
    static final String SECOND = "equation of second order";

    /** A member; the errors are null where the iterates could not be followed. */
    record Member(
            @OrNull String value,
            Double epsilon,
            int steps,
            @OrNull @JsonProperty("first_order") Deviation first,
            @OrNull @JsonProperty("second_order") Deviation second,
            @OrNull String obstacle) {}

    /** A largest distance in the plane of X and Y, its step, and the distance in units of epsilon. */
    record Deviation(double distance, int step, double constant) {}

    static SlowSummary of(SlowResult result) {
        return new SlowSummary(
                SlowDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric run",
                result.family().map(Family::parameter).orElse(null),
                result.members().stream().map(SlowSummary::member).toList(),
                orders(result),
                result.status().word());
    }

    static List<ErrorOrder> orders(SlowResult result) {
        return result.family().isEmpty()
                ? List.of()
                : List.of(ErrorOrder.shown(FIRST, result.ofFirst()), ErrorOrder.asserted(SECOND, result.ofSecond()));
    }

    private static Member member(SlowMember member) {
        return new Member(
                member.value().map(Expression::toString).orElse(null),
                Double.isNaN(member.epsilon()) ? null : member.epsilon(),
                member.steps(),
                member.errors().map(e -> deviation(e.first(), member.epsilon())).orElse(null),
                member.errors()
                        .map(e -> deviation(e.second(), member.epsilon()))
                        .orElse(null),
                member.obstacle().orElse(null));
    }

    private static Deviation deviation(Extremum distance, double epsilon) {
        return new Deviation(distance.value(), distance.step(), distance.value() / epsilon);
    }
}
