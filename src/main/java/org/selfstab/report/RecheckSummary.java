package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.coq.FormalResult;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.StatedAdaptive;
import org.selfstab.recheck.StatedBatches;
import org.selfstab.recheck.StatedOptimizer;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.vocabulary.EdgeWording;

/** What the checker says of a certificate, as JSON; null is what there is not. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record RecheckSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        boolean confirmed,
        boolean rejected,
        @OrNull String compared,
        String kind,
        Stated stated,
        Map<String, String> box,
        int approach,
        @JsonProperty("last_step") int lastStep,
        @OrNull Integer unstable,
        @JsonProperty("ends_early") boolean endsEarly,
        @OrNull Radii tube,
        @OrNull @JsonProperty("nearest_point_assumed") Steps nearestPointAssumed,
        @OrNull @JsonProperty("first_at_edge_assumed") Steps firstAtEdgeAssumed,
        List<Claim> claims,
        @OrNull List<FormalSummary.Entry> coq) {

    /** What is shown of every certificate's evidence. */
    static final String EVIDENCE = "independent checker";

    /**
     * The problem in the words of the certificate.
     *
     * @param optimizer what it is, in a line; null of gradient descent with the step size eta
     * @param batches what is drawn for each step, likewise; null of claims that are not about that
     * @param horizon the last step, as it is stated
     */
    record Stated(
            List<String> variables,
            String loss,
            Map<String, String> parameters,
            @OrNull String optimizer,
            @OrNull String batches,
            Map<String, String> start,
            @JsonProperty("at_edge") boolean atEdge,
            String horizon,
            @JsonProperty("max_steps") int maxSteps,
            Map<String, Double> thresholds) {

        static Stated of(StatedProblem problem) {
            return new Stated(
                    problem.variables(),
                    problem.loss(),
                    problem.parameters(),
                    problem.optimizer()
                            .map(StatedOptimizer::shown)
                            .or(() -> problem.adaptive().map(StatedAdaptive::shown))
                            .orElse(null),
                    problem.batches().map(StatedBatches::shown).orElse(null),
                    problem.start(),
                    problem.atEdge(),
                    problem.shownHorizon(),
                    problem.maxSteps(),
                    problem.thresholds());
        }
    }

    /** The least and the largest radius of the tube. */
    record Radii(double least, double most) {}

    /** The steps of which something was assumed. */
    record Steps(int first, int last) {

        static Steps of(RecheckResult.Range range) {
            return new Steps((int) range.least(), (int) range.most());
        }
    }

    /** A claim; the verdict is the one that the certificate states, the evidence FORMAL where Coq accepted it, CERTIFIED where the checker did, else empty. */
    record Claim(String name, String quantity, String verdict, String evidence, String outcome, String reason) {

        /** Without a Coq file. */
        static Claim of(StatedProblem problem, CheckedClaim claim) {
            return of(problem, claim, RecheckDocument.evidence(claim, false));
        }

        static Claim of(StatedProblem problem, CheckedClaim claim, String evidence) {
            EdgeWording wording = RecheckDocument.wording(problem);
            return new Claim(
                    claim.name(),
                    wording.of(claim.quantity()),
                    claim.verdict(),
                    evidence,
                    claim.outcome().name(),
                    wording.of(claim.reason()));
        }
    }

    static RecheckSummary of(RecheckResult result, Optional<String> compared) {
        return of(result, compared, Optional.empty());
    }

    /**
     * The same with what Coq accepted.
     *
     * @param coq empty if it was not asked
     */
    static RecheckSummary of(RecheckResult result, Optional<String> compared, Optional<List<FormalResult>> coq) {
        return new RecheckSummary(
                RecheckDocument.summary(result, coq),
                result.problem().name(),
                result.problem().title(),
                EVIDENCE,
                result.isConfirmed(),
                result.isRejected(),
                compared.orElse(null),
                result.kind().name().toLowerCase(Locale.ROOT),
                Stated.of(result.problem()),
                result.box(),
                result.approach(),
                result.lastStep(),
                result.unstable() > 0 ? (Integer) result.unstable() : null,
                result.endsEarly(),
                result.tube().map(tube -> new Radii(tube.least(), tube.most())).orElse(null),
                result.doubtfulNearest()
                        .filter(range -> result.assumesNearest())
                        .map(Steps::of)
                        .orElse(null),
                result.doubtful()
                        .filter(range -> result.assumesFirstAtEdge())
                        .map(Steps::of)
                        .orElse(null),
                claims(result, RecheckDocument.evidence(result, coq)),
                coq.map(results -> results.stream().map(FormalSummary.Entry::of).toList())
                        .orElse(null));
    }

    private static List<Claim> claims(RecheckResult result, List<String> evidence) {
        return IntStream.range(0, evidence.size())
                .mapToObj(i -> Claim.of(result.problem(), result.claims().get(i), evidence.get(i)))
                .toList();
    }
}
