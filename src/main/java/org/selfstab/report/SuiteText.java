package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.suite.Judgement;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** Claims and what became of them, one line each. */
public final class SuiteText {

    private SuiteText() {}

    /** The lines of one file: a line for each claim, below it the mutants that survive; errors are not among them. */
    public static String linesOf(FileResult result) {
        StringBuilder text = new StringBuilder();
        result.results().forEach(claim -> text.append(lineOf(result, claim)));
        if (result.isWithoutClaims()) {
            text.append(line("none", result, "no [expect]: nothing is asserted"));
        }
        return text.toString();
    }

    private static String lineOf(FileResult file, ClaimResult result) {
        Judgement judgement = result.judgement();
        String reason = judgement.passes() || judgement.reason().isEmpty() ? "" : "; " + judgement.reason();
        StringBuilder text = new StringBuilder(line(
                SuiteWords.of(judgement.status()),
                file,
                result.claim().name() + "  computed " + judgement.computed() + "  expected " + judgement.expected()
                        + reason));
        result.mutation().ifPresent(mutation -> mutation.survivors()
                .forEach(survivor ->
                        text.append(line("survived", file, result.claim().name() + "  " + survivor))));
        return text.toString();
    }

    private static String line(String word, FileResult file, String what) {
        return FreeText.visible(String.format(
                        Locale.ROOT, "%-9s  %s  %s", word, file.file().file(), what)) + "\n";
    }

    /** How many claims passed, failed and are undecided; then what else there was. */
    public static String summaryOf(List<FileResult> results) {
        StringBuilder text = new StringBuilder();
        addCount(text, results.stream().filter(FileResult::isWithoutClaims).count(), "without [expect]");
        addCount(text, results.stream().filter(file -> file.error().isPresent()).count(), "with an error");
        long mutants = results.stream()
                .flatMap(file -> file.results().stream())
                .flatMap(result -> result.mutation().stream())
                .mapToLong(mutation -> mutation.mutants())
                .sum();
        if (mutants > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d mutants, %d survived%n",
                    mutants,
                    results.stream().mapToLong(FileResult::survivors).sum()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "%d passed, %d failed, %d undecided%n",
                        count(results, Verdict.Status.HOLDS),
                        count(results, Verdict.Status.FAILS),
                        count(results, Verdict.Status.UNDECIDED)))
                .toString()
                .replace(System.lineSeparator(), "\n");
    }

    private static void addCount(StringBuilder text, long count, String what) {
        if (count > 0) {
            text.append(count)
                    .append(count == 1 ? " file " : " files ")
                    .append(what)
                    .append('\n');
        }
    }

    private static long count(List<FileResult> results, Verdict.Status status) {
        return results.stream().mapToLong(file -> file.count(status)).sum();
    }
}
