package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.selfstab.claims.BifurcationEvent;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Estimate;

/**
 * What programs read of orbits over a parameter.
 *
 * @param parameter the parameter's name
 * @param from its least value
 * @param to its largest value
 * @param longestPeriod the longest period followed
 * @param events where stability or course changes, by period and place
 * @param branches the orbits followed
 * @param attractor the iterates from the start, in columns
 * @param notes what was not followed
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record BifurcationSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String parameter,
        double from,
        double to,
        @JsonProperty("longest_period") int longestPeriod,
        List<Event> events,
        List<BranchSummary> branches,
        List<Column> attractor,
        List<String> notes) {

    /** An event; {@code error} estimates that of {@code at}. */
    record Event(
            String kind,
            int period,
            double at,
            List<Double> point,
            int branch,
            @JsonProperty("changes_stability") boolean changesStability,
            boolean polished,
            double error) {

        static Event of(BifurcationEvent event) {
            return new Event(
                    event.kind().word(),
                    event.period(),
                    event.at(),
                    event.point(),
                    event.branch(),
                    event.changesStability(),
                    event.isPolished(),
                    event.error());
        }
    }

    /** A branch; its orbits are in the CSV. */
    record BranchSummary(int index, int period, String origin, double from, double to, int orbits, String end) {}

    /** The iterates at one value of the parameter; null where they diverge. */
    record Column(
            double at,
            Integer period,
            Double lyapunov,
            @JsonProperty("lyapunov_error") Double lyapunovError) {

        static Column of(BifurcationResult.Column column) {
            return new Column(
                    column.at(),
                    column.period().orElse(null),
                    column.exponent().map(Estimate::value).orElse(null),
                    column.exponent().map(Estimate::standardError).orElse(null));
        }
    }

    static BifurcationSummary of(BifurcationResult result) {
        return new BifurcationSummary(
                BifurcationDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                BifurcationDocument.EVIDENCE,
                result.options().parameter(),
                result.options().from(),
                result.options().to(),
                result.options().longestPeriod(),
                result.events().stream().map(Event::of).toList(),
                result.branches().stream()
                        .map(branch -> new BranchSummary(
                                branch.index(),
                                branch.period(),
                                branch.origin(),
                                branch.points().get(0).at(),
                                branch.points().get(branch.points().size() - 1).at(),
                                branch.points().size(),
                                branch.end()))
                        .toList(),
                result.attractor().stream().map(Column::of).toList(),
                result.notes());
    }
}
