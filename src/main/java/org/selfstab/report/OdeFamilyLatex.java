package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.claims.reduced.OdeFamilyResult;
import org.selfstab.document.Cell;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.LatexWriter;

/** A family beside the reduced equation as LaTeX tables for a paper; they need booktabs, graphicx and amsmath. */
final class OdeFamilyLatex {

    private final OdeFamilyResult result;
    private final OdeFamilyTable table;

    OdeFamilyLatex(OdeFamilyResult result) {
        this.result = result;
        this.table = OdeFamilyTable.of(result);
    }

    String write() {
        return new LatexCaption(result.problem(), VerdictLine.of(result))
                        .line("pairs: computed on the iterates or by the central flow / by the theory")
                        .line("evidence: numeric runs, not a proof")
                        .needs("booktabs,graphicx,amsmath")
                        .write()
                + members() + "\n\\medskip\n\\noindent\n" + orders();
    }

    private String members() {
        List<String> header = new ArrayList<>(List.of("computed / theory"));
        String parameter = LatexWriter.latex(Expression.symbol(result.family().parameter()));
        result.members()
                .forEach(member -> header.add("$" + parameter + " = "
                        + LatexWriter.latex(member.value()).replace("\\frac", "\\tfrac") + "$"));
        LatexTable rows = new LatexTable("l" + "r".repeat(result.members().size()), header);
        for (OdeFamilyTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.quantity().latex()));
            row.cells().forEach(cell -> cells.add(pair(cell)));
            rows.row(cells);
        }
        return rows.note("evidence: numeric runs, not a proof").write();
    }

    private static String pair(OdeFamilyTable.Cell cell) {
        String computed = LatexText.number(cell.computed());
        return cell.theoretical().isEmpty() ? computed : computed + " / " + LatexText.number(cell.theoretical());
    }

    private String orders() {
        LatexTable rows = new LatexTable(
                "lrrrl",
                List.of("order of the error in $\\epsilon$", "slope", "standard error", "finest", "at least 1"));
        for (int i = 0; i < table.orders().size(); i++) {
            OdeFamilyTable.Order order = table.orders().get(i);
            rows.row(List.of(
                    order.error().latex(),
                    LatexText.number(order.slope()),
                    LatexText.number(order.standardError()),
                    LatexText.number(order.finest()),
                    Cell.status(result.orders().get(i).verdict().status()).latex()));
        }
        return rows.note("evidence: numeric runs, not a proof").write();
    }
}
