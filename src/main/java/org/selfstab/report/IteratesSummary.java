package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Json;

/** The sharpness of the exact iterates as JSON, in units of 1/eta: 2 is the edge of stability; null where it overflows. */
record IteratesSummary(
        Double first,
        Double largest,
        @JsonProperty("largest_step") int largestStep,
        Double last,
        @JsonProperty("last_step") int lastStep) {

    /** Null where no step of the run is known. */
    static IteratesSummary of(VerificationResult verified) {
        return verified.verification()
                .constants()
                .map(RunConstants::iterates)
                .map(IteratesSummary::of)
                .orElse(null);
    }

    private static IteratesSummary of(RunConstants.IterateSharpness iterates) {
        return new IteratesSummary(
                Json.finite(iterates.first()),
                Json.finite(iterates.largest().value()),
                iterates.largest().step(),
                Json.finite(iterates.last().value()),
                iterates.last().step());
    }
}
