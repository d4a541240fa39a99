package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.Radii;
import org.selfstab.certify.TubeNorms;
import org.selfstab.document.Json;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.vocabulary.Witness;

/** A certification as JSON; an endpoint that is not finite is null. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record CertificationSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String end,
        List<String> notes,
        String status,
        @JsonProperty("enclosed_steps") int enclosedSteps,
        @OrNull TubeNorms tube,
        @OrNull Distances radii,
        List<Claim> claims,
        @OrNull OwnRecheck recheck) {

    /** How far exact points are at most from the numeric ones, and how far their uniqueness reaches. */
    record Distances(double iterate, double constrained, double predicted, double uniqueness) {}

    /** A decision. */
    record Claim(
            String name,
            String quantity,
            String verdict,
            Double lower,
            Double upper,
            Double threshold,
            Integer step,
            @OrNull List<Double> point,
            String reason) {}

    static CertificationSummary of(CertificationResult certification, Optional<CheckedCertificate> check) {
        return new CertificationSummary(
                CertificationDocument.verdictLine(certification),
                certification.problem().name(),
                certification.problem().title().exact(),
                "interval arithmetic",
                certification.verification().description(),
                certification.verification().cutHorizon().stream().toList(),
                certification.status().word(),
                certification.steps(),
                certification.tube().orElse(null),
                certification.radii().map(CertificationSummary::distances).orElse(null),
                certification.claims().stream()
                        .map(claim -> claim(certification.problem(), claim))
                        .toList(),
                OwnRecheck.of(check));
    }

    private static Distances distances(Radii radii) {
        return new Distances(radii.iterate(), radii.constrained(), radii.predicted(), radii.uniqueness());
    }

    static Claim claim(Problem problem, CertifiedClaim claim) {
        Interval value = claim.value();
        return new Claim(
                claim.name(),
                problem.wording().of(claim.quantity()).ascii(),
                claim.verdict().status().word(),
                Json.finite(value.lower()),
                Json.finite(value.upper()),
                claim.verdict().bound().map(bound -> bound.threshold()).orElse(null),
                claim.verdict().witness().map(Witness::step).orElse(null),
                claim.verdict().witness().map(Witness::point).orElse(null),
                claim.verdict().reason());
    }
}
