package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeResult;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Extremum;

/** A comparison with the reduced equation as JSON; what is undefined or not observed is null. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record OdeSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        @OrNull String kick,
        String end,
        List<String> notes,
        boolean complete,
        @OrNull String obstacle,
        Double epsilon,
        Double energy,
        List<Deviation> deviations,
        List<Quantity> quantities,
        List<PhaseError> periods,
        List<Span> stages,
        @OrNull @JsonProperty("central_flow") CentralFlowSummary centralFlow,
        @OrNull @JsonProperty("adaptive_flow") AdaptiveFlowSummary adaptiveFlow) {

    /** A distance in the plane of X and Y, its step, and the distance in units of epsilon. */
    record Deviation(String equation, String from, double distance, int step, double constant) {}

    /** A number predicted and observed. */
    record Quantity(String name, double predicted, Double observed) {}

    /** The phase error after whole periods. */
    record PhaseError(int periods, double observed, double predicted, double cycles) {}

    /** A stretch in one stage. */
    record Span(
            String stage,
            @JsonProperty("first_step") int first,
            @JsonProperty("last_step") int last,
            @JsonProperty("backward_steps") int backwardSteps,
            @JsonProperty("predicted_start") Double predictedStart) {}

    static OdeSummary of(OdeResult result) {
        Optional<OdeComparison> comparison = result.comparison();
        return new OdeSummary(
                OdeDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                "numeric run",
                result.problem().kick().map(Expression::toString).orElse(null),
                result.problem().wording().of(result.verification().description()),
                result.verification().cutHorizon().stream().toList(),
                result.isComplete(),
                result.obstacle().orElse(null),
                comparison.map(OdeComparison::epsilon).orElse(null),
                comparison.map(OdeComparison::energy).orElse(null),
                comparison.map(OdeSummary::deviations).orElse(List.of()),
                comparison.map(OdeSummary::quantities).orElse(List.of()),
                comparison.map(OdeSummary::periods).orElse(List.of()),
                comparison.map(OdeSummary::stages).orElse(List.of()),
                result.centralFlow().map(CentralFlowSummary::of).orElse(null),
                result.adaptiveFlow().map(AdaptiveFlowSummary::of).orElse(null));
    }

    private static List<Deviation> deviations(OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        return List.of(
                deviation("driven", "iterates", all.drivenFromIterates(), comparison.epsilon()),
                deviation("driven", "map", all.drivenFromMap(), comparison.epsilon()),
                deviation("frozen", "iterates", all.frozenFromIterates(), comparison.epsilon()));
    }

    private static Deviation deviation(String equation, String from, Extremum distance, double epsilon) {
        return new Deviation(equation, from, distance.value(), distance.step(), distance.value() / epsilon);
    }

    static List<Quantity> quantities(OdeComparison comparison) {
        return comparison.quantities().stream()
                .map(q -> new Quantity(q.key(), q.predicted(), q.observed().orElse(null)))
                .toList();
    }

    private static List<PhaseError> periods(OdeComparison comparison) {
        return comparison.periods().stream()
                .map(p -> new PhaseError(p.periods(), p.observed(), p.predicted(), p.cycles()))
                .toList();
    }

    private static List<Span> stages(OdeComparison comparison) {
        return comparison.stages().stream()
                .map(s -> new Span(
                        s.stage().name().toLowerCase(Locale.ROOT),
                        s.first(),
                        s.last(),
                        s.backwardSteps(),
                        s.predictedStart().orElse(null)))
                .toList();
    }
}
