package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.StepPlanes;
import org.selfstab.document.Json;

/**
 * The steps of an optimizer that remembers gradients, in the planes of eigenvectors, as JSON.
 *
 * @param exceptional curvatures at which the step is defective
 * @param exceptionalMet those of them among the curvatures met off u
 * @param lowest the smallest curvature off u
 * @param highest the largest
 */
record PlanesSummary(
        List<Plane> planes,
        @JsonProperty("exceptional_curvatures") List<Double> exceptional,
        @JsonProperty("exceptional_met") List<Double> exceptionalMet,
        @JsonProperty("lowest_off_u") Double lowest,
        @JsonProperty("highest_off_u") Double highest) {

    /**
     * A plane.
     *
     * @param plane which one
     * @param fastRadius rho without slow motion's eigenvalue near 1
     * @param margin what that leaves to 1
     * @param kappa null where it is infinite
     * @param defective whether it is
     * @param largestPower {@code max_t |M^t|}; null where it is infinite
     * @param attained the t of that
     */
    record Plane(
            String plane,
            @JsonProperty("lambda") double curvature,
            Integer step,
            @JsonProperty("rho") double spectralRadius,
            @JsonProperty("rho_but_slow_motion") double fastRadius,
            double margin,
            @JsonProperty("kappa") Double kappa,
            boolean defective,
            @JsonProperty("max_power") Double largestPower,
            @JsonProperty("max_power_at") int attained) {

        static Plane of(StepPlanes.Plane plane) {
            return new Plane(
                    plane.name(),
                    plane.curvature(),
                    plane.step().isPresent() ? plane.step().getAsInt() : null,
                    plane.spectralRadius(),
                    plane.fastRadius(),
                    1 - plane.fastRadius(),
                    Json.finite(plane.condition()),
                    Double.isInfinite(plane.condition()),
                    Json.finite(plane.growth().factor()),
                    plane.growth().power());
        }
    }

    /** Null where there are none. */
    static PlanesSummary of(Assessment assessment) {
        return assessment.planes().map(PlanesSummary::of).orElse(null);
    }

    static PlanesSummary of(StepPlanes planes) {
        return new PlanesSummary(
                planes.planes().stream().map(Plane::of).toList(),
                planes.exceptional(),
                planes.exceptionalMet(),
                Json.finite(planes.lowest()),
                Json.finite(planes.highest()));
    }
}
