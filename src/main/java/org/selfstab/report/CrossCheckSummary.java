package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.selfstab.claims.CrossCheck;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Json;

/**
 * The comparison of the derivatives by two ways as JSON.
 *
 * @param result {@code agree}, {@code differ} or {@code not compared}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CrossCheckSummary(
        String result,
        Integer points,
        @JsonProperty("largest_relative_difference") Double largest,
        String reason) {

    /** Null where no comparison was asked for. */
    static CrossCheckSummary of(VerificationResult verified) {
        return verified.crossCheck().map(CrossCheckSummary::of).orElse(null);
    }

    private static CrossCheckSummary of(CrossCheck check) {
        if (check.obstacle().isPresent()) {
            return new CrossCheckSummary(
                    "not compared", null, null, check.obstacle().get());
        }
        Double largest = Json.finite(check.largest());
        return new CrossCheckSummary(check.agrees() ? "agree" : "differ", check.points(), largest, null);
    }
}
