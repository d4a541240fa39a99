package org.selfstab.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.document.Cell;
import org.selfstab.document.CsvLayout;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import org.selfstab.suite.ClaimFile;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/** The claims of files and what became of them: a table for each file, computed beside theoretical values, or one over all for an index. */
public final class SuiteDocument {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?|-?\\d+[eE]-?\\d+");

    /** Rounding, which need not be the same on every machine. */
    private static final double ZERO = 1e-9;

    private final List<FileResult> results;

    private SuiteDocument(List<FileResult> results) {
        this.results = results;
    }

    /** What {@code test} shows. */
    public static Report report(RunRecord run, RunOptions options, List<FileResult> results) {
        SuiteDocument suite = new SuiteDocument(results);
        String places = run.files().stream().map(SuiteDocument::visible).collect(Collectors.joining(" "));
        Document.Builder document = suite.document("Claims of " + places);
        if (results.size() > 1) {
            document.table(suite.files());
        }
        results.forEach(result -> document.table(claims(result)));
        document.note(
                "expected is what [expect] asserts, an expression of the file's parameters where there is a closed form;"
                        + " computed comes from the numeric geometry of the loss and from runs, to six digits, and 0 stands for"
                        + " anything below 1e-9");
        return Report.of(run, document.restingOn(evidence(options)), "suite", () -> SuiteSummary.of(results))
                .with(out -> out.write(CsvLayout.write(suite.allClaims(Map.of()))));
    }

    /**
     * The page over the claims of files.
     *
     * @param options how the runs of problems were done
     * @param reports the page of each problem file that has one, relative to this page
     */
    public static Document index(RunOptions options, List<FileResult> results, Map<Path, String> reports) {
        SuiteDocument suite = new SuiteDocument(results);
        return suite.document("Claims")
                .table(suite.allClaims(reports).filtered())
                .restingOn(evidence(options));
    }

    private static String evidence(RunOptions options) {
        return "numeric runs in " + options.numbers() + ", which are not proofs, and of statements computer algebra";
    }

    private Document.Builder document(String title) {
        return new Document.Builder(title, verdictLine(results)).status(overall(results));
    }

    private static Cell overall(List<FileResult> results) {
        if (results.stream().anyMatch(result -> result.error().isPresent() || result.survivors() > 0)) {
            return cell(Verdict.Status.FAILS);
        }
        return Stream.of(Verdict.Status.FAILS, Verdict.Status.UNDECIDED)
                .filter(status -> results.stream().anyMatch(result -> result.count(status) > 0))
                .findFirst()
                .map(SuiteDocument::cell)
                .orElseGet(() -> cell(Verdict.Status.HOLDS));
    }

    /** The files with the counts of their claims. */
    private Table files() {
        List<Table.Row> rows = results.stream()
                .map(result -> Table.row(
                        result.isWithoutClaims() ? noClaims() : overall(List.of(result)),
                        link(result.file()),
                        Cell.words(SuiteWords.STATUSES.stream()
                                .filter(status -> result.count(status) > 0)
                                .map(status -> result.count(status) + " " + SuiteWords.of(status))
                                .collect(Collectors.joining(", "))),
                        Cell.words(result.file().title().toString())))
                .toList();
        return Table.titled("Files", List.of("outcome", "file", "claims", "title"), rows);
    }

    private static Cell link(ClaimFile file) {
        return Cell.words(visible(file.file())).to(Recorded.slashed(file.file()));
    }

    private static Cell noClaims() {
        return new Cell.Decision("no claims", Cell.Style.OPEN);
    }

    /** The claims of one file. */
    private static Table claims(FileResult result) {
        ClaimFile file = result.file();
        List<Document.Fact> facts = new ArrayList<>(List.of(new Document.Fact("file", link(file))));
        if (!file.purpose().exact().isEmpty()) {
            facts.add(Document.Fact.of("purpose", file.purpose().toString()));
        }
        String title = file.title().toString();
        return Table.titled(
                        title.isEmpty() ? visible(file.file()) : title,
                        List.of("outcome", "claim", "computed", "expected"),
                        rows(result, SuiteDocument::briefly))
                .with(facts);
    }

    /**
     * The claims of all files.
     *
     * @param reports what each file leads to
     */
    private Table allClaims(Map<Path, String> reports) {
        List<Table.Row> rows = new ArrayList<>();
        for (FileResult result : results) {
            Path file = result.file().file();
            Cell.Words name = Cell.words(visible(file));
            Cell linked = reports.containsKey(file) ? name.to(reports.get(file)) : name;
            rows.addAll(rows(result, claim -> wholly(linked, claim)));
        }
        return Table.titled(
                "Claims", List.of("outcome", "file", "claim", "computed", "expected", "closed form", "evidence"), rows);
    }

    /**
     * A row for each claim of a file, and one for what keeps it from having more.
     *
     * @param cells what stands in a row after the outcome
     */
    private static List<Table.Row> rows(FileResult result, Function<Optional<ClaimResult>, List<Cell>> cells) {
        List<Table.Row> rows = new ArrayList<>();
        result.error()
                .ifPresent(error -> rows.add(row(
                        new Cell.Decision("error", Cell.Style.FAILS),
                        cells.apply(Optional.empty()),
                        List.of(FreeText.visible(error)))));
        if (result.isWithoutClaims()) {
            rows.add(row(noClaims(), cells.apply(Optional.empty()), List.of("no [expect]: nothing is asserted")));
        }
        result.results()
                .forEach(claim -> rows.add(
                        row(cell(claim.judgement().status()), cells.apply(Optional.of(claim)), remarks(claim))));
        return rows;
    }

    private static Table.Row row(Cell outcome, List<Cell> cells, List<String> remarks) {
        return new Table.Row(Stream.concat(Stream.of(outcome), cells.stream()).toList(), remarks);
    }

    /** A claim beside its file; its closed form stands before what it amounts to. */
    private static List<Cell> briefly(Optional<ClaimResult> result) {
        return result.map(claim -> {
                    String form = claim.claim()
                            .formula()
                            .map(formula -> formula + " = ")
                            .orElse("");
                    return List.of(
                            name(claim),
                            rounded(claim.judgement().computed(), ZERO),
                            Cell.words(form
                                    + rounded(claim.judgement().expected(), 0).text()));
                })
                .orElse(List.of());
    }

    /** A claim among those of all files. */
    private static List<Cell> wholly(Cell file, Optional<ClaimResult> result) {
        return result.map(claim -> List.of(
                        file,
                        name(claim),
                        rounded(claim.judgement().computed(), ZERO),
                        rounded(claim.judgement().expected(), 0),
                        claim.claim().formula().map(Cell::code).orElse(Cell.none()),
                        Cell.evidence(claim.claim().evidence())))
                .orElse(List.of(file));
    }

    private static Cell name(ClaimResult claim) {
        return Cell.words(FreeText.visible(claim.claim().name()));
    }

    /** Why a claim does not pass, and what passes although it should not. */
    private static List<String> remarks(ClaimResult claim) {
        Stream<String> reason = claim.judgement().passes()
                ? Stream.empty()
                : Stream.of(claim.judgement().reason());
        Stream<String> survivors = claim.mutation().map(Mutation::survivors).orElse(List.of()).stream()
                .map(survivor -> "survived: " + survivor);
        return Stream.concat(reason, survivors).map(FreeText::visible).toList();
    }

    private static Cell cell(Verdict.Status status) {
        return Cell.decision(SuiteWords.of(status), status);
    }

    /** A text with its numbers to six digits, those below a size as 0. */
    private static Cell rounded(String text, double zero) {
        String exact = FreeText.visible(text);
        return Cell.digits(
                DECIMAL.matcher(exact).replaceAll(number -> {
                    BigDecimal value = new BigDecimal(number.group());
                    return Math.abs(value.doubleValue()) < zero ? "0" : Digits.six(value);
                }),
                exact);
    }

    private static String visible(Path path) {
        return FreeText.visible(Recorded.slashed(path));
    }

    /** Of the claims of files: how many have which outcome, and which do not pass. */
    static String verdictLine(List<FileResult> results) {
        long claims = results.stream().mapToLong(file -> file.results().size()).sum();
        String counts = SuiteWords.STATUSES.stream()
                .filter(status -> results.stream().anyMatch(file -> file.count(status) > 0))
                .map(status -> claims(results, status))
                .collect(Collectors.joining(", "));
        VerdictLine line = new VerdictLine()
                .add(VerdictLine.counted(results.size(), "file") + ", " + VerdictLine.counted(claims, "claim")
                        + (counts.isEmpty() ? "" : ": " + counts));
        count(line, results.stream().filter(file -> file.error().isPresent()).count(), "with an error");
        count(line, results.stream().filter(FileResult::isWithoutClaims).count(), "without [expect]");
        long mutants = results.stream()
                .flatMap(file -> file.results().stream())
                .flatMap(result -> result.mutation().stream())
                .mapToLong(Mutation::mutants)
                .sum();
        if (mutants > 0) {
            line.add(VerdictLine.counted(mutants, "mutant") + ", "
                    + results.stream().mapToLong(FileResult::survivors).sum() + " survived");
        }
        return line.write();
    }

    private static String claims(List<FileResult> results, Verdict.Status status) {
        List<String> names = results.stream()
                .flatMap(file -> file.results().stream()
                        .filter(result -> result.judgement().status() == status)
                        .map(result -> FreeText.visible(file.file().file().getFileName() + " "
                                + result.claim().name())))
                .toList();
        String more = names.size() > VerdictLine.MOST_NAMES ? ", ..." : "";
        return names.size() + " " + SuiteWords.of(status)
                + (status == Verdict.Status.HOLDS
                        ? ""
                        : names.stream()
                                .limit(VerdictLine.MOST_NAMES)
                                .collect(Collectors.joining(", ", " (", more + ")")));
    }

    private static void count(VerdictLine line, long files, String what) {
        line.add(files == 0 ? "" : VerdictLine.counted(files, "file") + " " + what);
    }
}
