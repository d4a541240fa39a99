package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.BoxResult;
import org.selfstab.document.Json;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedCertificate;

/** Decisions about claims over a box as JSON; an endpoint that is not finite is null. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record BoxSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String status,
        List<Side> box,
        List<Claim> claims,
        @OrNull OwnRecheck recheck) {

    /** The numbers that a variable or parameter takes. */
    record Side(String name, Double lower, Double upper) {}

    /** A coordinate of a point. */
    record Coordinate(String name, double value) {}

    /**
     * A decision.
     *
     * @param parts how many parts of the box were looked at
     * @param digits the decimal digits that it took somewhere; 0 where doubles were enough
     * @param witness where the claim fails
     * @param remaining a part on which nothing was decided
     * @param lower the quantity there is at least this
     * @param upper and at most this
     */
    record Claim(
            String quantity,
            String sense,
            BigDecimal bound,
            String verdict,
            int parts,
            int digits,
            @OrNull List<Coordinate> witness,
            @OrNull List<Side> remaining,
            Double lower,
            Double upper,
            @OrNull String reason) {}

    static BoxSummary of(Problem problem, BoxResult result, Optional<CheckedCertificate> check) {
        return new BoxSummary(
                BoxDocument.verdictLine(result.decisions()),
                problem.name(),
                problem.title().exact(),
                "interval arithmetic",
                result.status().word(),
                sides(result.names(), result.box()),
                result.decisions().stream()
                        .map(decision -> claim(result.names(), decision))
                        .toList(),
                OwnRecheck.of(check));
    }

    private static Claim claim(List<String> names, BoxDecision decision) {
        return new Claim(
                decision.claim().name(),
                decision.claim().sense().symbol(),
                decision.claim().bound(),
                decision.status().word(),
                decision.parts(),
                decision.digits(),
                decision.witness().map(point -> point(names, point)).orElse(null),
                decision.remaining().map(part -> sides(names, part)).orElse(null),
                decision.value().map(value -> Json.finite(value.lower())).orElse(null),
                decision.value().map(value -> Json.finite(value.upper())).orElse(null),
                decision.reason().orElse(null));
    }

    private static List<Side> sides(List<String> names, List<Interval> box) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Side(
                        names.get(i),
                        Json.finite(box.get(i).lower()),
                        Json.finite(box.get(i).upper())))
                .toList();
    }

    private static List<Coordinate> point(List<String> names, List<Double> point) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Coordinate(names.get(i), point.get(i)))
                .toList();
    }
}
