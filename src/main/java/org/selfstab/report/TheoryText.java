package org.selfstab.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.selfstab.theory.CheckResult;
import org.selfstab.theory.Counterexample;
import org.selfstab.theory.StatementResult;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** Statements and what was decided about them, one line each, as a researcher reads them at a glance. */
public final class TheoryText {

    private TheoryText() {}

    /** The line of one statement; below it the checks that do not hold, each with its counterexample. */
    public static String lineOf(StatementResult result) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-14s  %-8s  %-10s  %-28s  %s%n",
                result.status().word(),
                result.evidence(),
                result.statement().kind().word(),
                FreeText.visible(result.statement().id()),
                result.statement().title() + ": " + FreeText.visible(result.reason())));
        result.checks().stream()
                .filter(check -> check.verdict().status() != Verdict.Status.HOLDS)
                .forEach(check -> text.append(detailOf(check)));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String detailOf(CheckResult check) {
        String text = "    " + check.check().claim() + ": "
                + check.verdict().status().word() + ", " + check.verdict().reason() + "\n";
        return text + check.counterexample().map(TheoryText::detailOf).orElse("");
    }

    private static String detailOf(Counterexample counterexample) {
        String values = counterexample.values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "      at " + (values.isEmpty() ? "any point" : values) + "\n      left  = " + counterexample.left()
                + "\n      right = " + counterexample.right() + "\n";
    }

    /** How many statements hold, by evidence, and how many do not. */
    public static String summaryOf(List<StatementResult> results) {
        long checks =
                results.stream().mapToLong(result -> result.checks().size()).sum();
        String counts = Arrays.stream(Verdict.Status.values())
                .filter(status -> count(results, status) > 0)
                .map(status -> count(results, status) + " " + status.word() + evidenceOf(results, status))
                .collect(Collectors.joining(", "));
        return results.size() + " statements, " + checks + " checks: " + counts + "\n";
    }

    private static long count(List<StatementResult> results, Verdict.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    private static String evidenceOf(List<StatementResult> results, Verdict.Status status) {
        return results.stream()
                .filter(result -> result.status() == status)
                .collect(Collectors.groupingBy(StatementResult::evidence, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey()))
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", " (", ")"));
    }
}
