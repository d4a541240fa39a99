package org.selfstab.report;

import java.util.List;
import java.util.function.Function;
import org.selfstab.claims.SlowMember;
import org.selfstab.claims.SlowMember.Errors;
import org.selfstab.claims.SlowResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.expression.Expression;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** Exact iterates over {@code 1/eps^2} steps beside the reduced equations of first and of second order, as a researcher reads it. */
public final class SlowDocument {

    private SlowDocument() {}

    /** What {@code ode --second-order} shows. */
    public static Report report(RunRecord run, SlowResult result) {
        return Report.of(run, document(result), "second-order", () -> SlowSummary.of(result));
    }

    private static Document document(SlowResult result) {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .status(result.status())
                .facts(ProblemFacts.of(result.problem()))
                .table(members(result));
        if (result.family().isPresent()) {
            document.table(ErrorOrder.table(SlowSummary.orders(result)));
        }
        return document.restingOn(
                "numeric run in double precision, not a proof; the equation of second order is this program's result (theory.md section 18.3)");
    }

    private static Table members(SlowResult result) {
        Table table = Table.of(
                "Largest distance from exact iterates in the plane of X and Y",
                List.of(
                        Table.Column.words(
                                result.family().map(f -> f.parameter()).orElse("member")),
                        Table.Column.numbers(Quantities.EPSILON.symbol()),
                        Table.Column.numbers("steps"),
                        Table.Column.numbers("first order"),
                        Table.Column.numbers("second order"),
                        Table.Column.numbers(
                                Notation.words("second order").then(Notation.formula("/eps", "/ε", "/\\epsilon")))),
                result.members().stream().map(SlowDocument::row).toList());
        for (SlowMember member : result.members()) {
            table = member.obstacle().isPresent()
                    ? table.note(name(member) + ": " + member.obstacle().get())
                    : table;
        }
        return table;
    }

    private static String name(SlowMember member) {
        return member.value().map(Expression::toString).orElse("the problem");
    }

    private static Table.Row row(SlowMember member) {
        return Table.row(
                Cell.words(name(member)),
                Cell.number(member.epsilon()),
                Cell.count(member.steps()),
                distance(member, Errors::first, 1),
                distance(member, Errors::second, 1),
                distance(member, Errors::second, member.epsilon()));
    }

    private static Cell distance(SlowMember member, Function<Errors, Extremum> error, double unit) {
        return Cell.number(member.errors().map(e -> error.apply(e).value() / unit));
    }

    /** Of exact iterates beside the reduced equations of first and of second order. */
    static String verdictLine(SlowResult result) {
        VerdictLine line = new VerdictLine();
        SlowMember last = result.members().get(result.members().size() - 1);
        line.add(last.errors()
                .map(errors -> "after " + last.steps() + " steps the equation of second order is within "
                        + VerdictLine.brief(errors.second().value()) + " of the iterates, that of first order within "
                        + VerdictLine.brief(errors.first().value()))
                .orElseGet(() -> "no comparison with the reduced equations: "
                        + last.obstacle().orElse("there are no two steps")));
        if (result.family().isPresent()) {
            line.add("its error is O(eps): "
                    + result.ofSecond().verdict().status().word());
            result.ofSecond().fit().ifPresent(fit -> line.add("its slope in eps is " + VerdictLine.brief(fit.slope())));
        }
        line.add("eps = " + VerdictLine.brief(last.epsilon()));
        return line.write();
    }
}
