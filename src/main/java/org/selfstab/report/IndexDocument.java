package org.selfstab.report;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** The page over several verified problems, which leads to the page of each. */
public final class IndexDocument {

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.words("conclusions"),
            Table.Column.words("problem"),
            Table.Column.words("conditions"),
            Table.Column.numbers(Quantities.EPSILON.symbol()),
            Table.Column.numbers(Quantities.COUPLING_CONSTANT.symbol()),
            Table.Column.numbers(Quantities.LOSS_CONSTANT.symbol()),
            Table.Column.numbers(Quantities.SHARPNESS_CONSTANT.symbol()),
            Table.Column.numbers(Quantities.IMPLICIT_BIAS_CONSTANT.symbol()),
            Table.Column.numbers(Quantities.DESCENT_CONSTANT.symbol()),
            Table.Column.words("end"));

    private IndexDocument() {}

    /** The page. */
    public static Document of(List<VerificationResult> problems) {
        List<Table.Row> rows = problems.stream().map(IndexDocument::row).toList();
        return new Document.Builder("Verified problems", verdictLine(problems))
                .status(Verdict.Status.weakest(
                        problems.stream().map(problem -> problem.assessment().ofConclusions())))
                .table(Table.of("Problems", COLUMNS, rows).filtered())
                .restingOn("numeric runs, not proofs");
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
        return Cell.number(extreme.map(Extremum::value));
    }

    /** Of several problems: on how many the conclusions hold, and on which they do not. */
    static String verdictLine(List<VerificationResult> problems) {
        Tally conclusions = new Tally("problem", "problems")
                .holding("meets the theory's conclusions", "meet the theory's conclusions");
        problems.forEach(verified ->
                conclusions.add(verified.problem().name(), verified.assessment().ofConclusions()));
        return conclusions.text();
    }
}
