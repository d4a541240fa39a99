package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.certify.MinimumResult;
import org.selfstab.certify.MinimumResult.Critical;
import org.selfstab.certify.MinimumResult.Flip;
import org.selfstab.interval.Interval;

/**
 * What programs read of the critical point near the end of descent; null is what there is none of.
 *
 * @param kind {@code minimum}, {@code saddle}, {@code maximum}, or {@code degenerate} where minima form a manifold
 * @param certified whether the point is proved
 * @param radius within this distance of it, in each coordinate, there is exactly one critical point
 * @param hessianEigenvalues largest first
 * @param eigenvalueBounds contain them, if the point is proved
 * @param inertia how many are positive, zero and negative
 * @param flipCoefficient K of theory.md (44)
 * @param bifurcation {@code supercritical} or {@code subcritical}
 * @param edge S_c of the problem's optimizer
 * @param predictedAmplitude of the two-cycle by (44), at the problem's step size
 * @param cycleAmplitude of the one that there is
 * @param sharpnessSlope the norm of the sharpness's gradient along the manifold
 * @param attracts whether the optimizer comes to the point
 * @param stabilityProved whether that is proved
 * @param spectralRadius of a step's derivative there
 * @param stabilityLost the step sizes at which optimizers lose stability
 * @param obstacle why no point was found
 */
@JsonPropertyOrder({"summary", "problem", "title", "evidence"})
record MinimumSummary(
        String summary,
        String problem,
        String title,
        String evidence,
        @OrNull String kind,
        boolean certified,
        @OrNull Map<String, Double> point,
        Double radius,
        Double loss,
        Double sharpness,
        @JsonProperty("hessian_eigenvalues") List<Double> hessianEigenvalues,
        @JsonProperty("eigenvalue_bounds") List<Bounds> eigenvalueBounds,
        @OrNull Inertia inertia,
        @JsonProperty("flip_coefficient") Double flipCoefficient,
        @OrNull String bifurcation,
        Double edge,
        @JsonProperty("predicted_amplitude") Double predictedAmplitude,
        @JsonProperty("cycle_amplitude") Double cycleAmplitude,
        @JsonProperty("sharpness_slope") Double sharpnessSlope,
        @OrNull String attracts,
        @JsonProperty("stability_proved") boolean stabilityProved,
        @JsonProperty("spectral_radius") Double spectralRadius,
        @JsonProperty("stability_lost") List<Loss> stabilityLost,
        @OrNull String obstacle) {

    /** How many eigenvalues are of a sign. */
    record Inertia(int positive, int zero, int negative) {}

    /** An interval. */
    record Bounds(double lower, double upper) {

        static Bounds of(Interval interval) {
            return new Bounds(interval.lower(), interval.upper());
        }
    }

    /** A step size at which an optimizer loses stability. */
    record Loss(String optimizer, Double momentum, double eta) {}

    static MinimumSummary of(MinimumResult result) {
        Optional<Critical> found = result.critical();
        Optional<Flip> flip = found.flatMap(Critical::flip);
        return new MinimumSummary(
                MinimumDocument.verdictLine(result),
                result.problem().name(),
                result.problem().title().exact(),
                MinimumDocument.evidence(result),
                found.map(Critical::kind).orElse(null),
                found.flatMap(Critical::radius).isPresent(),
                found.map(critical -> coordinates(result, critical)).orElse(null),
                found.flatMap(Critical::radius).orElse(null),
                found.map(Critical::loss).orElse(null),
                found.map(Critical::sharpness).orElse(null),
                found.map(Critical::eigenvalues).orElse(List.of()),
                found.map(Critical::enclosures).orElse(List.of()).stream()
                        .map(Bounds::of)
                        .toList(),
                found.map(critical -> new Inertia(critical.positive(), critical.zero(), critical.negative()))
                        .orElse(null),
                flip.map(Flip::coefficient).orElse(null),
                flip.map(Flip::kind).orElse(null),
                flip.map(Flip::edge).orElse(null),
                flip.flatMap(Flip::predicted).orElse(null),
                flip.flatMap(Flip::found).orElse(null),
                found.flatMap(Critical::alongManifold).orElse(null),
                found.map(critical -> critical.stability().attracts().inWords()).orElse(null),
                found.map(critical -> critical.stability().isProved()).orElse(false),
                found.map(critical -> critical.stability().spectralRadius()).orElse(null),
                found.map(Critical::lost).orElse(List.of()).stream()
                        .map(loss -> new Loss(loss.optimizer(), loss.momentum().orElse(null), loss.eta()))
                        .toList(),
                result.obstacle().orElse(null));
    }

    private static Map<String, Double> coordinates(MinimumResult result, Critical critical) {
        Map<String, Double> coordinates = new LinkedHashMap<>();
        int i = 0;
        for (String variable : result.problem().start().keySet()) {
            coordinates.put(variable, critical.at().get(i));
            i++;
        }
        return coordinates;
    }
}
