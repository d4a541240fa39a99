package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.selfstab.claims.Limit;
import org.selfstab.problem.Problem;

/**
 * What programs read of where iterates come to. Of a cycle, point, sharpness and loss are those of its first point, and the orbit has all.
 *
 * @param kind {@code point}, {@code cycle}, {@code bounded}, {@code diverged} or {@code undecided}
 * @param period after how many steps they return, 1 at a point; null if they do not
 * @param point the coordinates by the variables' names
 * @param sharpness S there
 * @param loss L there
 * @param distance how far the last iterate is
 * @param multiplier the eigenvalue of the largest modulus of the derivative of that many steps: its real part
 * @param multiplierModulus its modulus
 * @param neutral the dimension of the manifold of such limits
 * @param evidence what it rests on
 * @param orbit the points of the cycle
 */
record LimitSummary(
        String kind,
        Integer period,
        @OrNull Map<String, Double> point,
        Double sharpness,
        Double loss,
        Double distance,
        Double multiplier,
        @JsonProperty("multiplier_modulus") Double multiplierModulus,
        int neutral,
        String evidence,
        List<OrbitPoint> orbit) {

    /** A point of a cycle. */
    record OrbitPoint(Map<String, Double> point, double loss, double sharpness) {

        static OrbitPoint of(Problem problem, Limit.Point point) {
            return new OrbitPoint(coordinates(problem, point), point.loss(), point.sharpness());
        }
    }

    static LimitSummary of(Problem problem, Limit limit) {
        Optional<Limit.Point> first = limit.point();
        return new LimitSummary(
                limit.kind().word(),
                limit.period().orElse(null),
                first.map(point -> coordinates(problem, point)).orElse(null),
                first.map(Limit.Point::sharpness).orElse(null),
                first.map(Limit.Point::loss).orElse(null),
                limit.distance().orElse(null),
                limit.multiplier().map(Complex::getReal).orElse(null),
                limit.multiplier().map(Complex::norm).orElse(null),
                limit.neutral(),
                limit.evidence(),
                limit.orbit().stream()
                        .map(point -> OrbitPoint.of(problem, point))
                        .toList());
    }

    private static Map<String, Double> coordinates(Problem problem, Limit.Point point) {
        Map<String, Double> coordinates = new LinkedHashMap<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            coordinates.put(problem.variables().get(i).name(), point.at().get(i));
        }
        return coordinates;
    }
}
