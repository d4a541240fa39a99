package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.vocabulary.Extremum;

/** The central flow beside a run as a part of {@code ode.json}; what is undefined is null. */
record CentralFlowSummary(
        String end,
        boolean complete,
        List<Event> events,
        @JsonProperty("largest_drift") double largestDrift,
        @JsonProperty("from_dagger") Double fromConstrained,
        int window,
        @JsonProperty("from_mean_theta") Double fromMeanIterate,
        @JsonProperty("sigma2_over_delta2_at_0") Double atStart,
        List<Ratio> ratios) {

    /** Coming to the edge or going from it. */
    record Event(String kind, double time, double sharpness) {}

    /** A ratio that is 1 by the theory. */
    record Ratio(
            String name,
            double mean,
            @JsonProperty("largest_error") double error,
            int step) {}

    static CentralFlowSummary of(CentralFlowResult result) {
        return new CentralFlowSummary(
                result.run().end().description(),
                result.run().end().isComplete(),
                result.run().events().stream()
                        .map(event -> new Event(
                                event.kind().name().toLowerCase(Locale.ROOT), event.time(), event.sharpness()))
                        .toList(),
                result.run().largestDrift(),
                result.fromConstrained().map(Extremum::value).orElse(null),
                result.window(),
                result.fromMeanIterate().map(Extremum::value).orElse(null),
                result.rows().stream()
                        .findFirst()
                        .flatMap(CentralFlowSummary::ratio)
                        .orElse(null),
                result.ratios().stream()
                        .map(ratio -> new Ratio(
                                ratio.key(),
                                ratio.mean(),
                                ratio.error().value(),
                                ratio.error().step()))
                        .toList());
    }

    private static Optional<Double> ratio(CentralFlowRow row) {
        return row.deltaSquared().isPresent()
                ? Optional.of(row.flow().sigmaSquared() / row.deltaSquared().getAsDouble())
                : Optional.empty();
    }
}
