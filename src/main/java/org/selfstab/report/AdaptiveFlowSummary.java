package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.AdaptiveFlowResult;

/** The central flow of an adaptive optimizer beside its iterates as a part of {@code ode.json}; what is undefined is null. */
record AdaptiveFlowSummary(
        String end,
        boolean complete,
        List<Event> events,
        @JsonProperty("largest_drift") double largestDrift,
        double kick,
        List<Double> nu0,
        List<Double> theta,
        List<Double> nu,
        @OrNull Double lambda,
        List<Double> eigenvalues,
        @JsonProperty("iterate_eigenvalues") List<Double> ofIterates,
        int held,
        @OrNull @JsonProperty("edge_displacement") Double displacement,
        @OrNull @JsonProperty("sigma2_at_0") Double sigmaSquaredAtStart,
        @OrNull @JsonProperty("mean_sigma2") Double meanSigmaSquared,
        @OrNull @JsonProperty("mean_x2_over_sigma2") Double meanXSquared,
        @OrNull @JsonProperty("mean_loss_over_sigma2") Double meanElevation,
        @OrNull @JsonProperty("max_bar_from_flow") Double distance,
        @OrNull @JsonProperty("max_bar_from_flow_step") Integer distanceStep,
        @OrNull @JsonProperty("max_relative_nu") Double moments,
        @OrNull @JsonProperty("max_relative_nu_step") Integer momentsStep) {

    /** Coming to the edge or going from it. */
    record Event(String kind, double time, double sigma2) {}

    static AdaptiveFlowSummary of(AdaptiveFlowResult result) {
        Optional<AdaptiveFlowResult.Sample> first = result.first();
        Optional<AdaptiveFlowResult.Sample> last = result.last();
        Optional<AdaptiveFlowResult.BesideIterates> beside = result.beside();
        return new AdaptiveFlowSummary(
                result.end().description(),
                result.end().isComplete(),
                result.events().stream()
                        .map(event -> new Event(
                                event.isEntered() ? "entered_edge" : "left_edge", event.time(), event.sigmaSquared()))
                        .toList(),
                result.largestDrift(),
                result.kick(),
                first.map(AdaptiveFlowResult.Sample::nu).orElse(List.of()),
                last.map(AdaptiveFlowResult.Sample::theta).orElse(List.of()),
                last.map(AdaptiveFlowResult.Sample::nu).orElse(List.of()),
                last.map(sample -> sample.eigenvalues().get(0)).orElse(null),
                last.map(AdaptiveFlowResult.Sample::eigenvalues).orElse(List.of()),
                beside.map(AdaptiveFlowResult.BesideIterates::eigenvalues).orElse(List.of()),
                last.map(AdaptiveFlowResult.Sample::held).orElse(0),
                last.map(AdaptiveFlowResult.Sample::displacement).orElse(null),
                first.map(AdaptiveFlowResult.Sample::sigmaSquared).orElse(null),
                beside.map(AdaptiveFlowResult.BesideIterates::meanSigmaSquared).orElse(null),
                beside.map(AdaptiveFlowResult.BesideIterates::meanXSquared).orElse(null),
                beside.map(AdaptiveFlowResult.BesideIterates::meanElevation).orElse(null),
                beside.map(found -> found.distance().value()).orElse(null),
                beside.map(found -> found.distance().step()).orElse(null),
                beside.map(found -> found.moments().value()).orElse(null),
                beside.map(found -> found.moments().step()).orElse(null));
    }
}
