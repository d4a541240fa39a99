package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.selfstab.claims.VerificationResult;
import org.selfstab.expression.Expression;
import org.selfstab.problem.RealValue;

/** The conditions on a run as JSON. */
record CheckSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String arithmetic,
        String projection,
        String frame,
        @JsonProperty("edge_step") Integer edgeStep,
        @OrNull String kick,
        String end,
        List<String> notes,
        @OrNull @JsonProperty("eta_sharpness") IteratesSummary etaSharpness,
        double edge,
        @JsonProperty("growth_rate") double growthRate,
        @JsonProperty("drift_rate") double driftRate,

        @JsonProperty("cross_check") @JsonInclude(JsonInclude.Include.NON_NULL)
        CrossCheckSummary crossCheck,

        @JsonInclude(JsonInclude.Include.NON_NULL) PlanesSummary blocks,

        @JsonInclude(JsonInclude.Include.NON_NULL) WeightDecaySummary decay,

        List<VerdictSummary.OfCondition> conditions) {

    static CheckSummary of(VerificationResult verified) {
        return new CheckSummary(
                VerificationDocument.conditionsLine(verified),
                verified.problem().name(),
                verified.problem().title().exact(),
                "numeric run",
                verified.verification().arithmetic(),
                verified.verification().projection(),
                verified.verification().frame(),
                verified.verification().edgeStep().orElse(null),
                verified.problem().kick().map(Expression::toString).orElse(null),
                verified.wording().of(verified.verification().description()),
                verified.verification().remarks().stream()
                        .map(verified.wording()::of)
                        .toList(),
                IteratesSummary.of(verified),
                RealValue.of(verified.problem().edgeOfMethod()),
                RealValue.of(verified.problem().growthRate()),
                RealValue.of(verified.problem().driftRate()),
                CrossCheckSummary.of(verified),
                PlanesSummary.of(verified.assessment()),
                WeightDecaySummary.of(verified),
                VerdictSummary.conditions(verified.wording(), verified.assessment()));
    }
}
