package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.selfstab.claims.VerificationResult;
import org.selfstab.expression.Expression;

/** The conditions on a run as JSON. */
record CheckSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String arithmetic,
        @OrNull String kick,
        String end,
        List<String> notes,

        @JsonProperty("cross_check") @JsonInclude(JsonInclude.Include.NON_NULL)
        CrossCheckSummary crossCheck,

        List<VerdictSummary.OfCondition> conditions) {

    static CheckSummary of(VerificationResult verified) {
        return new CheckSummary(
                VerdictLine.ofConditions(verified),
                verified.problem().name(),
                verified.problem().title().exact(),
                "numeric run",
                verified.verification().arithmetic(),
                verified.problem().kick().map(Expression::toString).orElse(null),
                verified.verification().description(),
                verified.verification().remarks(),
                CrossCheckSummary.of(verified),
                VerdictSummary.conditions(verified.assessment()));
    }
}
