package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.claims.FamilyBoundResult;
import org.selfstab.claims.FamilyConclusion;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.RunConstants;
import org.selfstab.document.Json;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.EdgeWording;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** A family as {@code family.json} states it; what is undefined is null. */
@JsonPropertyOrder({"summary", "problem", "title", "source", "evidence"})
record FamilySummary(
        String summary,
        String problem,
        String title,
        @OrNull String source,
        String evidence,
        String arithmetic,
        String projection,
        String frame,
        @OrNull String kick,
        String parameter,
        List<Member> members,
        List<OfFamily> conclusions,
        List<StatedBound> bounds,
        List<Order> orders,
        String verdict) {

    /** A conclusion on every member: the member for which it is weakest, and its constant. */
    record OfFamily(
            String name,
            String formula,
            String verdict,
            @JsonProperty("value") String member,
            String quantity,
            Double constant,
            Double threshold,
            Integer step,
            String reason) {

        static OfFamily of(EdgeWording wording, FamilyConclusion found) {
            Measured weakest = found.weakest();
            Verdict verdict = weakest.verdict();
            return new OfFamily(
                    found.conclusion().title(),
                    VerdictSummary.formula(wording, found.conclusion()),
                    verdict.status().word(),
                    found.member().value().toString(),
                    wording.of(weakest.quantity()).ascii(),
                    verdict.bound().map(Bound::value).filter(Double::isFinite).orElse(null),
                    verdict.bound().map(Bound::threshold).orElse(null),
                    verdict.witness().map(Witness::step).orElse(null),
                    verdict.reason());
        }
    }

    /** A bound that is stated of the largest constant, the member whose constant that is, and the reason of the verdict, which may be empty. */
    record StatedBound(
            String name,
            String verdict,
            @JsonProperty("value") String member,
            Double constant,
            String sense,
            Double threshold,
            String reason) {

        static StatedBound of(FamilyBoundResult result, double threshold) {
            return new StatedBound(
                    result.bound().name(),
                    result.verdict().status().word(),
                    result.largest().member().value().toString(),
                    result.largest().value().filter(Double::isFinite).orElse(null),
                    result.bound().sense() == Bound.Sense.AT_MOST ? "at most" : "at least",
                    Json.finite(threshold),
                    result.verdict().reason());
        }
    }

    /** One member. */
    record Member(
            String value,
            double number,
            Integer steps,
            Double epsilon,
            Double delta,
            @JsonProperty("max_deviation") Double deviation,
            @JsonProperty("max_loss_error") Double lossError,
            @JsonProperty("max_sharpness_error") Double sharpnessError,
            @JsonProperty("C1") Double coupling,
            @JsonProperty("CL") Double loss,
            @JsonProperty("CS") Double sharpness,
            @OrNull @JsonProperty("Cnu") Double moments,
            @JsonProperty("CP") Double following,
            @JsonProperty("CD") Double descent,
            @JsonProperty("average_x2_over_delta2") Double oscillation,
            @JsonProperty("average_loss_over_delta2_eta") Double lossElevation,
            Integer periods,
            @JsonProperty("periods_duration") Double duration,
            List<VerdictSummary.OfConclusion> conclusions,
            String verdict,
            String end,
            List<String> notes,
            boolean complete) {}

    /** One error's order. */
    record Order(
            String statement,
            String unit,
            Double slope,
            @JsonProperty("standard_error") Double standardError,
            Double margin,
            @JsonProperty("finest_slope") Double finest,
            @JsonProperty("relative_slope_in_epsilon") Double slopeInEpsilon,
            @JsonProperty("constant_limit") Double limit,
            @JsonProperty("constant_limit_error") Double limitError,
            int members,
            @JsonProperty("asserted_at_least") double asserted,
            String verdict,
            String reason) {}

    static FamilySummary of(FamilyResult result) {
        FamilyTable table = FamilyTable.of(result);
        return new FamilySummary(
                FamilyDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                result.problem().source().map(FreeText::exact).orElse(null),
                "numeric runs",
                result.arithmetic(),
                result.options().projection().toString(),
                result.options().frame().toString(),
                result.problem().run().kick().map(Expression::toString).orElse(null),
                result.family().parameter(),
                members(result, table),
                result.conclusions().stream()
                        .map(found -> OfFamily.of(result.wording(), found))
                        .toList(),
                result.bounds().stream()
                        .map(bound -> StatedBound.of(bound, bound.bound().threshold(result.problem())))
                        .toList(),
                table.orders().stream()
                        .map(order -> order(result.wording(), order))
                        .toList(),
                result.status().word());
    }

    private static List<Member> members(FamilyResult result, FamilyTable table) {
        return IntStream.range(0, table.members().size())
                .mapToObj(i -> member(
                        result.problem(),
                        table.members().get(i),
                        result.members().get(i)))
                .toList();
    }

    private static Member member(Problem problem, FamilyTable.Member member, FamilyMember found) {
        EdgeWording wording = found.verification().wording(problem);
        return new Member(
                member.value(),
                member.number(),
                member.steps().isPresent() ? (Integer) member.steps().getAsInt() : null,
                orNull(member.epsilon()),
                orNull(member.delta()),
                member.errors().get(0).map(ErrorOfMember::error).orElse(null),
                member.errors().get(1).map(ErrorOfMember::error).orElse(null),
                member.errors().get(2).map(ErrorOfMember::error).orElse(null),
                member.errors().get(0).map(ErrorOfMember::constant).orElse(null),
                member.errors().get(1).map(ErrorOfMember::constant).orElse(null),
                member.errors().get(2).map(ErrorOfMember::constant).orElse(null),
                found.verification()
                        .constants()
                        .flatMap(RunConstants::moments)
                        .map(Extremum::value)
                        .orElse(null),
                constant(member, OrderStatement.IMPLICIT_BIAS),
                constant(member, OrderStatement.DESCENT),
                member.averages().map(PeriodAverages::oscillation).orElse(null),
                member.averages().map(PeriodAverages::lossElevation).orElse(null),
                member.averages().map(PeriodAverages::periods).orElse(null),
                member.averages().map(PeriodAverages::duration).orElse(null),
                VerdictSummary.conclusions(wording, found.assessment()),
                member.verdict(),
                wording.of(member.end()),
                member.note().stream().map(wording::of).toList(),
                member.complete());
    }

    private static Double constant(FamilyTable.Member member, OrderStatement statement) {
        return member.errorOf(statement).map(ErrorOfMember::constant).orElse(null);
    }

    private static Order order(EdgeWording wording, FamilyTable.Order order) {
        return new Order(
                wording.of(order.title()).ascii(),
                wording.of(order.unit()).ascii(),
                orNull(order.slope()),
                orNull(order.standardError()),
                orNull(order.margin()),
                orNull(order.finest()),
                orNull(order.slopeInEpsilon()),
                orNull(order.limit()),
                orNull(order.limitError()),
                order.members(),
                1.0,
                order.verdict(),
                order.reason());
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
