package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** A run beside the reduced equation and the central flow, as a researcher reads it. */
public final class OdeDocument {

    private final OdeResult result;

    private OdeDocument(OdeResult result) {
        this.result = result;
    }

    /** What {@code ode} shows; its first table is that of the closed forms beside what was observed. */
    public static Report report(RunRecord run, OdeResult result) {
        Document document =
                new OdeDocument(result).titled(result.problem().title().toString());
        return Report.of(run, document, "ode", () -> OdeSummary.of(result));
    }

    /** The same as a page of its own, with the figures of the reduced dynamics. */
    public static Document page(OdeResult result, FigureSet figures) {
        return new OdeDocument(result)
                .titled(result.problem().title() + ": reduced dynamics")
                .with(figures);
    }

    private Document titled(String title) {
        Document.Builder document = new Document.Builder(title, verdictLine(result));
        document.facts(ProblemFacts.of(result.problem()))
                .fact("end", result.verification().description());
        result.verification()
                .edgeStep()
                .filter(step -> step > 0)
                .ifPresent(step -> document.fact("edge", "t = 0 is step " + step + " of the optimizer"));
        result.verification().cutHorizon().ifPresent(document::note);
        result.obstacle().ifPresent(reason -> document.note("no comparison with the reduced equation: " + reason));
        result.comparison().ifPresent(comparison -> compare(document, comparison));
        result.centralFlow().ifPresent(flow -> new CentralFlowTables(flow).describe(document));
        result.adaptiveFlow().ifPresent(flow -> new AdaptiveFlowTables(flow).describe(document));
        return document.restingOn("numeric run in " + result.verification().arithmetic() + ", not a proof")
                .reworded(result.verification().wording(result.problem()));
    }

    private static void compare(Document.Builder document, OdeComparison comparison) {
        document.fact(
                "start",
                "E = " + Cell.number(comparison.energy()).text() + ", eps = "
                        + Cell.number(comparison.epsilon()).text());
        document.table(quantities(comparison)).table(deviations(comparison));
        if (comparison.periods().isEmpty()) {
            document.note("no whole period in this run: a longer --horizon shows phase errors and what is observed over"
                    + " a period");
        } else {
            document.table(periods(comparison));
        }
        document.table(stages(comparison));
    }

    private static Table quantities(OdeComparison comparison) {
        List<Table.Row> rows = comparison.quantities().stream()
                .map(quantity -> Table.row(
                        Cell.phrase(quantity.name()),
                        Cell.number(quantity.predicted()),
                        Cell.number(quantity.observed())))
                .toList();
        return Table.of(
                "Closed forms beside the first period observed",
                List.of(
                        Table.Column.words("quantity"),
                        Table.Column.numbers("predicted"),
                        Table.Column.numbers("observed")),
                rows);
    }

    private static Table deviations(OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        List<Table.Row> rows = new ArrayList<>();
        rows.add(deviation(
                Notation.words("equation along the run from exact iterates"), all.drivenFromIterates(), comparison));
        rows.add(deviation(
                Notation.words("equation along the run from predicted map"), all.drivenFromMap(), comparison));
        rows.add(deviation(
                Notation.words("equation frozen at ")
                        .then(Notation.formula("t = 0", "t = 0", "t = 0"))
                        .then(" from exact iterates"),
                all.frozenFromIterates(),
                comparison));
        return Table.of(
                "Largest distance in the plane of X and Y",
                List.of(
                        Table.Column.words("largest distance in (X, Y)"),
                        Table.Column.numbers("distance"),
                        new Table.Column(
                                Cell.phrase(Notation.words("distance/").then(Quantities.EPSILON.symbol())), true),
                        Table.Column.numbers("worst t")),
                rows);
    }

    private static Table.Row deviation(Notation name, Extremum distance, OdeComparison comparison) {
        return Table.row(
                Cell.phrase(name),
                Cell.number(distance.value()),
                Cell.number(distance.value() / comparison.epsilon()),
                Cell.count(distance.step()));
    }

    private static Table periods(OdeComparison comparison) {
        List<Table.Row> rows = comparison.periods().stream()
                .map(error -> Table.row(
                        Cell.count(error.periods()),
                        Cell.number(error.predicted()),
                        Cell.number(error.observed()),
                        Cell.number(error.cycles())))
                .toList();
        return Table.of(
                "Whole periods, in steps",
                List.of(
                        Table.Column.numbers("after k periods"),
                        Table.Column.numbers("equation"),
                        Table.Column.numbers("iterates"),
                        Table.Column.numbers("phase error in periods")),
                rows);
    }

    private static Table stages(OdeComparison comparison) {
        List<Table.Row> rows = comparison.stages().stream()
                .map(span -> Table.row(
                        Cell.words(span.stage().title()),
                        Cell.count(span.first()),
                        Cell.count(span.last()),
                        Cell.number(span.predictedStart()),
                        Cell.count(span.backwardSteps())))
                .toList();
        return Table.of(
                        "The four stages (21)",
                        List.of(
                                Table.Column.words("stage"),
                                Table.Column.numbers("first step"),
                                Table.Column.numbers("last step"),
                                Table.Column.numbers("first step of the equation"),
                                Table.Column.numbers("backward")),
                        rows)
                .note("backward: steps back in the stage before, by the ripple of |x|");
    }

    /** Of a run beside the reduced equation, which is no verdict: the largest distances. */
    static String verdictLine(OdeResult result) {
        VerdictLine line = new VerdictLine().early(result.verification());
        if (result.comparison().isEmpty()) {
            boolean toldAlready = result.verification().constants().isEmpty();
            line.add("no comparison with the reduced equation"
                    + result.obstacle()
                            .filter(reason -> !toldAlready)
                            .map(reason -> ": " + reason)
                            .orElse(""));
        }
        result.comparison().ifPresent(comparison -> distances(line, comparison));
        result.centralFlow()
                .filter(flow -> !flow.run().end().isComplete())
                .ifPresent(flow -> line.add("the central flow ended early"));
        result.adaptiveFlow()
                .map(flow -> flow.beside()
                        .map(beside -> "the mean of x^2 is " + VerdictLine.brief(beside.meanXSquared())
                                + " of the central flow's")
                        .orElse("the central flow is not compared with iterates"))
                .ifPresent(line::add);
        return line.epsilon(Stream.of(result.verification())).write();
    }

    private static void distances(VerdictLine line, OdeComparison comparison) {
        OdeComparison.Deviations all = comparison.deviations();
        line.add("the equation along the run is within " + inEpsilon(all.drivenFromIterates(), comparison)
                + " eps of the iterates, frozen at t = 0 within " + inEpsilon(all.frozenFromIterates(), comparison)
                + " eps");
    }

    private static String inEpsilon(Extremum distance, OdeComparison comparison) {
        return VerdictLine.brief(distance.value() / comparison.epsilon());
    }
}
