package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.Lyapunov;

/**
 * What programs read of Lyapunov exponents, in natural logarithms a step; errors are standard errors of batch means, 0 on a cycle.
 *
 * @param exponents largest first
 * @param kaplanYorkeDimension of these
 * @param sharpnessExponents the means of the logarithms of the singular values of each step
 * @param sharpnessDimension of those, theory.md (67)
 * @param chaotic whether the largest exponent is positive by four standard errors
 * @param steps over how many steps; of a cycle its period
 */
record LyapunovSummary(
        List<Double> exponents,
        @JsonProperty("exponent_errors") List<Double> exponentErrors,
        @JsonProperty("kaplan_yorke_dimension") double kaplanYorkeDimension,
        @JsonProperty("kaplan_yorke_error") double kaplanYorkeError,
        @JsonProperty("sharpness_exponents") List<Double> sharpnessExponents,
        @JsonProperty("sharpness_exponent_errors") List<Double> sharpnessExponentErrors,
        @JsonProperty("sharpness_dimension") double sharpnessDimension,
        @JsonProperty("sharpness_dimension_error") double sharpnessDimensionError,
        boolean chaotic,
        int steps) {

    static LyapunovSummary of(Lyapunov found) {
        return new LyapunovSummary(
                values(found.exponents()),
                errors(found.exponents()),
                found.kaplanYorke().value(),
                found.kaplanYorke().standardError(),
                values(found.sharpnessExponents()),
                errors(found.sharpnessExponents()),
                found.sharpnessDimension().value(),
                found.sharpnessDimension().standardError(),
                found.isChaotic(),
                found.steps());
    }

    private static List<Double> values(List<Estimate> estimates) {
        return estimates.stream().map(Estimate::value).toList();
    }

    private static List<Double> errors(List<Estimate> estimates) {
        return estimates.stream().map(Estimate::standardError).toList();
    }
}
