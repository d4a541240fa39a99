package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.claims.AlmostSureEdge;
import org.selfstab.claims.ComparedMean;
import org.selfstab.claims.Escape;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseResult;
import org.selfstab.claims.Settling;
import org.selfstab.claims.TailIndex;
import org.selfstab.expression.Symbol;

/**
 * What programs read of stochastic gradients. Null is what there is none of: edges are of a minimum, the gap is of the edge of progressive sharpening.
 *
 * @param meanSquareEdge the step size above which the second moment grows at the minimum, theory.md (60)
 * @param meanSquareEdgeClosedForm the same by a closed form
 * @param batchesEnumerated how many batches were gone through for it; null where it rests on the items alone
 * @param secondMomentGrowth the factor by which the second moment grows in a step at the problem's own step size, the spectral radius of theory.md (60); null where it overflows
 * @param almostSureEdge the step size above which iterates grow almost surely, theory.md (61)
 * @param almostSureEdgeStandardError of it; null where it is exact
 * @param fullBatchEdge the step size at which the optimizer becomes unstable without batches
 * @param minimum the minimum
 * @param noMinimum why there is none
 * @param batchSharpness {@code E[g'H g]/E|g|^2} over batches, theory.md (62): of the runs at the edge, or at a minimum in the neutral mode at the mean-square edge
 * @param batchSharpnessStandardError of it; null where it is exact
 * @param etaBatchSharpness times eta, at a minimum the mean-square edge
 * @param sharpnessGap {@code S_c - mean S} beside theory.md (64)
 * @param settling where the noisy edge settles
 * @param notSettling why that was not found
 * @param oscillation the mean of psi_u^2 beside delta^2
 * @param stationaryIdentity the two sides of theory.md (63) as a ratio, of gradient descent
 * @param escape of step sizes, how many runs left the minimum
 * @param spikes the largest excursions
 * @param tailIndex that of the largest excursion as predicted, for the problem's own step size below the almost-sure edge
 * @param confidence with which all that was compared is decided together
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence", "status"})
record NoiseSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String status,
        @JsonProperty("mean_square_edge") Double meanSquareEdge,
        @JsonProperty("mean_square_edge_closed_form") Double meanSquareEdgeClosedForm,
        @JsonProperty("batches_enumerated") Long batchesEnumerated,
        @JsonProperty("second_moment_growth") Double secondMomentGrowth,
        @JsonProperty("almost_sure_edge") Double almostSureEdge,
        @JsonProperty("almost_sure_edge_standard_error") Double almostSureEdgeStandardError,
        @JsonProperty("full_batch_edge") Double fullBatchEdge,
        @OrNull AtMinimum minimum,
        @OrNull @JsonProperty("no_minimum") String noMinimum,
        @JsonProperty("batch_sharpness") Double batchSharpness,
        @JsonProperty("batch_sharpness_standard_error") Double batchSharpnessStandardError,
        @JsonProperty("eta_batch_sharpness") Double etaBatchSharpness,
        @OrNull @JsonProperty("sharpness_gap") Gap sharpnessGap,
        @OrNull AtEdge settling,
        @OrNull @JsonProperty("not_settling") String notSettling,
        @OrNull Compared oscillation,
        @OrNull @JsonProperty("stationary_identity") Compared stationaryIdentity,
        @OrNull List<Share> escape,
        @OrNull Spikes spikes,
        @OrNull @JsonProperty("tail_index") PredictedTail tailIndex,
        double confidence) {

    /**
     * A minimum.
     *
     * @param point its coordinates
     * @param radius within this distance in each coordinate there is one, proved; null if the proof failed
     * @param sharpness there
     * @param interpolates whether the gradients of all items vanish there
     */
    record AtMinimum(List<Coordinate> point, Double radius, double sharpness, boolean interpolates) {}

    /** A coordinate of a point. */
    record Coordinate(String name, double value) {}

    /**
     * A prediction beside a mean over runs.
     *
     * @param bias how far the formula itself may be off
     * @param z the difference in standard errors
     */
    record Compared(
            double predicted,
            double measured,
            @JsonProperty("standard_error") double standardError,
            double bias,
            Double z,
            String verdict,
            String reason) {

        static Compared of(ComparedMean comparison) {
            return new Compared(
                    comparison.predicted(),
                    comparison.measured(),
                    comparison.standardError(),
                    comparison.bias(),
                    Double.isFinite(comparison.z()) ? comparison.z() : null,
                    comparison.status().word(),
                    comparison.reason());
        }
    }

    /**
     * The gap below the edge.
     *
     * @param weakNoise by theory.md (42), for weak additive noise
     * @param batchSharpness of the same runs
     */
    record Gap(
            double predicted,
            double measured,
            @JsonProperty("standard_error") double standardError,
            double bias,
            Double z,
            String verdict,
            String reason,
            @JsonProperty("weak_noise") Double weakNoise,
            @JsonProperty("batch_sharpness") double batchSharpness) {}

    /**
     * Where the noisy edge settles.
     *
     * @param edge the curvature at which the optimizer becomes unstable
     * @param predicted the sharpness by theory.md (64)
     * @param measured the mean sharpness
     * @param etaPredicted times eta
     * @param etaMeasured times eta
     * @param spread the standard deviation of the sharpness
     * @param curvatureVariance of a batch along u
     * @param gradientVariance along u
     * @param delta the predicted size of the oscillation
     */
    record AtEdge(
            double edge,
            double predicted,
            double measured,
            @JsonProperty("standard_error") double standardError,
            @JsonProperty("eta_predicted") double etaPredicted,
            @JsonProperty("eta_measured") double etaMeasured,
            double spread,
            @JsonProperty("curvature_variance") double curvatureVariance,
            @JsonProperty("gradient_variance") double gradientVariance,
            double alpha,
            double beta,
            double delta) {}

    /** The runs of one step size. */
    record Share(double eta, int left, int runs) {}

    /**
     * The largest excursions of runs that return to the minimum, for the problem's own step size.
     *
     * @param index the tail index by Hill's estimate
     * @param predicted kappa of {@code tail_index}
     */
    record Spikes(
            double index,
            @JsonProperty("standard_error") double standardError,
            Double predicted,
            double largest,
            List<Beyond> distribution,
            int runs) {}

    /** The share of runs with an excursion of at least some size. */
    record Beyond(double excursion, double share) {}

    /**
     * Kappa in {@code P(largest excursion > r) ~ r^-kappa}.
     *
     * @param standardError of it; null where it is exact
     * @param method how it was found
     */
    record PredictedTail(
            double predicted,
            @JsonProperty("standard_error") Double standardError,
            String method) {

        static PredictedTail of(TailIndex index) {
            return new PredictedTail(index.value(), index.standardError().orElse(null), index.method());
        }
    }

    static NoiseSummary of(NoiseResult result) {
        Optional<MinimumEdges> minimum = result.minimum().found();
        Optional<Settling> settling = result.settling().found();
        Optional<Escape> escape = result.escape().found();
        Optional<Double> sharpness = settling.map(
                        found -> found.batchSharpness().value())
                .or(() -> minimum.map(found -> found.meanSquare().batchSharpness()));
        Optional<Double> eta = settling.map(Settling::eta)
                .or(() -> minimum.map(found -> found.meanSquare().stepSize()));
        return new NoiseSummary(
                NoiseDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric run",
                result.status().word(),
                minimum.map(found -> found.meanSquare().stepSize()).orElse(null),
                minimum.flatMap(found -> found.meanSquare().closedForm()).orElse(null),
                minimum.flatMap(found -> found.meanSquare().batches()).orElse(null),
                minimum.flatMap(MinimumEdges::growth).orElse(null),
                minimum.map(found -> found.almostSure().stepSize()).orElse(null),
                minimum.map(MinimumEdges::almostSure)
                        .flatMap(AlmostSureEdge::standardError)
                        .orElse(null),
                minimum.map(MinimumEdges::fullBatchEdge).orElse(null),
                minimum.map(found -> atMinimum(result, found)).orElse(null),
                minimum.isPresent() ? null : result.minimum().reason(),
                sharpness.orElse(null),
                settling.map(Settling::batchSharpness)
                        .map(Estimate::standardError)
                        .orElse(null),
                sharpness.map(value -> value * eta.orElseThrow()).orElse(null),
                settling.map(NoiseSummary::gap).orElse(null),
                settling.map(NoiseSummary::atEdge).orElse(null),
                settling.isPresent() ? null : result.settling().reason(),
                compared(settling, "oscillation"),
                compared(settling, "stationary_identity"),
                escape.map(NoiseSummary::shares).orElse(null),
                escape.flatMap(found -> found.spikes().map(spikes -> spikes(spikes, minimum.orElseThrow())))
                        .orElse(null),
                minimum.flatMap(MinimumEdges::tailIndex).map(PredictedTail::of).orElse(null),
                ComparedMean.CONFIDENCE);
    }

    private static AtMinimum atMinimum(NoiseResult result, MinimumEdges minimum) {
        List<String> names =
                result.problem().variables().stream().map(Symbol::name).toList();
        return new AtMinimum(
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Coordinate(
                                names.get(i), minimum.point().point().get(i)))
                        .toList(),
                minimum.point().radius().orElse(null),
                minimum.sharpness(),
                minimum.interpolates());
    }

    private static Gap gap(Settling settling) {
        Compared gap = Compared.of(settling.gap());
        return new Gap(
                gap.predicted,
                gap.measured,
                gap.standardError,
                gap.bias,
                gap.z,
                gap.verdict,
                gap.reason,
                settling.weakGap().orElse(null),
                settling.batchSharpness().value());
    }

    private static AtEdge atEdge(Settling settling) {
        return new AtEdge(
                settling.edge(),
                settling.at().sharpness(),
                settling.sharpness().value(),
                settling.sharpness().standardError(),
                settling.eta() * settling.at().sharpness(),
                settling.eta() * settling.sharpness().value(),
                settling.spread(),
                settling.at().curvatureVariance(),
                settling.at().gradientVariance(),
                settling.at().alpha(),
                settling.at().beta(),
                Math.sqrt(settling.at().meanSquare()));
    }

    private static Compared compared(Optional<Settling> settling, String key) {
        return settling.stream()
                .flatMap(found -> found.others().stream())
                .filter(comparison -> comparison.key().equals(key))
                .findFirst()
                .map(Compared::of)
                .orElse(null);
    }

    private static List<Share> shares(Escape escape) {
        return escape.shares().stream()
                .map(share -> new Share(share.stepSize(), share.left(), share.runs()))
                .toList();
    }

    private static Spikes spikes(Escape.Spikes spikes, MinimumEdges minimum) {
        return new Spikes(
                spikes.index().value(),
                spikes.index().standardError(),
                minimum.tailIndex().map(TailIndex::value).orElse(null),
                spikes.largest(),
                spikes.distribution().stream()
                        .map(point -> new Beyond(point.excursion(), point.share()))
                        .toList(),
                spikes.runs());
    }
}
