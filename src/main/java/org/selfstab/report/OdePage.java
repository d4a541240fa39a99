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
        List<Document.Fact> facts = new ArrayList<>(ProblemFacts.of(result.problem()));
        facts.add(Document.Fact.of("end", result.verification().description()));
        List<String> notes = new ArrayList<>();
        result.verification().cutHorizon().ifPresent(note -> facts.add(Document.Fact.of("note", note)));
        result.obstacle().ifPresent(obstacle -> notes.add("There is no comparison: " + obstacle));
        return new Document(
                result.problem().title() + ": reduced dynamics",
                VerdictLine.of(result),
                Optional.empty(),
                facts,
                notes,
                figures,
                result.comparison().map(OdePage::tables).orElse(List.of()),
                "numeric run in " + result.verification().arithmetic() + ", not a proof");
    }

    private static List<Table> tables(OdeComparison comparison) {
        return List.of(quantities(comparison), deviations(comparison), periods(comparison), stages(comparison));
    }

    private static Table quantities(OdeComparison comparison) {
        List<Table.Row> rows = comparison.quantities().stream()
                .map(quantity -> Table.row(
                        Cell.words(quantity.name().unicode()),
                        number(quantity.predicted()),
                        number(quantity.observed())))
                .toList();
        return Table.titled(
                "Closed forms beside the first period observed", List.of("quantity", "predicted", "observed"), rows);
    }

    private static Table deviations(OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        List<Table.Row> rows = List.of(
                deviation("equation along the run from exact iterates", all.drivenFromIterates(), comparison),
                deviation("equation along the run from predicted map", all.drivenFromMap(), comparison),
                deviation("equation frozen at t = 0 from exact iterates", all.frozenFromIterates(), comparison));
        return Table.titled(
                "Largest distance in the plane of X and Y",
                List.of("from what", "distance", "distance/ε", "worst step"),
                rows);
    }

    private static Table.Row deviation(String name, Extremum distance, OdeComparison comparison) {
        return Table.row(
                Cell.words(name),
                Cell.digits(ConstantsTable.digits(distance.value())),
                Cell.digits(ConstantsTable.digits(distance.value() / comparison.epsilon())),
                Cell.digits(Integer.toString(distance.step())));
    }

    private static Table periods(OdeComparison comparison) {
        List<Table.Row> rows = comparison.periods().stream()
                .map(error -> Table.row(
                        Cell.digits(Integer.toString(error.periods())),
                        Cell.digits(ConstantsTable.digits(error.predicted())),
                        Cell.digits(ConstantsTable.digits(error.observed())),
                        Cell.digits(ConstantsTable.digits(error.cycles()))))
                .toList();
        return Table.titled(
                "Whole periods, in steps", List.of("periods", "equation", "iterates", "phase error in periods"), rows);
    }

    private static Table stages(OdeComparison comparison) {
        List<Table.Row> rows = comparison.stages().stream()
                .map(span -> Table.row(
                        Cell.words(span.stage().title()),
                        Cell.digits(Integer.toString(span.first())),
                        Cell.digits(Integer.toString(span.last())),
                        number(span.predictedStart())))
                .toList();
        return Table.titled(
                "The four stages (21)",
                List.of("stage", "first step", "last step", "first step of the equation"),
                rows);
    }

    private static Cell number(double value) {
        return Cell.digits(ConstantsTable.digits(value));
    }

    private static Cell number(Optional<Double> value) {
        return Cell.digits(value.map(ConstantsTable::digits).orElse("–"));
    }
}
