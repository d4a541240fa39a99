package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeMember;
import org.selfstab.claims.OdeOrder;
import org.selfstab.claims.OrderFit;
import org.selfstab.expression.Expression;

/** A family beside the reduced equation as JSON; what is undefined or not observed is null. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record OdeFamilySummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String arithmetic,
        @OrNull String kick,
        String parameter,
        List<Member> members,
        List<Order> orders,
        String verdict) {

    /** One member. */
    record Member(
            String value,
            double number,
            String end,
            List<String> notes,
            Double epsilon,
            Double energy,
            List<OdeSummary.Quantity> quantities,
            @JsonProperty("sigma2_over_delta2") Double variance) {}

    /** One error's order. */
    record Order(
            String error,
            Double slope,
            @JsonProperty("standard_error") Double standardError,
            Double margin,
            @JsonProperty("finest_slope") Double finest,
            @JsonProperty("asserted_at_least") double asserted,
            String verdict,
            String reason) {}

    static OdeFamilySummary of(OdeFamilyResult result) {
        return new OdeFamilySummary(
                OdeFamilyDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric runs",
                result.arithmetic(),
                result.problem().run().kick().map(Expression::toString).orElse(null),
                result.family().parameter(),
                result.members().stream().map(OdeFamilySummary::member).toList(),
                result.orders().stream().map(OdeFamilySummary::order).toList(),
                result.status().word());
    }

    private static Member member(OdeMember member) {
        return new Member(
                member.value().toString(),
                member.number(),
                member.verification().description(),
                member.verification().cutHorizon().stream().toList(),
                member.horizon().map(OdeComparison::epsilon).orElse(null),
                member.horizon().map(OdeComparison::energy).orElse(null),
                member.overPeriods().map(OdeSummary::quantities).orElse(List.of()),
                member.variance().map(CentralFlowResult.Ratio::mean).orElse(null));
    }

    private static Order order(OdeOrder order) {
        return new Order(
                order.error().word(),
                order.fit().map(OrderFit::slope).orElse(null),
                order.fit().map(OrderFit::standardError).orElse(null),
                order.fit().map(OrderFit::margin).orElse(null),
                order.fit().map(OrderFit::finest).orElse(null),
                1.0,
                order.verdict().status().word(),
                order.verdict().reason());
    }
}
