package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.certify.CycleExponents;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.document.Json;
import org.selfstab.interval.Interval;
import org.selfstab.recheck.CheckedCertificate;

/** An orbit of period two as JSON; null is what was not proved. */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record CycleSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        String status,
        @OrNull Orbit orbit,
        @OrNull String obstacle,
        @OrNull OwnRecheck recheck) {

    /**
     * An orbit that exists.
     *
     * @param period of how many steps
     * @param first contains its first point
     * @param second contains the point after a step
     * @param points contain all points in their order
     * @param uniqueness no other point whose period divides this one lies within this distance of the first, in each coordinate
     * @param stable the verdict on its stability
     * @param spectralRadius contains the largest modulus of an eigenvalue of the derivative of a period's steps; null where it is decided of a matrix too large to be bounded closely
     * @param modulusPerStep contains its root of the order of the period: how much differences from a symmetric orbit grow in one step; null likewise
     * @param lyapunov its exponents and dimensions; null where they are not bounded
     */
    record Orbit(
            int period,
            List<Coordinate> first,
            List<Coordinate> second,
            List<List<Coordinate>> points,
            double uniqueness,
            String stable,
            @OrNull @JsonProperty("spectral_radius") Range spectralRadius,
            @OrNull @JsonProperty("modulus_per_step") Range modulusPerStep,
            @OrNull Exponents lyapunov) {}

    /** What contains the exponents, in natural logarithms a step, and the dimensions. */
    record Exponents(
            List<Range> exponents,
            @JsonProperty("kaplan_yorke_dimension") Range kaplanYorke,
            @JsonProperty("sharpness_exponents") List<Range> sharpnessExponents,
            @JsonProperty("sharpness_dimension") Range sharpnessDimension) {

        static Exponents of(CycleExponents exponents) {
            return new Exponents(
                    exponents.exponents().stream().map(Range::of).toList(),
                    Range.of(exponents.kaplanYorke()),
                    exponents.sharpnessExponents().stream().map(Range::of).toList(),
                    Range.of(exponents.sharpnessDimension()));
        }
    }

    /** A coordinate of a point: it lies between two numbers. */
    record Coordinate(String name, double lower, double upper) {}

    /** An interval; an endpoint that is not finite is null. */
    record Range(Double lower, Double upper) {

        static Range of(Interval interval) {
            return new Range(Json.finite(interval.lower()), Json.finite(interval.upper()));
        }
    }

    static CycleSummary of(TwoCycleResult certification, Optional<CheckedCertificate> check) {
        List<String> names = certification.coordinates();
        return new CycleSummary(
                CycleDocument.verdictLine(certification),
                certification.problem().name(),
                certification.problem().title().exact(),
                "interval arithmetic",
                certification.status().word(),
                certification
                        .orbit()
                        .map(orbit -> orbit(certification.period(), names, orbit))
                        .orElse(null),
                certification.obstacle().orElse(null),
                OwnRecheck.of(check));
    }

    private static Orbit orbit(int period, List<String> names, TwoCycleResult.Orbit orbit) {
        return new Orbit(
                period,
                point(names, orbit.first()),
                point(names, orbit.second()),
                orbit.points().stream().map(each -> point(names, each)).toList(),
                orbit.uniquenessRadius(),
                orbit.stable().word(),
                orbit.spectralRadius().map(Range::of).orElse(null),
                orbit.perStep(period).map(Range::of).orElse(null),
                orbit.exponents().map(Exponents::of).orElse(null));
    }

    private static List<Coordinate> point(List<String> names, List<Interval> point) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Coordinate(
                        names.get(i), point.get(i).lower(), point.get(i).upper()))
                .toList();
    }
}
