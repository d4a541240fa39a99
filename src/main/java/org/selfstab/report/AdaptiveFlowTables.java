package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.claims.AdaptiveFlowResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** The central flow of an adaptive optimizer beside its iterates as a part of a document. */
final class AdaptiveFlowTables {

    private static final Notation NU = Notation.formula("nu", "ν", "\\nu");
    private static final Notation THETA = Notation.formula("theta", "θ", "\\theta");
    private static final Notation SIGMA_SQUARED = Notation.formula("sigma^2", "σ²", "\\sigma^2");

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
        rows.add(numbers(NU.then(" at t = 0"), first.nu()));
        rows.add(numbers(THETA.then(" at the end"), last.theta()));
        rows.add(numbers(NU.then(" at the end"), last.nu()));
        rows.add(number(Notation.words("displacement of the edge at the end (56)"), last.displacement()));
        rows.add(numbers(
                Quantities.EIGENVALUE.then(" at the end, " + last.held() + " held at the edge"), last.eigenvalues()));
        rows.add(number(SIGMA_SQUARED.then(" at t = 0"), first.sigmaSquared()));
        flow.beside().ifPresent(beside -> {
            rows.add(numbers(Quantities.EIGENVALUE.then(" of the iterates' mean at the end"), beside.eigenvalues()));
            rows.add(number(Notation.words("mean ").then(SIGMA_SQUARED), beside.meanSigmaSquared()));
            rows.add(number(
                    Notation.words("mean ")
                            .then(Notation.formula("x^2", "x²", "x^2"))
                            .then(" of the iterates/mean ")
                            .then(SIGMA_SQUARED),
                    beside.meanXSquared()));
            rows.add(number(Notation.words("mean loss elevation/mean ").then(SIGMA_SQUARED), beside.meanElevation()));
            rows.add(number(
                    Notation.words("largest ")
                            .then(Notation.formula(
                                    "|bar_t - flow|", "|θ̄_t − flow|", "|\\bar\\theta_t - \\mathrm{flow}|")),
                    beside.distance().value()));
            rows.add(number(
                    Notation.words("largest ")
                            .then(Notation.formula(
                                    "|nu_t - flow|/nu", "|ν_t − flow|/ν", "|\\nu_t - \\mathrm{flow}|/\\nu")),
                    beside.moments().value()));
        });
        rows.add(number(Quantities.EIGENVALUE.then(" from the edge, built up within a step"), flow.largestDrift()));
        document.table(Table.of(
                "The central flow (52), (53) from the start, beside iterates from " + digits(flow.kick())
                        + " sigma along u",
                List.of(Table.Column.words("quantity"), Table.Column.numbers("value")),
                rows));
    }

    private static Table.Row number(Notation name, double value) {
        return Table.row(Cell.phrase(name), Cell.number(value));
    }

    private static Table.Row numbers(Notation name, List<Double> values) {
        return Table.row(
                Cell.phrase(name),
                Cell.words(values.stream().map(AdaptiveFlowTables::digits).collect(Collectors.joining(", "))));
    }

    private static String digits(double value) {
        return Cell.number(value).text();
    }
}
