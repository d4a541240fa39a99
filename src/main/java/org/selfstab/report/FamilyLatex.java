package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.document.Cell;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.LatexWriter;

/** A family as two LaTeX tables for a paper; they need booktabs, graphicx and amsmath. */
final class FamilyLatex {

    private final FamilyResult result;
    private final FamilyTable table;

    FamilyLatex(FamilyResult result) {
        this.result = result;
        this.table = FamilyTable.of(result);
    }

    String write() {
        String caption = new LatexCaption(result.problem(), VerdictLine.of(result))
                .line("evidence: numeric runs in " + result.arithmetic() + "; a slope is not a proof of O(.)")
                .needs("booktabs,graphicx,amsmath")
                .write();
        return caption + members() + "\n\\medskip\n\\noindent\n" + orders();
    }

    private String members() {
        LatexTable rows = new LatexTable(
                "lrrrrrrrrrrl",
                List.of(
                        "$"
                                + LatexWriter.latex(
                                        Expression.symbol(result.family().parameter())) + "$",
                        "$T$",
                        "$\\epsilon$",
                        "$\\delta$",
                        "$C_1$",
                        "$C_L$",
                        "$C_S$",
                        "$C_{x^2}$",
                        "$C_{\\bar L}$",
                        "$C_P$",
                        "$C_D$",
                        "conclusions"));
        for (int i = 0; i < table.members().size(); i++) {
            FamilyTable.Member member = table.members().get(i);
            List<String> cells = new ArrayList<>(List.of(
                    value(i),
                    member.steps().isPresent() ? Integer.toString(member.steps().getAsInt()) : "--",
                    number(member.epsilon()),
                    number(member.delta())));
            member.errors()
                    .forEach(error -> cells.add(error.map(e -> number(OptionalDouble.of(e.constant())))
                            .orElse("--")));
            cells.add(Cell.status(result.members().get(i).assessment().ofConclusions())
                    .latex());
            rows.row(cells);
        }
        return rows.note("evidence: numeric runs, not a proof").write();
    }

    /** A long fraction would be higher than the row. */
    private String value(int member) {
        return "$" + LatexWriter.latex(result.members().get(member).value()).replace("\\frac", "\\tfrac") + "$";
    }

    private String orders() {
        LatexTable rows =
                new LatexTable("llrrl", List.of("error", "unit", "slope", "standard error", "order at least 1"));
        for (int i = 0; i < table.orders().size(); i++) {
            FamilyTable.Order order = table.orders().get(i);
            rows.row(List.of(
                    order.title().latex(),
                    order.unit().latex(),
                    LatexText.number(FamilyTable.decimals(order.slope())),
                    LatexText.number(FamilyTable.decimals(order.standardError())),
                    Cell.status(result.orders().get(i).verdict().status()).latex()));
        }
        return rows.note("evidence: numeric runs; a slope is not a proof").write();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? LatexText.number(String.format(Locale.ROOT, "%.3g", value.getAsDouble())) : "--";
    }
}
