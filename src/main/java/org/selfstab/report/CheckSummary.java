package org.selfstab.report;

import java.util.List;
import org.selfstab.claims.VerifiedProblem;

/** The conditions on a run as JSON. */
record CheckSummary(
        String problem,
        String title,
        String evidence,
        String arithmetic,
        String end,
        List<VerdictSummary.OfCondition> conditions) {

    static CheckSummary of(VerifiedProblem verified) {
        return new CheckSummary(
                verified.problem().name(),
                verified.problem().title().exact(),
                "numeric run",
                verified.verification().arithmetic(),
                verified.verification().description(),
                VerdictSummary.conditions(verified.assessment()));
    }

    String toJson() {
        return Json.write(this);
    }
}
