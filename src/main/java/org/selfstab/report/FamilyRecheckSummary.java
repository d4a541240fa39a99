package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.StatedFamily;

/** What the checker says of a family's certificate, as JSON; null is what there is not. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record FamilyRecheckSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        boolean confirmed,
        boolean rejected,
        @OrNull String compared,
        RecheckSummary.Stated stated,
        String parameter,
        List<String> values,
        List<Bound> bounds,
        List<Member> members,
        List<RecheckSummary.Claim> claims) {

    /** What the certificate states of the largest constant. */
    record Bound(String name, String sense, String value) {}

    /** A member, with what the checker says of it. */
    record Member(String value, RecheckSummary recheck) {}

    static FamilyRecheckSummary of(FamilyRecheckReport result, Optional<String> compared) {
        StatedFamily family = result.family();
        return new FamilyRecheckSummary(
                RecheckDocument.summary(result),
                family.problem().name(),
                family.problem().title(),
                RecheckSummary.EVIDENCE,
                result.isConfirmed(),
                result.isRejected(),
                compared.orElse(null),
                RecheckSummary.Stated.of(family.problem()),
                family.parameter(),
                family.values(),
                family.bounds().stream()
                        .map(bound -> new Bound(bound.name(), bound.atMost() ? "AT_MOST" : "AT_LEAST", bound.value()))
                        .toList(),
                result.members().stream()
                        .map(member -> new Member(
                                member.problem().parameters().getOrDefault(family.parameter(), "none"),
                                RecheckSummary.of(member, compared)))
                        .toList(),
                result.claims().stream()
                        .map(claim -> RecheckSummary.Claim.of(family.problem(), claim))
                        .toList());
    }
}
