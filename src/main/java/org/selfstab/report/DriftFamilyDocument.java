package org.selfstab.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftFamilyResult.Member;
import org.selfstab.claims.DriftResult.Comparison;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.report.figure.DriftFamilyFigures;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Quantities;

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
        return new Document.Builder(result.problem().title().toString(), verdictLine(result))
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
                        Table.Column.numbers(Quantities.EPSILON.symbol()),
                        Table.Column.numbers(Quantities.DRIFT_RATE.symbol()),
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

    /** Of the slow drift of a family: the members' verdicts and the order of the law's error. */
    static String verdictLine(DriftFamilyResult result) {
        VerdictLine line = new VerdictLine();
        Map<String, Long> verdicts = result.members().stream()
                .collect(Collectors.groupingBy(
                        member -> member.drift().verdict().inWords(), TreeMap::new, Collectors.counting()));
        line.add(verdicts.entrySet().stream()
                .map(each -> each.getValue() + " of " + result.members().size() + " members " + each.getKey())
                .collect(Collectors.joining(", ")));
        line.add("the error of the change of log J is O(eps): "
                + result.order().verdict().status().word());
        result.order().fit().ifPresent(fit -> line.add("its slope in eps is " + VerdictLine.brief(fit.slope())));
        return line.write();
    }
}
