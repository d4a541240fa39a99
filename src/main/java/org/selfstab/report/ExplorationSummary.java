package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.claims.DescentCourse;
import org.selfstab.claims.Exploration;
import org.selfstab.document.Json;
import org.selfstab.run.GradientFlowPath;

/** An exploration as JSON; what does not exist is null. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record ExplorationSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        List<String> notes,
        Flow flow,
        List<Range> ranges,
        @JsonProperty("eta_of_start") Double ofStart,
        @JsonProperty("step_sizes") List<StepSize> stepSizes,
        @OrNull Suggestion suggestion) {

    /**
     * Gradient flow.
     *
     * @param samples points of it in their order
     */
    record Flow(String end, boolean complete, Sample start, Sample sharpest, Sample last, List<Sample> samples) {}

    /** A point of the flow. */
    record Sample(double time, Double loss, Double slope, Double sharpness) {

        static Sample of(GradientFlowPath.Sample sample) {
            return new Sample(
                    sample.time(),
                    Json.finite(sample.loss()),
                    Json.finite(sample.slope()),
                    Json.finite(sample.sharpness()));
        }
    }

    /** Step sizes that meet the edge from below; the largest is null where there is none. */
    record Range(double least, Double largest) {}

    /**
     * A step size that was tried.
     *
     * @param exact as it was given
     * @param flowTime when gradient flow comes to its edge
     * @param firstStep the first step of gradient descent with {@code S >= 2/eta}
     * @param edgeStep the step that is t = 0
     * @param obstacle why there is none
     * @param point {@code dagger_0}, a coordinate for each variable
     */
    record StepSize(
            String exact,
            double eta,
            double edge,
            @JsonProperty("flow_time") Double flowTime,
            @JsonProperty("first_step") Integer firstStep,
            @JsonProperty("edge_step") Integer edgeStep,
            @OrNull String obstacle,
            @JsonProperty("from_below") Boolean fromBelow,
            Double alpha,
            Double beta,
            Double epsilon,
            Double delta,
            @JsonProperty("self_stabilization") Boolean selfStabilization,
            @OrNull Map<String, Double> point,
            @JsonProperty("largest_sharpness") double largestSharpness,
            @JsonProperty("largest_at") int largestAt,
            int steps,
            @OrNull @JsonProperty("ended_early") String endedEarly) {}

    /** What to begin with: a step size, and lines of a problem file that start at its edge. */
    record Suggestion(String eta, List<String> lines) {}

    static ExplorationSummary of(Exploration exploration) {
        GradientFlowPath flow = exploration.flow();
        return new ExplorationSummary(
                ExplorationDocument.verdictLine(exploration),
                exploration.problem().name(),
                exploration.problem().title().exact(),
                "numeric run",
                ExplorationDocument.notes(exploration),
                new Flow(
                        flow.end().description(),
                        flow.end().isComplete(),
                        Sample.of(flow.start()),
                        Sample.of(flow.sharpest()),
                        Sample.of(flow.last()),
                        flow.samples().stream().map(Sample::of).toList()),
                exploration.ranges().stream()
                        .map(range -> new Range(range.least(), range.largest().orElse(null)))
                        .toList(),
                exploration.ofStart().orElse(null),
                exploration.stepSizes().stream()
                        .map(size -> stepSize(exploration, size))
                        .toList(),
                exploration
                        .suggestion()
                        .map(size -> new Suggestion(size.text(), ExplorationDocument.toPaste(exploration, size)))
                        .orElse(null));
    }

    private static StepSize stepSize(Exploration exploration, Exploration.StepSize size) {
        Optional<Exploration.AtEdge> met =
                size.meeting() instanceof Exploration.AtEdge edge ? Optional.of(edge) : Optional.empty();
        Optional<Exploration.AtEdge> oscillating =
                met.filter(edge -> edge.delta().isPresent());
        return new StepSize(
                size.text(),
                size.eta(),
                size.edge(),
                size.onFlow().map(GradientFlowPath.Sample::time).orElse(null),
                size.descent().firstAtEdge().map(DescentCourse.Point::step).orElse(null),
                met.map(Exploration.AtEdge::step).orElse(null),
                size.meeting() instanceof Exploration.NotMet not ? not.reason() : null,
                met.map(Exploration.AtEdge::isFromBelow).orElse(null),
                met.map(Exploration.AtEdge::alpha).orElse(null),
                met.map(Exploration.AtEdge::beta).orElse(null),
                oscillating.map(Exploration.AtEdge::epsilon).orElse(null),
                met.flatMap(Exploration.AtEdge::delta).orElse(null),
                met.map(edge -> edge.delta().isPresent()).orElse(null),
                met.map(edge -> coordinates(exploration, edge.dagger())).orElse(null),
                size.descent().largest().sharpness(),
                size.descent().largest().step(),
                size.descent().steps(),
                size.descent().failure().map(end -> end.description()).orElse(null));
    }

    private static Map<String, Double> coordinates(Exploration exploration, List<Double> point) {
        Map<String, Double> coordinates = new LinkedHashMap<>();
        for (int i = 0; i < point.size(); i++) {
            coordinates.put(exploration.problem().variables().get(i).name(), point.get(i));
        }
        return coordinates;
    }
}
