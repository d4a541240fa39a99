package org.selfstab.report;

import java.util.List;
import java.util.function.Function;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftFamilyResult.Member;
import org.selfstab.claims.DriftResult.Comparison;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.report.figure.DriftFamilyFigures;
import org.selfstab.run.RunRecord;

/** The slow drift of a family, as a researcher reads it: its members, and the order of the law's error. */
public final class DriftFamilyDocument {

    private DriftFamilyDocument() {}

    /** What {@code drift} shows of a family. */
    public static Report report(RunRecord run, DriftFamilyResult result) {
        return Report.of(run, document(result), "drift-family", () -> DriftFamilySummary.of(result));
    }

    /** The same as a page, with figures. */
    public static Document page(DriftFamilyResult result) {
        return document(result)
                .titled(result.problem().title() + ": slow drift of a family")
                .with(DriftFamilyFigures.of(result));
    }

    private static Document document(DriftFamilyResult result) {
        return new Document.Builder(result.problem().title().toString(), VerdictLine.of(result))
                .status(result.status())
                .facts(ProblemFacts.of(result.problem()))
                .fact(ProblemFacts.members(
                        result.family().parameter(),
                        result.members().stream().map(Member::value).toList()))
                .table(members(result))
                .table(ErrorOrder.table(List.of(ErrorOrder.asserted(DriftFamilySummary.ERROR, result.order()))))
                .restingOn("numeric runs in double precision; a slope over "
                        + result.members().size() + " members is not a proof of O(.)");
    }

    private static Table members(DriftFamilyResult result) {
        Table table = Table.of(
                "The members",
                List.of(
                        Table.Column.words(result.family().parameter()),
                        Table.Column.words("verdict"),
                        Table.Column.numbers("eps"),
                        Table.Column.numbers("Gamma"),
                        Table.Column.numbers("log J predicted"),
                        Table.Column.numbers("log J measured"),
                        Table.Column.numbers("ratio")),
                result.members().stream().map(DriftFamilyDocument::row).toList());
        for (Member member : result.members()) {
            table = table.note(ProblemFacts.equation(result.family().parameter(), member.value())
                            .ascii()
                    + ": " + member.drift().reason());
        }
        return table;
    }

    private static Table.Row row(Member member) {
        return Table.row(
                Cell.words(member.value().toString()),
                Cell.words(member.drift().verdict().inWords()),
                Cell.number(member.drift().start().map(start -> start.rates().epsilon())),
                Cell.number(member.drift().start().map(start -> start.rates().gamma())),
                compared(member, Comparison::logJPredicted),
                compared(member, Comparison::logJMeasured),
                Cell.number(member.drift().comparison().flatMap(Comparison::ratio)));
    }

    private static Cell compared(Member member, Function<Comparison, Double> value) {
        return Cell.number(member.drift().comparison().map(value));
    }
}
