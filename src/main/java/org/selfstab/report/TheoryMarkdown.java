package org.selfstab.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.theory.CheckResult;
import org.selfstab.theory.Statement;
import org.selfstab.theory.StatementResult;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** Statements as a page in Markdown: an overview, then each with its formula, what it rests on, and its checks. */
public final class TheoryMarkdown {

    /** From the folder of the page, {@code src/site/markdown}, to that of the statements. */
    private static final String TO_FILES = "../../../";

    private TheoryMarkdown() {}

    /**
     * The page.
     *
     * @param folder the statements' folder as it was given on the command line
     */
    public static String write(Path folder, List<StatementResult> results) {
        StringBuilder page = new StringBuilder("<!-- Written by the program. To renew: selfstab theory "
                + slashed(folder) + " --format markdown -->\n\n# Statements of the theory\n\n");
        page.append(TheoryText.summaryOf(results)).append("\n| statement | kind | status | evidence | source |\n");
        page.append("|---|---|---|---|---|\n");
        results.forEach(result -> page.append(overviewOf(result)));
        results.forEach(result -> page.append(sectionOf(folder, result)));
        return page.toString();
    }

    private static String overviewOf(StatementResult result) {
        Statement statement = result.statement();
        return "| [%s](#%s) | %s | %s | %s | %s |%n"
                .formatted(
                        cell(statement.title().toString()),
                        statement.id(),
                        statement.kind().word(),
                        result.status().word(),
                        result.evidence(),
                        cell(statement.source().toString()))
                .replace(System.lineSeparator(), "\n");
    }

    private static String sectionOf(Path folder, StatementResult result) {
        Statement statement = result.statement();
        StringBuilder section = new StringBuilder("\n## " + statement.id() + "\n\n");
        section.append("**")
                .append(statement.title())
                .append("**, ")
                .append(statement.kind().word());
        section.append(", ").append(statement.source()).append(" ([file](").append(TO_FILES);
        section.append(slashed(folder.resolve(statement.id() + ".toml"))).append(")). ");
        section.append(statement.text().paragraph())
                .append("\n\n$$")
                .append(statement.latex().paragraph())
                .append("$$\n\n");
        if (!statement.depends().isEmpty()) {
            section.append("Rests on ").append(linksTo(statement.depends())).append(".\n\n");
        }
        result.checks().forEach(check -> section.append(lineOf(check)));
        return section.toString();
    }

    private static String linksTo(List<String> statements) {
        return statements.stream().map(id -> "[" + id + "](#" + id + ")").collect(Collectors.joining(", "));
    }

    /** Without numbers of runs, the last digits of which need not be the same on every machine. */
    private static String lineOf(CheckResult check) {
        Verdict verdict = check.verdict();
        return "- " + verdict.status().word() + ", " + verdict.evidence() + ": "
                + check.check().claim() + "\n";
    }

    private static String cell(String text) {
        return text.replaceAll("[|\\[\\]]", "\\\\$0");
    }

    private static String slashed(Path path) {
        return FreeText.visible(path.toString().replace('\\', '/'));
    }
}
