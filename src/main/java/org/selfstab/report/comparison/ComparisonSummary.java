package org.selfstab.report.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A comparison as JSON. */
public record ComparisonSummary(
        String summary,
        String first,
        String second,
        String compared,
        double tolerance,
        boolean same,
        List<Difference> differences) {

    /** A value that differs; a member is missing where that output has no such value. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(String kind, String path, Object first, Object second, Double relative) {}

    static ComparisonSummary of(Comparison comparison, String summary) {
        return new ComparisonSummary(
                summary,
                comparison.first().file().toString(),
                comparison.second().file().toString(),
                comparison.first().schema(),
                comparison.tolerance(),
                comparison.isSame(),
                comparison.differences().stream()
                        .map(difference -> new Difference(
                                difference.kind().name(),
                                difference.path(),
                                difference.first().orElse(null),
                                difference.second().orElse(null),
                                difference.relative().orElse(null)))
                        .toList());
    }
}
