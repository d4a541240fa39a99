package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.DescentResult.Curvature;
import org.selfstab.claims.DescentResult.Rates;

/**
 * What programs read of gradient descent alone.
 *
 * @param steps the last step done
 * @param every of how many steps one is in the rows, beside the last
 * @param settled whether the iterates return in every digit
 * @param edge {@code 2/eta}
 * @param edgeStep the first step looked at with {@code S >= 2/eta}; null if there is none or the Hessian was not looked at
 * @param largestSharpness the largest sharpness looked at
 * @param largestSharpnessStep its step
 * @param ending why it ended before the last step wanted; null if it did not
 * @param limit where the iterates come to
 * @param catapult how far iterates and loss go from where they start
 * @param observables what the problem's observables do along the run
 * @param lyapunov Lyapunov exponents there; null if not asked for
 * @param rows the iterates
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record DescentSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        int steps,
        int every,
        boolean settled,
        double edge,
        @JsonProperty("edge_step") Integer edgeStep,
        @JsonProperty("largest_sharpness") Double largestSharpness,
        @JsonProperty("largest_sharpness_step") Integer largestSharpnessStep,
        @OrNull String ending,
        LimitSummary limit,
        Catapult catapult,
        List<ObservableSummary> observables,
        @OrNull LyapunovSummary lyapunov,
        List<Row> rows) {

    /** What a catapult shows; the ratio is null where there is no limit. */
    record Catapult(
            @JsonProperty("largest_excursion") double excursion,
            @JsonProperty("excursion_step") int excursionStep,
            @JsonProperty("loss_spike") double lossSpike,
            @JsonProperty("loss_spike_step") int lossSpikeStep,
            @JsonProperty("sharpness_ratio") Double sharpnessRatio) {

        static Catapult of(DescentResult.Catapult found) {
            return new Catapult(
                    found.excursion(),
                    found.excursionStep(),
                    found.lossSpike(),
                    found.lossSpikeStep(),
                    found.sharpnessRatio().orElse(null));
        }
    }

    /** An iterate; null is what is undefined or was not looked at. */
    record Row(
            int t,
            double loss,
            @JsonProperty("gradient_norm") double gradientNorm,
            Double sharpness,
            Double lambda2,
            Double alpha,
            Double beta,
            Double delta,
            @JsonProperty("kappa_3") Double kappa3,
            Double gamma) {

        static Row of(DescentResult.Row row) {
            Optional<Curvature> curvature = row.curvature();
            Optional<Rates> rates = curvature.flatMap(Curvature::rates);
            return new Row(
                    row.t(),
                    row.loss(),
                    row.gradientNorm(),
                    curvature.map(Curvature::sharpness).orElse(null),
                    curvature.flatMap(Curvature::secondEigenvalue).orElse(null),
                    rates.map(Rates::alpha).orElse(null),
                    rates.map(Rates::beta).orElse(null),
                    rates.flatMap(Rates::delta).orElse(null),
                    rates.map(Rates::kappa3).orElse(null),
                    rates.flatMap(Rates::gamma).orElse(null));
        }
    }

    static DescentSummary of(DescentResult result) {
        return new DescentSummary(
                DescentDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric run",
                result.end().steps(),
                result.options().every() * result.stride(),
                result.end().isSettled(),
                result.edge(),
                result.firstAtEdge().map(DescentResult.Row::t).orElse(null),
                result.sharpest().map(DescentResult.Row::sharpness).orElse(null),
                result.sharpest().map(DescentResult.Row::t).orElse(null),
                result.end().failure().map(end -> end.description()).orElse(null),
                LimitSummary.of(result.problem(), result.limit()),
                Catapult.of(result.catapult()),
                result.observed().stream()
                        .map(course -> ObservableSummary.of(course, result.rows()))
                        .toList(),
                result.exponents().map(LyapunovSummary::of).orElse(null),
                result.rows().stream().map(Row::of).toList());
    }
}
