package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftResult.Comparison;
import org.selfstab.claims.DriftResult.Start;

/**
 * The slow drift of a family's members, and the order of the law's error.
 *
 * @param parameter the parameter swept
 * @param members in the order of its values
 * @param order of the error of the change of log J
 * @param verdict the weakest of all
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record DriftFamilySummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String parameter,
        List<Member> members,
        ErrorOrder order,
        String verdict) {

    static final String ERROR = "change of log J";

    /** A member; what was not compared is null. */
    record Member(
            String value,
            String verdict,
            String reason,
            int steps,
            Double epsilon,
            DriftSummary.Gamma gamma,
            @JsonProperty("log_area_predicted") Double logAreaPredicted,
            @JsonProperty("log_area_measured") Double logAreaMeasured,
            @JsonProperty("log_j_predicted") Double logJPredicted,
            @JsonProperty("log_j_measured") Double logJMeasured,
            Double ratio,
            Double error) {}

    static DriftFamilySummary of(DriftFamilyResult result) {
        return new DriftFamilySummary(
                DriftFamilyDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric runs",
                result.family().parameter(),
                result.members().stream().map(DriftFamilySummary::member).toList(),
                ErrorOrder.asserted(ERROR, result.order()),
                result.status().word());
    }

    private static Member member(DriftFamilyResult.Member member) {
        Optional<Comparison> comparison = member.drift().comparison();
        return new Member(
                member.value().toString(),
                member.drift().verdict().inWords(),
                member.drift().reason(),
                member.drift().steps(),
                member.drift().start().map(start -> start.rates().epsilon()).orElse(null),
                new DriftSummary.Gamma(
                        member.drift()
                                .start()
                                .map(Start::rates)
                                .map(rates -> rates.gamma())
                                .orElse(null),
                        comparison.map(Comparison::meanGamma).orElse(null)),
                comparison.map(Comparison::areaPredicted).orElse(null),
                comparison.map(Comparison::areaMeasured).orElse(null),
                comparison.map(Comparison::logJPredicted).orElse(null),
                comparison.map(Comparison::logJMeasured).orElse(null),
                comparison.flatMap(Comparison::ratio).orElse(null),
                member.error().orElse(null));
    }
}
