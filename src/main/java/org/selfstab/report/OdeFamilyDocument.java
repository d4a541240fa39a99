package org.selfstab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeError;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeMember;
import org.selfstab.claims.OdeOrder;
import org.selfstab.claims.OrderFit;
import org.selfstab.claims.Verification;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** A family beside the reduced equation, as a researcher reads it: its members, and the orders of the errors. */
public final class OdeFamilyDocument {

    private final OdeFamilyResult result;

    private OdeFamilyDocument(OdeFamilyResult result) {
        this.result = result;
    }

    /** What {@code ode} shows of a family. */
    public static Report report(RunRecord run, OdeFamilyResult result) {
        return Report.of(
                run, new OdeFamilyDocument(result).document(), "ode-family", () -> OdeFamilySummary.of(result));
    }

    private Document document() {
        return new Document.Builder(result.problem().title().toString(), verdictLine(result))
                .status(result.status())
                .facts(ProblemFacts.of(result.problem()))
                .fact(ProblemFacts.members(
                        result.family().parameter(),
                        result.members().stream().map(OdeMember::value).toList()))
                .table(members())
                .table(orders())
                .restingOn("numeric runs in " + result.arithmetic() + "; a slope over "
                        + result.members().size() + " members is not a proof of O(.)");
    }

    /** Computed on the exact iterates, or by the central flow, beside what the theory says. */
    private Table members() {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.words("computed / theoretical")));
        for (OdeMember member : result.members()) {
            columns.add(new Table.Column(Cell.phrase(equation(member)), true));
        }
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row(
                Quantities.EPSILON.symbol(),
                member -> Cell.brief(member.horizon().map(OdeComparison::epsilon))));
        rows.add(row(
                Notation.formula("E", "E", "E").then(" at the start"),
                member -> Cell.brief(member.horizon().map(OdeComparison::energy))));
        result.members().stream()
                .flatMap(member -> member.overPeriods().stream())
                .findFirst()
                .ifPresent(comparison -> comparison
                        .quantities()
                        .forEach(quantity ->
                                rows.add(row(quantity.name(), member -> beside(member.quantity(quantity.key()))))));
        rows.add(row(
                Notation.words("mean ").then(Quantities.RELATIVE_VARIANCE).then(" (22)"),
                member -> new Cell.Beside(
                        Cell.brief(member.variance().map(CentralFlowResult.Ratio::mean)), Cell.brief(1))));
        rows.add(constants(OdeError.ALONG_RUN, OdeComparison.Deviations::drivenFromIterates));
        rows.add(constants(OdeError.FROZEN, OdeComparison.Deviations::frozenFromIterates));
        Table table = Table.of("The members", columns, rows)
                .note(
                        "computed on exact iterates / by the closed forms at t = 0; what takes whole periods, over runs three"
                                + " times as long");
        for (OdeMember member : result.members()) {
            for (String remark : remarks(member)) {
                table = table.note(equation(member).ascii() + ": " + remark);
            }
        }
        return table;
    }

    private Notation equation(OdeMember member) {
        return ProblemFacts.equation(result.family().parameter(), member.value());
    }

    private Table.Row row(Notation name, Function<OdeMember, Cell> cell) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.phrase(name)));
        result.members().forEach(member -> cells.add(cell.apply(member)));
        return Table.row(cells.toArray(Cell[]::new));
    }

    private static Cell beside(Optional<OdeComparison.Quantity> quantity) {
        return new Cell.Beside(
                Cell.brief(quantity.flatMap(OdeComparison.Quantity::observed)),
                Cell.brief(quantity.map(OdeComparison.Quantity::predicted)));
    }

    private Table.Row constants(OdeError error, Function<OdeComparison.Deviations, Extremum> distance) {
        return row(
                error.title().then(": error/").then(Quantities.EPSILON.symbol()),
                member -> Cell.brief(member.horizon()
                        .map(comparison ->
                                distance.apply(comparison.deviations()).value() / comparison.epsilon())));
    }

    private static List<String> remarks(OdeMember member) {
        List<String> remarks = new ArrayList<>();
        if (!member.verification().isComplete()) {
            remarks.add(member.verification().description());
        }
        member.verification().cutHorizon().ifPresent(remarks::add);
        return remarks;
    }

    private Table orders() {
        return ErrorOrder.tableOf(
                result.orders().stream().map(OdeFamilyDocument::order).toList());
    }

    private static Table.Row order(OdeOrder order) {
        return new Table.Row(
                List.of(
                        Cell.phrase(order.error().title()),
                        Cell.slope(order.fit().map(OrderFit::slope)),
                        Cell.slope(order.fit().map(OrderFit::standardError)),
                        Cell.slope(order.fit().map(OrderFit::margin)),
                        Cell.slope(order.fit().map(OrderFit::finest)),
                        Cell.status(order.verdict().status())),
                order.verdict().reason());
    }

    /** Of a family beside the reduced equation: the orders of the errors. */
    static String verdictLine(OdeFamilyResult result) {
        Tally orders = VerdictLine.orders();
        result.orders()
                .forEach(order -> orders.add(
                        VerdictLine.withoutAside(order.error().title().ascii()),
                        order.verdict().status()));
        Map<String, Verification> members = new LinkedHashMap<>();
        for (OdeMember member : result.members()) {
            members.put(member.value().toString(), member.verification());
        }
        return new VerdictLine()
                .early(result.family().parameter(), members)
                .add("over " + VerdictLine.counted(members.size(), "member") + ", " + orders.text())
                .epsilon(members.values().stream())
                .write();
    }
}
