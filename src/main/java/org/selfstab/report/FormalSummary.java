package org.selfstab.report;

import java.util.List;
import java.util.Map;
import org.selfstab.coq.FormalResult;

/**
 * What Coq was given and what it accepted, as JSON.
 *
 * @param summary how much of it, in words
 * @param evidence FORMAL if Coq accepted all of it; else empty
 * @param folder where the files are
 * @param names what the names in the files stand for in the problem
 * @param results each of what it was given
 */
public record FormalSummary(
        String summary, String evidence, String folder, Map<String, String> names, List<Entry> results) {

    public FormalSummary {
        results = List.copyOf(results);
    }

    /** One of them; what does not apply is empty. */
    public record Entry(
            String subject, String outcome, String file, String reason, double seconds, List<String> axioms) {

        static Entry of(FormalResult result) {
            return new Entry(
                    result.subject(),
                    result.outcome().word(),
                    result.file(),
                    result.reason(),
                    Math.round(100.0 * result.seconds()) / 100.0,
                    result.axioms());
        }
    }
}
