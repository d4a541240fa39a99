package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedCertificate;

/** The certification of a family as JSON. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record FamilyCertificationSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String status,
        String parameter,
        List<Member> members,
        List<OnAll> claims,
        @OrNull OwnRecheck recheck) {

    /** A member, with what was certified of it; the check is one of all together. */
    record Member(String value, CertificationSummary certification) {}

    /** A decision on all members; the member whose constant is the largest, if it is known of one. */
    record OnAll(CertificationSummary.Claim claim, @OrNull String member) {}

    static FamilyCertificationSummary of(FamilyCertification certification, Optional<CheckedCertificate> check) {
        List<CertificationResult> members = certification.members();
        return new FamilyCertificationSummary(
                FamilyCertificationDocument.verdictLine(certification),
                certification.problem().name(),
                certification.problem().title().exact(),
                "interval arithmetic",
                certification.status().word(),
                certification.family().parameter(),
                IntStream.range(0, members.size())
                        .mapToObj(i -> new Member(
                                certification.family().values().get(i).toString(),
                                CertificationSummary.of(members.get(i), Optional.empty())))
                        .toList(),
                certification.claims().stream()
                        .map(claim -> onAll(certification.problem(), claim))
                        .toList(),
                OwnRecheck.of(check));
    }

    private static OnAll onAll(Problem problem, FamilyClaim claim) {
        return new OnAll(
                CertificationSummary.claim(problem, claim.claim()),
                claim.member().map(Expression::toString).orElse(null));
    }
}
