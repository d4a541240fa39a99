package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.theory.CheckResult;
import org.selfstab.theory.FormalTheory;
import org.selfstab.theory.StatementResult;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/**
 * The results of all statements as JSON.
 *
 * @param summary how many statements hold and how many do not, in words
 * @param statements in dependency order
 */
public record TheorySummary(String summary, List<Entry> statements) {

    public TheorySummary {
        statements = List.copyOf(statements);
    }

    /**
     * The summary of results.
     *
     * @param folder that of the statements
     */
    public static TheorySummary of(Path folder, List<StatementResult> results) {
        return new TheorySummary(
                TheoryDocument.verdictLine(results),
                results.stream().map(result -> entry(folder, result)).toList());
    }

    private static Entry entry(Path folder, StatementResult result) {
        return new Entry(
                result.statement().id(),
                result.statement().kind().word(),
                result.statement().title().exact(),
                result.statement().text().exact(),
                result.statement().latex().exact(),
                result.statement().source().exact(),
                result.statement().depends(),
                result.verdict().status().word(),
                result.verdict().evidence().name(),
                FormalTheory.status(folder, result.statement()),
                result.verdict().reason(),
                result.checks().stream().map(TheorySummary::checkEntry).toList());
    }

    private static CheckEntry checkEntry(CheckResult check) {
        Verdict verdict = check.verdict();
        Optional<Bound> bound = verdict.bound();
        Optional<CheckResult.Counterexample> counterexample = check.counterexample();
        return new CheckEntry(
                check.check().claim(),
                verdict.status().word(),
                verdict.evidence().name(),
                verdict.reason(),
                bound.map(Bound::value).orElse(null),
                bound.map(Bound::threshold).orElse(null),
                bound.map(b -> b.sense().name()).orElse(null),
                counterexample.map(CheckResult.Counterexample::values).orElse(null),
                counterexample.map(CheckResult.Counterexample::left).orElse(null),
                counterexample.map(CheckResult.Counterexample::right).orElse(null));
    }

    /** A statement with its result; established is Coq, symbolic, numeric, or several of these. */
    record Entry(
            String id,
            String kind,
            String title,
            String statement,
            String latex,
            String source,
            List<String> depends,
            String status,
            String evidence,
            String established,
            String reason,
            List<CheckEntry> checks) {}

    /** A check with its result; what does not apply to its type is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CheckEntry(
            String claim,
            String status,
            String evidence,
            String reason,
            Double value,
            Double threshold,
            String sense,
            @JsonProperty("counterexample") Map<String, String> values,
            String left,
            String right) {}
}
