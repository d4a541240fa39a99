package org.selfstab.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.selfstab.coq.Coqc;
import org.selfstab.coq.FormalResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** What Coq was given and what it accepted. */
public final class FormalDocument {

    private FormalDocument() {}

    /**
     * What the commands of {@code coq} show.
     *
     * @param title what it is about
     * @param folder where the files are
     * @param names what the names in the files stand for; empty where they are those of the source
     */
    public static Report report(
            RunRecord run, String title, Path folder, Map<String, String> names, List<FormalResult> results) {
        boolean accepted = FormalResult.accepted(results);
        Document.Builder document = new Document.Builder(FreeText.visible(title), summary(results))
                .status(status(results))
                .fact("files", FreeText.visible(Recorded.slashed(folder)));
        names.forEach((name, original) -> document.fact(name, FreeText.visible(original)));
        axioms(results).ifPresent(axioms -> document.fact("axioms", axioms));
        return Report.of(
                run,
                document.table(table(results))
                        .restingOn(
                                accepted
                                        ? "FORMAL: accepted by Coq's kernel, of the definitions in the files"
                                        : "what is ACCEPTED by Coq's kernel; of the rest nothing is proved here"),
                "formal",
                () -> new FormalSummary(
                        summary(results),
                        accepted ? Verdict.Evidence.FORMAL.name() : "",
                        Recorded.slashed(folder),
                        names,
                        results.stream().map(FormalSummary.Entry::of).toList()));
    }

    /** Each with what became of it. */
    static Table table(List<FormalResult> results) {
        List<Table.Line> rows = results.stream().map(FormalDocument::row).toList();
        return Table.titled("What Coq was given", List.of("outcome", "what", "evidence", "file", "seconds"), rows);
    }

    /** Those of the reals by name; what {@code interval} takes for granted of machine numbers is long. */
    private static Optional<String> axioms(List<FormalResult> results) {
        Set<String> axioms = new TreeSet<>();
        results.forEach(result -> axioms.addAll(result.axioms()));
        if (axioms.isEmpty()) {
            return Optional.empty();
        }
        String ofReals = axioms.stream().filter(Coqc.AXIOMS_OF_REALS::contains).collect(Collectors.joining(", "));
        return Optional.of(
                Coqc.AXIOMS_OF_REALS.containsAll(axioms)
                        ? ofReals
                        : ofReals + ", and the specifications of machine integers and floating-point numbers");
    }

    /** Whether there is formal evidence of anything. */
    static boolean isAnyAccepted(List<FormalResult> results) {
        return results.stream().anyMatch(FormalResult::accepted);
    }

    /** How many were accepted, and what became of the others. */
    static String summary(List<FormalResult> results) {
        return List.of(FormalResult.Outcome.values()).stream()
                .filter(outcome -> results.stream().anyMatch(result -> result.outcome() == outcome))
                .map(outcome -> results.stream()
                                .filter(result -> result.outcome() == outcome)
                                .count() + " " + outcome.word().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Cell status(List<FormalResult> results) {
        return new Cell.Decision(
                FormalResult.accepted(results) ? "ACCEPTED" : "NOT ALL ACCEPTED",
                FormalResult.accepted(results) ? Cell.Style.HOLDS : Cell.Style.OPEN);
    }

    private static Table.Line row(FormalResult result) {
        Cell outcome =
                new Cell.Decision(result.outcome().word(), result.accepted() ? Cell.Style.HOLDS : Cell.Style.OPEN);
        return new Table.Row(
                List.of(
                        outcome,
                        Cell.words(FreeText.visible(result.subject())),
                        Cell.words(result.accepted() ? Verdict.Evidence.FORMAL.name() : ""),
                        Cell.words(result.file()),
                        Cell.words(String.format(Digits.LOCALE, "%.1f", result.seconds()))),
                FreeText.visible(result.reason()));
    }
}
