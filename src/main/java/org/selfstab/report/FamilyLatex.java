package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.selfstab.claims.FamilyResult;
import org.selfstab.expression.Expression;
import org.selfstab.symbolic.LatexWriter;

/** A family as two LaTeX tables for a paper; they need no packages. */
final class FamilyLatex {

    private final FamilyResult result;
    private final FamilyTable table;
    private final StringBuilder text = new StringBuilder();

    FamilyLatex(FamilyResult result) {
        this.result = result;
        this.table = FamilyTable.of(result);
    }

    String write() {
        text.append("% ").append(result.problem().title()).append('\n');
        text.append("% evidence: numeric runs in ").append(result.arithmetic());
        text.append("; a slope is not a proof of O(.)\n");
        text.append("% L = ").append(LatexWriter.latex(result.problem().loss())).append('\n');
        members();
        orders();
        return text.toString();
    }

    private void members() {
        begin("lrrrrrrrr");
        row(List.of(
                "$" + LatexWriter.latex(Expression.symbol(result.family().parameter())) + "$",
                "$T$",
                "$\\epsilon$",
                "$\\delta$",
                "$C_1$",
                "$C_L$",
                "$C_S$",
                "$C_{x^2}$",
                "$C_{\\bar L}$"));
        text.append("\\hline\n");
        for (int i = 0; i < table.members().size(); i++) {
            FamilyTable.Member member = table.members().get(i);
            List<String> constants = member.errors().stream()
                    .map(error -> error.map(e -> number(OptionalDouble.of(e.constant())))
                            .orElse("--"))
                    .toList();
            row(List.of(
                    "$" + LatexWriter.latex(result.members().get(i).value()) + "$",
                    member.steps().isPresent() ? Integer.toString(member.steps().getAsInt()) : "--",
                    number(member.epsilon()),
                    number(member.delta()),
                    constants.get(0),
                    constants.get(1),
                    constants.get(2),
                    constants.get(3),
                    constants.get(4)));
        }
        end();
    }

    private void orders() {
        begin("llrrl");
        row(List.of("error", "unit", "slope", "standard error", "order at least 1"));
        text.append("\\hline\n");
        table.orders()
                .forEach(order -> row(List.of(
                        order.title().replace("x^2", "$x^2$"),
                        "$" + latexUnit(order.unit()) + "$",
                        FamilyTable.decimals(order.slope()).replace("-", "$-$"),
                        FamilyTable.decimals(order.standardError()),
                        order.verdict().toLowerCase(Locale.ROOT))));
        end();
    }

    private static String latexUnit(String unit) {
        return unit.replaceAll("\\beps\\b", "\\\\epsilon").replaceAll("\\b(delta|eta)\\b", "\\\\$1");
    }

    private void begin(String columns) {
        text.append("\\begin{tabular}{").append(columns).append("}\n\\hline\n");
    }

    private void row(List<String> cells) {
        text.append(String.join(" & ", cells)).append(" \\\\\n");
    }

    private void end() {
        text.append("\\hline\n\\end{tabular}\n");
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? VerificationLatex.number(FamilyTable.digits(value)) : "--";
    }
}
