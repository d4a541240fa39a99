package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.expression.Symbol;
import org.selfstab.recheck.CheckedCertificate;

/**
 * A mean-square edge as JSON; null is what was not proved.
 *
 * @param meanSquareEdge contains eta_2
 * @param isOnly whether all smaller step sizes are proved to be stable, and all larger ones not
 * @param minimum contains the minimum
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence", "status"})
record MeanSquareSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String status,
        @OrNull @JsonProperty("mean_square_edge") CycleSummary.Range meanSquareEdge,
        @JsonProperty("only_edge") boolean isOnly,
        @OrNull List<CycleSummary.Coordinate> minimum,
        @OrNull String obstacle,
        @OrNull OwnRecheck recheck) {

    static MeanSquareSummary of(MeanSquareCertification certification, Optional<CheckedCertificate> check) {
        List<String> names =
                certification.problem().variables().stream().map(Symbol::name).toList();
        return new MeanSquareSummary(
                MeanSquareCertificationDocument.verdictLine(certification),
                certification.problem().name(),
                certification.problem().title().exact(),
                "interval arithmetic",
                certification.status().word(),
                certification
                        .edge()
                        .map(edge -> CycleSummary.Range.of(edge.stepSize()))
                        .orElse(null),
                certification
                        .edge()
                        .map(MeanSquareCertification.Enclosure::isOnly)
                        .orElse(false),
                certification.edge().map(edge -> point(names, edge)).orElse(null),
                certification.obstacle().orElse(null),
                OwnRecheck.of(check));
    }

    private static List<CycleSummary.Coordinate> point(List<String> names, MeanSquareCertification.Enclosure edge) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new CycleSummary.Coordinate(
                        names.get(i),
                        edge.minimum().get(i).lower(),
                        edge.minimum().get(i).upper()))
                .toList();
    }
}
