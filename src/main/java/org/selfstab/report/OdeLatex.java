package org.selfstab.report;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.reduced.CentralFlowResult;
import org.selfstab.claims.reduced.OdeComparison;
import org.selfstab.claims.reduced.OdeResult;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;

/** A run beside the reduced equation and the central flow as a LaTeX table for a paper; it needs booktabs and graphicx. */
final class OdeLatex {

    private final OdeResult result;

    OdeLatex(OdeResult result) {
        this.result = result;
    }

    String write() {
        LatexCaption caption = new LatexCaption(result.problem(), VerdictLine.of(result))
                .line(result.verification().description())
                .line("evidence: numeric run in " + result.verification().arithmetic() + ", not a proof");
        result.obstacle().ifPresent(reason -> caption.line("no comparison with the reduced equation: " + reason));
        LatexTable table = new LatexTable("lrr", List.of("quantity", "iterates", "theory"));
        result.comparison().ifPresent(comparison -> comparison(comparison, table));
        result.centralFlow().ifPresent(flow -> {
            for (CentralFlowResult.Ratio ratio : flow.ratios()) {
                table.row(List.of(
                        "mean of " + ratio.name().latex() + ", central flow", LatexText.number(ratio.mean()), "1"));
            }
        });
        return caption.needs("booktabs,graphicx").write()
                + table.note("evidence: numeric run, not a proof").write();
    }

    private static void comparison(OdeComparison comparison, LatexTable table) {
        table.row(List.of("$\\epsilon$", LatexText.number(comparison.epsilon()), "--"));
        table.row(List.of("$E$ at the start (16)", LatexText.number(comparison.energy()), "--"));
        for (OdeComparison.Quantity quantity : comparison.quantities()) {
            table.row(List.of(
                    quantity.name().latex(), number(quantity.observed()), LatexText.number(quantity.predicted())));
        }
    }

    private static String number(Optional<Double> value) {
        return value.map(LatexText::number).orElse("--");
    }
}
