package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.claims.AdaptiveFlowResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;

/** The central flow of an adaptive optimizer beside its iterates as a part of a document. */
final class AdaptiveFlowTables {

    private final AdaptiveFlowResult flow;

    AdaptiveFlowTables(AdaptiveFlowResult flow) {
        this.flow = flow;
    }

    /** Adds where the flow goes, and how far the iterates are from it. */
    void describe(Document.Builder document) {
        document.fact("flow", flow.end().description());
        for (AdaptiveFlowResult.Event event : flow.events()) {
            document.fact(
                    "event",
                    (event.isEntered() ? "enters" : "leaves") + " the edge at t = " + digits(event.time())
                            + ", then sigma^2 = " + digits(event.sigmaSquared()));
        }
        if (flow.first().isEmpty()) {
            return;
        }
        List<Table.Row> rows = new ArrayList<>();
        AdaptiveFlowResult.Sample first = flow.first().get();
        AdaptiveFlowResult.Sample last = flow.last().orElseThrow();
        rows.add(Table.row(Cell.words("nu at t = 0"), Cell.words(text(first.nu()))));
        rows.add(Table.row(Cell.words("theta at the end"), Cell.words(text(last.theta()))));
        rows.add(Table.row(Cell.words("nu at the end"), Cell.words(text(last.nu()))));
        rows.add(number("displacement of the edge at the end (56)", last.displacement()));
        rows.add(Table.row(
                Cell.words("lambda at the end, " + last.held() + " held at the edge"),
                Cell.words(text(last.eigenvalues()))));
        rows.add(number("sigma^2 at t = 0", first.sigmaSquared()));
        flow.beside().ifPresent(beside -> {
            rows.add(Table.row(
                    Cell.words("lambda of the iterates' mean at the end"), Cell.words(text(beside.eigenvalues()))));
            rows.add(number("mean sigma^2", beside.meanSigmaSquared()));
            rows.add(number("mean x^2 of the iterates/mean sigma^2", beside.meanXSquared()));
            rows.add(number("mean loss elevation/mean sigma^2", beside.meanElevation()));
            rows.add(number("largest |bar_t - flow|", beside.distance().value()));
            rows.add(number("largest |nu_t - flow|/nu", beside.moments().value()));
        });
        rows.add(number("lambda from the edge, built up within a step", flow.largestDrift()));
        document.table(Table.of(
                "The central flow (52), (53) from the start, beside iterates from " + digits(flow.kick())
                        + " sigma along u",
                List.of(Table.Column.words("quantity"), Table.Column.numbers("value")),
                rows));
    }

    private static Table.Row number(String name, double value) {
        return Table.row(Cell.words(name), Cell.number(value));
    }

    private static String text(List<Double> values) {
        return values.stream().map(AdaptiveFlowTables::digits).collect(Collectors.joining(", "));
    }

    private static String digits(double value) {
        return Cell.number(value).text();
    }
}
