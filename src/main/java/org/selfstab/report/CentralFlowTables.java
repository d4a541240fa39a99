package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.run.CentralFlowRun;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** The central flow beside a run as a part of a document. */
final class CentralFlowTables {

    private final CentralFlowResult flow;

    CentralFlowTables(CentralFlowResult flow) {
        this.flow = flow;
    }

    /** Adds how the flow went, how far it is from the run, and the ratios that are 1 by the theory. */
    void describe(Document.Builder document) {
        document.fact("flow", flow.run().end().description());
        events().forEach(event -> document.fact("event", event));
        if (flow.rows().isEmpty()) {
            return;
        }
        document.table(distances());
        if (flow.ratios().isEmpty()) {
            document.note("no window of " + flow.window()
                    + " steps within the run: a longer --horizon shows sigma^2 beside the mean of x^2");
        } else {
            document.table(ratios());
        }
    }

    private List<String> events() {
        List<CentralFlowRun.CentralFlowEvent> events = flow.run().events();
        if (events.isEmpty() && !flow.rows().isEmpty()) {
            boolean isAtEdge = flow.rows().get(0).flow().sigmaSquared() > 0;
            return List.of("none: " + (isAtEdge ? "at" : "below") + " the edge throughout");
        }
        return events.stream().map(CentralFlowTables::event).toList();
    }

    private static String event(CentralFlowRun.CentralFlowEvent event) {
        String what = event.kind() == CentralFlowRun.CentralFlowEvent.Kind.ENTERED_EDGE ? "enters" : "leaves";
        return what + " the edge S = 2/eta at t = " + Cell.number(event.time()).text();
    }

    private Table distances() {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(Table.row(
                Cell.phrase(Quantities.SHARPNESS
                        .symbol()
                        .then(" from ")
                        .then(Notation.formula("2/eta", "2/η", "2/\\eta"))
                        .then(", built up within a step")),
                Cell.number(flow.run().largestDrift()),
                Cell.none()));
        rows.add(distance("from the constrained trajectory", flow.fromConstrained()));
        rows.add(distance("from the mean iterate, window of " + flow.window() + " steps", flow.fromMeanIterate()));
        return Table.of(
                "The central flow (22) from dagger_0, in double precision",
                List.of(
                        Table.Column.words("largest distance of the flow"),
                        Table.Column.numbers("distance"),
                        Table.Column.numbers("worst t")),
                rows);
    }

    private static Table.Row distance(String name, Optional<Extremum> extreme) {
        return Table.row(
                Cell.words(name), Cell.number(extreme.map(Extremum::value)), Cell.count(extreme.map(Extremum::step)));
    }

    private Table ratios() {
        List<Table.Row> rows = new ArrayList<>();
        for (CentralFlowResult.Ratio ratio : flow.ratios()) {
            rows.add(Table.row(
                    Cell.phrase(ratio.name()),
                    Cell.number(ratio.mean()),
                    Cell.number(ratio.error().value()),
                    Cell.count(ratio.error().step())));
        }
        CentralFlowRow first = flow.rows().get(0);
        if (first.deltaSquared().isPresent()) {
            rows.add(Table.row(
                    Cell.phrase(Quantities.RELATIVE_VARIANCE
                            .then(" at ")
                            .then(Notation.formula("t = 0", "t = 0", "t = 0"))
                            .then(", before the flow relaxes")),
                    Cell.number(
                            first.flow().sigmaSquared() / first.deltaSquared().getAsDouble()),
                    Cell.none(),
                    Cell.none()));
        }
        return Table.of(
                "Ratios of the central flow, 1 by the theory",
                List.of(
                        Table.Column.words("ratio, 1 by the theory"),
                        Table.Column.numbers("mean"),
                        Table.Column.numbers("largest error"),
                        Table.Column.numbers("worst t")),
                rows);
    }
}
