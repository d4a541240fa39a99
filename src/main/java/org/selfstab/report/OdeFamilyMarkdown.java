package org.selfstab.report;

import java.util.List;
import org.selfstab.claims.reduced.OdeFamilyResult;
import org.selfstab.document.MarkdownTable;

/** A family beside the reduced equation as two tables in Markdown: its members, and the orders of the errors. */
final class OdeFamilyMarkdown {

    private final OdeFamilyResult result;
    private final OdeFamilyTable table;

    OdeFamilyMarkdown(OdeFamilyResult result) {
        this.result = result;
        this.table = OdeFamilyTable.of(result);
    }

    String write() {
        return members() + "\n" + orders();
    }

    private String members() {
        String parameter = result.family().parameter();
        MarkdownTable members = new MarkdownTable(
                "computed / theoretical",
                table.values().stream().map(value -> parameter + " = " + value).toList());
        for (OdeFamilyTable.Row row : table.rows()) {
            members.row(
                    row.quantity().ascii(),
                    row.cells().stream().map(OdeFamilyTable.Cell::pair).toList());
        }
        return members.write();
    }

    private String orders() {
        MarkdownTable orders = new MarkdownTable(
                "order of the error in eps", List.of("slope", "standard error", "finest", "at least 1"));
        for (OdeFamilyTable.Order order : table.orders()) {
            orders.row(
                    order.error().ascii(),
                    List.of(order.slope(), order.standardError(), order.finest(), order.verdict()));
        }
        return orders.write();
    }
}
