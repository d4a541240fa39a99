package org.selfstab.report;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.reduced.CentralFlowResult;
import org.selfstab.claims.reduced.OdeComparison;
import org.selfstab.claims.reduced.OdeResult;
import org.selfstab.document.MarkdownTable;

/** One run beside the reduced equation as a table in Markdown, computed and theoretical values side by side. */
final class OdeMarkdown {

    private final OdeResult result;

    OdeMarkdown(OdeResult result) {
        this.result = result;
    }

    String write() {
        MarkdownTable table =
                new MarkdownTable(result.problem().title().toString(), List.of("computed", "theoretical"));
        result.comparison().ifPresent(comparison -> {
            for (OdeComparison.Quantity quantity : comparison.quantities()) {
                table.row(
                        quantity.name().ascii(),
                        List.of(digits(quantity.observed()), ConstantsTable.digits(quantity.predicted())));
            }
        });
        result.centralFlow().ifPresent(flow -> {
            for (CentralFlowResult.Ratio ratio : flow.ratios()) {
                table.row("mean of " + ratio.name(), List.of(ConstantsTable.digits(ratio.mean()), "1"));
            }
        });
        return table.write();
    }

    private static String digits(Optional<Double> value) {
        return value.map(ConstantsTable::digits).orElse("-");
    }
}
