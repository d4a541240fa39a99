package org.selfstab.report.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.Table.Column;
import org.selfstab.report.Report;
import org.selfstab.report.comparison.Comparison.Difference;
import org.selfstab.report.comparison.Comparison.Kind;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** What {@code diff} shows: which verdicts, numbers, texts and settings differ, and both runs in one picture. */
public final class ComparisonDocument {

    private ComparisonDocument() {}

    /**
     * The comparison in all forms.
     *
     * @param beside more outputs for the picture of several optimizers
     * @throws org.selfstab.vocabulary.SelfstabException if a trajectory beside an output cannot be read
     */
    public static Report report(RunRecord run, Comparison comparison, List<SavedOutput> beside) {
        String summary = summary(comparison);
        return Report.of(
                run,
                document(comparison, beside, summary),
                "comparison",
                () -> ComparisonSummary.of(comparison, summary));
    }

    private static Document document(Comparison comparison, List<SavedOutput> beside, String summary) {
        Document.Builder document = new Document.Builder("Comparison", summary)
                .status(
                        comparison.isSame()
                                ? Cell.decision("SAME", Verdict.Status.HOLDS)
                                : Cell.decision("DIFFERENT", Verdict.Status.FAILS))
                .fact("first", visible(comparison.first().file().toString()))
                .fact("second", visible(comparison.second().file().toString()))
                .fact("of", Cell.words(FreeText.visible(comparison.first().schema())))
                .fact("tolerance", Cell.brief(comparison.tolerance()))
                .figures(TrajectoryComparison.figures(comparison.first(), comparison.second(), beside));
        if (!comparison.differences().isEmpty()) {
            document.table(table(comparison));
        }
        return document.restingOn("the two outputs as they are; nothing was run");
    }

    /** How many values of each kind differ, as a sentence. */
    static String summary(Comparison comparison) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        Stream.of(Kind.values())
                .forEach(kind -> counts.put(kind, toldOnce(comparison.of(kind)).size()));
        int settings = counts.remove(Kind.SETTING);
        counts.values().removeIf(count -> count == 0);
        String found = counts.entrySet().stream()
                .map(entry -> entry.getKey().inWords(entry.getValue()))
                .collect(Collectors.joining(", "));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return (all == 0 ? "nothing found differs" : found + differ(all)) + "; "
                + (settings == 0 ? "settings are the same" : Kind.SETTING.inWords(settings) + differ(settings));
    }

    private static String differ(int count) {
        return count == 1 ? " differs" : " differ";
    }

    private static Table table(Comparison comparison) {
        List<Table.Line> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!comparison.of(kind).isEmpty()) {
                lines.add(new Table.Heading(kind.title(), Optional.empty()));
            }
            toldOnce(comparison.of(kind)).forEach(difference -> lines.add(row(difference)));
        }
        return Table.of(
                "What differs",
                List.of(
                        Column.words("value"),
                        Column.words("first"),
                        Column.words("second"),
                        Column.numbers("relative difference")),
                lines);
    }

    /** Outputs name the most important numbers twice, and parameters as they are written and rounded. */
    private static List<Difference> toldOnce(List<Difference> differences) {
        Set<List<Optional<JsonNode>>> told = new HashSet<>();
        return differences.stream()
                .filter(difference -> !difference.path().startsWith("run.problem.")
                        || !difference.path().endsWith(".value"))
                .filter(difference ->
                        difference.relative().isEmpty() || told.add(List.of(difference.first(), difference.second())))
                .toList();
    }

    /** A path as a reader would say it. */
    private static String label(String path) {
        return path.replaceFirst("^(?:conclusions|conditions)\\[(.*?)]\\.measures\\[(.*)]\\.value$", "$1: $2")
                .replaceFirst("^(?:conclusions|conditions)\\[(.*?)]\\.measures\\[(.*)]\\.", "$1: $2 ")
                .replaceFirst("^(?:conclusions|conditions)\\[(.*?)]\\.verdict$", "$1")
                .replaceFirst("^run\\.options\\.", "option ")
                .replaceFirst("^run\\.problem\\.parameters\\.(.*)\\.exact$", "parameter $1")
                .replaceFirst("^run\\.problem\\.start\\.(.*)\\.exact$", "start $1")
                .replaceFirst("^run\\.(?:problem\\.)?", "");
    }

    private static Table.Row row(Difference difference) {
        return new Table.Row(
                List.of(
                        visible(label(difference.path())),
                        cell(difference.first()),
                        cell(difference.second()),
                        Cell.brief(difference.relative())),
                "");
    }

    private static Cell cell(Optional<JsonNode> value) {
        if (value.isEmpty() || value.get().isNull()) {
            return Cell.none();
        }
        return value.get().isNumber() && !value.get().isIntegralNumber()
                ? Cell.number(value.get().doubleValue())
                : visible(value.get().asText());
    }

    private static Cell visible(String text) {
        return Cell.words(FreeText.visible(text));
    }
}
