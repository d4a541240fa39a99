package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.claims.reduced.OdeComparison;
import org.selfstab.claims.reduced.OdeResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.numeric.Extremum;

/** The page of the reduced equation and the central flow beside one run. */
public final class OdePage {

    private OdePage() {}

    /**
     * The page.
     *
     * @param result what was compared
     * @param figures the figures of the reduced dynamics
     */
    public static Document of(OdeResult result, FigureSet figures) {
        List<Document.Fact> facts = new ArrayList<>(ProblemFacts.of(result.problem(), VerdictLine.of(result)));
        facts.add(new Document.Fact("end", result.verification().description()));
        List<String> notes = new ArrayList<>(figures.notes());
        result.verification().cutHorizon().ifPresent(note -> facts.add(new Document.Fact("note", note)));
        result.obstacle().ifPresent(obstacle -> notes.add("There is no comparison: " + obstacle));
        return new Document(
                result.problem().title() + ": reduced dynamics",
                Optional.empty(),
                facts,
                notes,
                figures.figures(),
                figures.omissions(),
                figures.table(),
                result.comparison().map(OdePage::tables).orElse(List.of()),
                "numeric run in " + result.verification().arithmetic() + ", not a proof");
    }

    private static List<Table> tables(OdeComparison comparison) {
        return List.of(quantities(comparison), deviations(comparison), periods(comparison), stages(comparison));
    }

    private static Table quantities(OdeComparison comparison) {
        List<Table.Row> rows = comparison.quantities().stream()
                .map(quantity -> Table.row(
                        Cell.text(quantity.name().unicode()),
                        number(quantity.predicted()),
                        number(quantity.observed())))
                .toList();
        return new Table(
                "Closed forms beside the first period observed",
                List.of("quantity", "predicted", "observed"),
                rows,
                Table.Filter.NONE);
    }

    private static Table deviations(OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        List<Table.Row> rows = List.of(
                deviation("equation along the run from exact iterates", all.drivenFromIterates(), comparison),
                deviation("equation along the run from predicted map", all.drivenFromMap(), comparison),
                deviation("equation frozen at t = 0 from exact iterates", all.frozenFromIterates(), comparison));
        return new Table(
                "Largest distance in the plane of X and Y",
                List.of("from what", "distance", "distance/ε", "worst step"),
                rows,
                Table.Filter.NONE);
    }

    private static Table.Row deviation(String name, Extremum distance, OdeComparison comparison) {
        return Table.row(
                Cell.text(name),
                Cell.number(ConstantsTable.digits(distance.value())),
                Cell.number(ConstantsTable.digits(distance.value() / comparison.epsilon())),
                Cell.number(Integer.toString(distance.step())));
    }

    private static Table periods(OdeComparison comparison) {
        List<Table.Row> rows = comparison.periods().stream()
                .map(error -> Table.row(
                        Cell.number(Integer.toString(error.periods())),
                        Cell.number(ConstantsTable.digits(error.predicted())),
                        Cell.number(ConstantsTable.digits(error.observed())),
                        Cell.number(ConstantsTable.digits(error.cycles()))))
                .toList();
        return new Table(
                "Whole periods, in steps",
                List.of("periods", "equation", "iterates", "phase error in periods"),
                rows,
                Table.Filter.NONE);
    }

    private static Table stages(OdeComparison comparison) {
        List<Table.Row> rows = comparison.stages().stream()
                .map(span -> Table.row(
                        Cell.text(span.stage().title()),
                        Cell.number(Integer.toString(span.first())),
                        Cell.number(Integer.toString(span.last())),
                        number(span.predictedStart())))
                .toList();
        return new Table(
                "The four stages (21)",
                List.of("stage", "first step", "last step", "first step of the equation"),
                rows,
                Table.Filter.NONE);
    }

    private static Cell number(double value) {
        return Cell.number(ConstantsTable.digits(value));
    }

    private static Cell number(Optional<Double> value) {
        return Cell.number(value.map(ConstantsTable::digits).orElse("–"));
    }
}
