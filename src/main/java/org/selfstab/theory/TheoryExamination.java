package org.selfstab.theory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.selfstab.run.Workers;

/** Examines statements: their checks in parallel, their results in dependency order. */
public final class TheoryExamination {

    private final int threads;
    private final Examiner examiner;

    /**
     * Prepares an examination.
     *
     * @param threads how many checks are examined at a time, at least 1
     */
    public TheoryExamination(int threads) {
        this(threads, new Examiner());
    }

    /** Prepares an examination that does no run again that its examiner has done. */
    TheoryExamination(int threads, Examiner examiner) {
        this.threads = threads;
        this.examiner = examiner;
    }

    /**
     * Examines statements.
     *
     * @param statements each after those it rests on
     * @param listener told each result as soon as it and all before it are known
     * @return the results, in the order of the statements
     * @throws CancellationException if the calling thread is interrupted
     */
    public List<StatementResult> examine(List<Statement> statements, Consumer<StatementResult> listener) {
        try (Workers workers = new Workers(threads)) {
            Map<Statement, List<Future<CheckResult>>> running = new LinkedHashMap<>();
            statements.forEach(statement -> running.put(
                    statement,
                    statement.checks().stream()
                            .map(check -> workers.submit(() -> check.accept(examiner)))
                            .toList()));
            Map<String, StatementResult> results = new LinkedHashMap<>();
            running.forEach((statement, checks) -> {
                StatementResult result = result(statement, resultsOf(statement, checks, workers), results);
                results.put(statement.id(), result);
                listener.accept(result);
            });
            return List.copyOf(results.values());
        }
    }

    private static StatementResult result(
            Statement statement, List<CheckResult> examined, Map<String, StatementResult> results) {
        List<StatementResult> restsOn =
                statement.depends().stream().map(results::get).toList();
        return StatementResult.of(statement, examined, restsOn);
    }

    private static List<CheckResult> resultsOf(Statement statement, List<Future<CheckResult>> checks, Workers workers) {
        return checks.stream()
                .map(check -> workers.resultOf(check, "a check of " + statement.id()))
                .toList();
    }
}
