package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.selfstab.claims.reduced.OdeFamilyResult;
import org.selfstab.claims.reduced.OdeMember;

/** A family beside the reduced equation as a researcher reads it at a glance. */
final class OdeFamilyText {

    private static final String ORDER = "  %-36s %7s %9s %7s %7s   %-14s %s";

    private final OdeFamilyResult result;
    private final OdeFamilyTable table;
    private final StringBuilder text = new StringBuilder();

    OdeFamilyText(OdeFamilyResult result) {
        this.result = result;
        this.table = OdeFamilyTable.of(result);
    }

    String write() {
        line("%s: %s", result.problem().title(), VerdictLine.of(result));
        result.problem().run().kick().ifPresent(kick -> line("  kick     x_0 = %s delta along u at dagger_0", kick));
        line("");
        members();
        line("");
        line(ORDER, "order of the error in eps", "slope", "std error", "margin", "finest", "at least 1", "");
        for (OdeFamilyTable.Order order : table.orders()) {
            line(
                    ORDER,
                    order.error().ascii(),
                    order.slope(),
                    order.standardError(),
                    order.margin(),
                    order.finest(),
                    order.verdict(),
                    order.reason());
        }
        line("");
        line(
                "  computed on exact iterates / by the closed forms at t = 0; what takes whole periods, over runs three times as long");
        line(
                "  evidence: numeric runs in %s; a slope over %d members is not a proof of O(.)",
                result.arithmetic(), result.members().size());
        return text.toString();
    }

    private void members() {
        line("  %-46s %s", result.family().parameter() + ", computed / theoretical", columns(table.values()));
        for (OdeFamilyTable.Row row : table.rows()) {
            line(
                    "  %-46s %s",
                    row.quantity().ascii(),
                    columns(row.cells().stream().map(OdeFamilyTable.Cell::pair).toList()));
        }
        for (OdeMember member : result.members()) {
            if (!member.verification().isComplete()) {
                remark(member, member.verification().description());
            }
            member.verification().cutHorizon().ifPresent(note -> remark(member, note));
        }
    }

    private void remark(OdeMember member, String remark) {
        line("  %s = %s: %s", result.family().parameter(), member.value(), remark);
    }

    private static String columns(List<String> cells) {
        return cells.stream()
                .map(cell -> String.format(Locale.ROOT, "%22s", cell))
                .collect(Collectors.joining(" "));
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
