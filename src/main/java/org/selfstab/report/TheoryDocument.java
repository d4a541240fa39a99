package org.selfstab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.run.RunRecord;
import org.selfstab.theory.CheckResult;
import org.selfstab.theory.FormalTheory;
import org.selfstab.theory.Statement;
import org.selfstab.theory.StatementKind;
import org.selfstab.theory.StatementResult;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** Statements and what was decided about them: an overview by kind, and on pages each with its formula, what it rests on, and its checks. */
public final class TheoryDocument {

    private TheoryDocument() {}

    /**
     * What {@code theory} shows.
     *
     * @param folder the statements' folder as it was given on the command line
     */
    public static Report report(RunRecord run, Path folder, List<StatementResult> results) {
        Document.Builder document = new Document.Builder("Statements of " + visible(folder), verdictLine(results))
                .status(Verdict.Status.weakest(
                        results.stream().map(result -> result.verdict().status())))
                .table(overview(folder, results));
        results.forEach(result -> document.table(section(folder, result).onPages()));
        return Report.of(
                run,
                document.restingOn(
                        "computer algebra where SYMBOLIC; where NUMERIC runs in double precision, which are not proofs; Coq where a status says so"),
                "theory",
                () -> TheorySummary.of(folder, results));
    }

    private static Table overview(Path folder, List<StatementResult> results) {
        List<Table.Line> lines = new ArrayList<>();
        for (StatementKind kind : StatementKind.values()) {
            List<StatementResult> ofKind = results.stream()
                    .filter(result -> result.statement().kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                lines.add(new Table.Heading(kind.word(), Optional.empty()));
                ofKind.forEach(result -> lines.add(row(folder, result)));
            }
        }
        return Table.of(
                "Statements",
                List.of(
                        Table.Column.words("verdict"),
                        Table.Column.words("statement"),
                        Table.Column.words("title"),
                        Table.Column.words("evidence"),
                        Table.Column.words("status"),
                        Table.Column.numbers("checks"),
                        Table.Column.words("source")),
                lines);
    }

    private static Table.Row row(Path folder, StatementResult result) {
        Statement statement = result.statement();
        return new Table.Row(
                List.of(
                        Cell.status(result.verdict().status()),
                        Cell.words(statement.id()).toTable(statement.id()),
                        Cell.words(statement.title().toString()),
                        Cell.words(result.verdict().evidence().name()),
                        Cell.words(FormalTheory.status(folder, statement)),
                        Cell.count(result.checks().size()),
                        Cell.words(statement.source().toString())),
                remarks(result));
    }

    /** Of a statement that does not hold: the checks that do not, or what it rests on. */
    private static List<String> remarks(StatementResult result) {
        if (result.verdict().status() == Verdict.Status.HOLDS) {
            return List.of();
        }
        List<String> remarks = result.checks().stream()
                .filter(check -> check.verdict().status() != Verdict.Status.HOLDS)
                .flatMap(TheoryDocument::details)
                .map(FreeText::visible)
                .collect(Collectors.toCollection(ArrayList::new));
        if (remarks.isEmpty() || result.verdict().status() == Verdict.Status.NOT_APPLICABLE) {
            remarks.add(FreeText.visible(result.verdict().reason()));
        }
        return remarks;
    }

    private static Stream<String> details(CheckResult check) {
        Verdict verdict = check.verdict();
        return Stream.concat(
                Stream.of(check.check().claim() + ": " + verdict.status().word() + ", " + verdict.reason()),
                check.counterexample().stream().flatMap(TheoryDocument::details));
    }

    private static Stream<String> details(CheckResult.Counterexample counterexample) {
        String values = ProblemFacts.equations(counterexample.values());
        return Stream.of(
                "at " + (values.isEmpty() ? "any point" : values),
                "left  = " + counterexample.left(),
                "right = " + counterexample.right());
    }

    /** One statement; of its checks without the numbers of runs, whose last digits need not be the same on every machine. */
    private static Table section(Path folder, StatementResult result) {
        Statement statement = result.statement();
        Path file = folder.resolve(statement.id() + ".toml");
        String formula = onOneLine(statement.latex());
        List<Document.Fact> facts = new ArrayList<>(List.of(
                Document.Fact.of("title", statement.title().toString()),
                Document.Fact.of("kind", statement.kind().word()),
                Document.Fact.of("source", statement.source().toString()),
                Document.Fact.of("status", FormalTheory.status(folder, statement)),
                new Document.Fact("file", Cell.words(visible(file)).to(Recorded.slashed(file))),
                Document.Fact.of("statement", onOneLine(statement.text())),
                new Document.Fact("formula", Cell.mathematics(formula, formula))));
        statement
                .depends()
                .forEach(id ->
                        facts.add(new Document.Fact("rests on", Cell.words(id).toTable(id))));
        List<Table.Row> rows = result.checks().stream()
                .map(check -> Table.row(
                        Cell.status(check.verdict().status()),
                        Cell.words(check.verdict().evidence().name()),
                        Cell.words(FreeText.visible(check.check().claim()))))
                .toList();
        return Table.titled(statement.id(), List.of("verdict", "evidence", "check"), rows)
                .with(facts);
    }

    private static String onOneLine(FreeText text) {
        return text.paragraph().strip().replaceAll("\\s+", " ");
    }

    private static String visible(Path path) {
        return FreeText.visible(Recorded.slashed(path));
    }

    /** Of statements: how many hold, by evidence, and which do not. */
    static String verdictLine(List<StatementResult> results) {
        long checks =
                results.stream().mapToLong(result -> result.checks().size()).sum();
        String counts = Arrays.stream(Verdict.Status.values())
                .filter(status ->
                        results.stream().anyMatch(result -> result.verdict().status() == status))
                .map(status -> statements(results, status))
                .collect(Collectors.joining(", "));
        return VerdictLine.counted(results.size(), "statement") + ", " + VerdictLine.counted(checks, "check") + ": "
                + counts;
    }

    private static String statements(List<StatementResult> results, Verdict.Status status) {
        List<StatementResult> those = results.stream()
                .filter(result -> result.verdict().status() == status)
                .toList();
        String evidence = those.stream()
                .collect(Collectors.groupingBy(
                        result -> result.verdict().evidence(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String names = status == Verdict.Status.HOLDS
                ? ""
                : those.stream().map(result -> result.statement().id()).collect(Collectors.joining(", ", ": ", ""));
        return those.size() + " " + status.word() + " (" + evidence + FreeText.visible(names) + ")";
    }
}
