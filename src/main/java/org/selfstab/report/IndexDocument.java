package org.selfstab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.numeric.Extremum;
import org.selfstab.suite.ClaimResult;
import org.selfstab.suite.FileResult;
import org.selfstab.suite.Judgement;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** Pages over several problems, which lead to the page of each. */
public final class IndexDocument {

    private static final List<String> OF_RUNS =
            List.of("conclusions", "problem", "conditions", "ε", "C₁", "C_L", "C_S", "C_P", "C_D", "end");

    private static final List<String> OF_CLAIMS =
            List.of("outcome", "file", "claim", "computed", "expected", "closed form", "evidence");

    private IndexDocument() {}

    /** The page over verified problems. */
    public static Document ofRuns(List<VerificationResult> problems) {
        List<Table.Row> rows = problems.stream().map(IndexDocument::row).toList();
        return new Document(
                "Verified problems",
                "",
                Optional.of(Cell.status(worst(problems))),
                List.of(),
                List.of(),
                FigureSet.NONE,
                List.of(Table.titled("Problems", OF_RUNS, rows).filtered()),
                "numeric runs, not proofs");
    }

    /**
     * The page over the claims of files.
     *
     * @param results the files with their claims
     * @param reports the page of each problem file that has one, relative to this page
     */
    public static Document ofClaims(List<FileResult> results, Map<Path, String> reports) {
        List<Table.Row> rows = results.stream()
                .flatMap(result -> rows(result, reports).stream())
                .toList();
        return new Document(
                "Claims",
                "",
                Optional.of(overall(results)),
                List.of(
                        Document.Fact.of("files", Integer.toString(results.size())),
                        Document.Fact.of("claims", counts(results))),
                List.of(),
                FigureSet.NONE,
                List.of(Table.titled("Claims", OF_CLAIMS, rows).filtered()),
                "numeric runs in double precision, which are not proofs, and of statements computer algebra");
    }

    private static Cell overall(List<FileResult> results) {
        boolean broken = results.stream().anyMatch(result -> result.error().isPresent() || result.survivors() > 0);
        long failed = count(results, Verdict.Status.FAILS);
        if (broken || failed > 0) {
            return new Cell.Decision("FAIL", Cell.Style.FAILS);
        }
        return cell(count(results, Verdict.Status.UNDECIDED) > 0 ? Verdict.Status.UNDECIDED : Verdict.Status.HOLDS);
    }

    private static String counts(List<FileResult> results) {
        return Stream.of(Verdict.Status.HOLDS, Verdict.Status.FAILS, Verdict.Status.UNDECIDED)
                .map(status -> count(results, status) + " " + SuiteWords.of(status))
                .collect(Collectors.joining(", "));
    }

    private static long count(List<FileResult> results, Verdict.Status status) {
        return results.stream().mapToLong(result -> result.count(status)).sum();
    }

    private static List<Table.Row> rows(FileResult result, Map<Path, String> reports) {
        Path file = result.file().file();
        Cell.Words name = Cell.words(FreeText.visible(file.toString().replace('\\', '/')));
        Cell linked = reports.containsKey(file) ? name.to(reports.get(file)) : name;
        List<Table.Row> rows = new ArrayList<>();
        result.error()
                .ifPresent(error ->
                        rows.add(new Table.Row(List.of(new Cell.Decision("error", Cell.Style.FAILS), linked), error)));
        if (result.isWithoutClaims()) {
            rows.add(Table.row(new Cell.Decision("no claims", Cell.Style.OPEN), linked));
        }
        result.results().forEach(claim -> rows.add(row(claim, linked)));
        return rows;
    }

    private static Table.Row row(ClaimResult claim, Cell file) {
        Judgement judgement = claim.judgement();
        List<Cell> cells = List.of(
                cell(judgement.status()),
                file,
                Cell.words(claim.claim().name()),
                Cell.digits(judgement.computed()),
                Cell.digits(judgement.expected()),
                Cell.code(claim.claim().formula().orElse("")),
                Cell.evidence(claim.claim().evidence()));
        return new Table.Row(cells, judgement.reason());
    }

    private static Cell cell(Verdict.Status status) {
        Cell.Style style =
                switch (status) {
                    case HOLDS -> Cell.Style.HOLDS;
                    case FAILS -> Cell.Style.FAILS;
                    case UNDECIDED, NOT_APPLICABLE -> Cell.Style.OPEN;
                };
        return new Cell.Decision(SuiteWords.of(status), style);
    }

    private static Verdict.Status worst(List<VerificationResult> problems) {
        return problems.stream()
                .map(problem -> problem.assessment().ofConclusions())
                .max(Comparator.naturalOrder())
                .orElse(Verdict.Status.HOLDS);
    }

    private static Table.Row row(VerificationResult verified) {
        Optional<RunConstants> constants = verified.verification().constants();
        return Table.row(
                Cell.status(verified.assessment().ofConclusions()),
                Cell.words(verified.problem().title().toString())
                        .to(verified.problem().name() + "/" + ReportFolder.REPORT),
                Cell.status(verified.assessment().ofConditions()),
                number(constants.flatMap(RunConstants::epsilon)),
                number(constants.flatMap(RunConstants::coupling)),
                number(constants.flatMap(RunConstants::loss)),
                number(constants.flatMap(RunConstants::sharpness)),
                number(constants.flatMap(RunConstants::following)),
                number(constants.flatMap(RunConstants::descent)),
                Cell.words(verified.verification().description()));
    }

    private static Cell number(Optional<Extremum> extreme) {
        return Cell.digits(extreme.map(e -> ConstantsTable.brief(e.value())).orElse("–"));
    }
}
