package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.selfstab.claims.BalancedOscillation;
import org.selfstab.claims.DriftRates;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.DriftResult.Change;
import org.selfstab.claims.DriftResult.Comparison;
import org.selfstab.claims.DriftResult.Start;
import org.selfstab.claims.SmallOscillations;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.run.FloorDirections.Direction;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** The slow drift of the energy, as a researcher reads it. */
public final class DriftDocument {

    private static final Notation GROWTH_PER_EPSILON =
            Notation.formula("Re s/eps", "Re s/ε", "\\mathrm{Re}\\,s/\\epsilon");

    private static final int MOST_ROWS = 12;

    private final DriftResult result;

    private DriftDocument(DriftResult result) {
        this.result = result;
    }

    /** What {@code drift} shows; its CSV has all periods. */
    public static Report report(RunRecord run, DriftResult result) {
        return Report.of(run, new DriftDocument(result).document(), "drift", () -> DriftSummary.of(result))
                .with(out -> DriftCsv.write(result, out));
    }

    /** The same as a page, with figures. */
    public static Document page(DriftResult result, FigureSet figures) {
        return new DriftDocument(result).document().with(figures);
    }

    private Document document() {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .status(result.verdict().status())
                .facts(ProblemFacts.of(result.problem()))
                .fact("drift", result.verdict().inWords() + ": " + result.reason())
                .fact("steps", result.steps() + ", " + result.periodCount() + " whole periods");
        result.start().ifPresent(start -> describe(document, start));
        result.start().ifPresent(start -> result.smallOscillations()
                .ifPresent(small -> document.table(decisive(small, start.rates().epsilon()))));
        result.comparison().ifPresent(comparison -> document.table(changes(comparison)));
        if (!result.changes().isEmpty()) {
            document.table(periods());
        }
        return document.restingOn("numeric run in double precision, not a proof; the law is this program's result,"
                + " tested numerically (theory.md section 18)");
    }

    private void describe(Document.Builder document, Start start) {
        document.table(law(start.rates()));
        start.balanced().ifPresent(balanced -> document.table(balanced(balanced)));
        if (!start.directions().directions().isEmpty()) {
            document.table(directions(start));
        }
        if (!start.directions().isClear()) {
            document.table(roots(start));
        }
        if (start.comparedSteps() > 0) {
            document.note("the constrained trajectory is followed by the central flow on the floor, after "
                    + start.comparedSteps() + " steps off it by "
                    + Cell.number(start.fromConstrained()).text() + " delta");
        }
    }

    private Table law(DriftRates rates) {
        List<Table.Row> rows = new ArrayList<>(List.of(
                row(Quantities.ALPHA.symbol().then(" (D1)"), rates.alpha()),
                row(Quantities.BETA.symbol().then(" (D1)"), rates.beta()),
                row(Quantities.EPSILON.symbol(), rates.epsilon()),
                row(Quantities.OPTIMIZER_DRIFT.then(", of the optimizer (D6)"), rates.optimizer()),
                row(
                        Notation.formula("-2 K/(3 b beta)", "−2 K/(3 b β)", "-2 K/(3 b \\beta)")
                                .then(" (D7)"),
                        rates.flip()),
                row(
                        Notation.formula(
                                        "g.grad_N log(alpha/beta)/(a beta)",
                                        "g·∇_N log(α/β)/(a β)",
                                        "g\\cdot\\nabla_N\\log(\\alpha/\\beta)/(a\\beta)")
                                .then(" (D8)"),
                        rates.floor())));
        if (result.problem().adaptive().isPresent()) {
            rows.add(Table.row(Cell.words("of the second moment (58a)"), Cell.number(rates.ofMoment())));
        }
        rows.add(row(Quantities.DRIFT_RATE.symbol().then(" (D5)"), rates.gamma()));
        rows.add(row(
                Notation.formula("b F4/(6 a^2 beta)", "b F₄/(6 a² β)", "b F_4/(6 a^2 \\beta)")
                        .then(" (D9)"),
                rates.quartic()));
        return Table.of(
                "The law at the start", List.of(Table.Column.words("quantity"), Table.Column.numbers("value")), rows);
    }

    private static Table balanced(BalancedOscillation balanced) {
        return Table.of(
                "The balanced oscillation at the start (58)",
                List.of(Table.Column.words("quantity"), Table.Column.numbers("value")),
                List.of(
                        Table.row(Cell.words("a, the share of curvature"), Cell.number(balanced.curvatureShare())),
                        Table.row(
                                Cell.words("h, the share of the oscillation in nu"),
                                Cell.number(balanced.momentShare())),
                        row(Notation.formula("|mu|^2 - 1", "|μ|² − 1", "|\\mu|^2 - 1"), balanced.growth()),
                        row(
                                Notation.formula("|mu|^2 - 1", "|μ|² − 1", "|\\mu|^2 - 1")
                                        .then(" of the map"),
                                balanced.growthOfMap())));
    }

    private static Table.Row row(Notation name, double value) {
        return Table.row(Cell.phrase(name), Cell.number(value));
    }

    private Table directions(Start start) {
        return Table.of(
                        "The directions off u",
                        List.of(
                                Table.Column.words("direction"),
                                Table.Column.numbers(Quantities.EIGENVALUE),
                                Table.Column.numbers(Notation.formula("b lambda/eps", "b λ/ε", "b \\lambda/\\epsilon")),
                                Table.Column.words("class")),
                        start.directions().directions().stream()
                                .map(DriftDocument::direction)
                                .toList())
                .note("stiff from "
                        + Cell.number(result.options().limits().stiff()).text() + " on, soft up to "
                        + Cell.number(result.options().limits().soft()).text() + "; the margin is a factor of "
                        + Cell.number(start.directions().margin(result.options().limits()))
                                .text());
    }

    private static Table.Row direction(Direction direction) {
        return Table.row(
                Cell.words("e_" + (direction.index() + 1)),
                Cell.number(direction.eigenvalue()),
                Cell.number(direction.curvature()),
                Cell.words(direction.kind().name().toLowerCase(Locale.ROOT)));
    }

    private static Table roots(Start start) {
        return Table.of(
                        "Small oscillations (D16), in a step",
                        List.of(
                                Table.Column.numbers("Re s"),
                                Table.Column.numbers("Im s"),
                                Table.Column.numbers(GROWTH_PER_EPSILON)),
                        start.roots().stream()
                                .map(root -> Table.row(
                                        Cell.number(root.real()),
                                        Cell.number(root.imaginary()),
                                        Cell.number(root.real() / start.rates().epsilon())))
                                .toList())
                .note("all of Gamma, of which some is in the roots, would give the real part eps^2 Gamma/2 = "
                        + Cell.number(start.rates().growth() / 2).text());
    }

    private static Table decisive(SmallOscillations small, double epsilon) {
        return Table.of(
                        "The root that decides, in a step",
                        List.of(
                                Table.Column.words(""),
                                Table.Column.numbers("Re s"),
                                Table.Column.numbers("Im s"),
                                Table.Column.numbers(GROWTH_PER_EPSILON)),
                        List.of(
                                Table.row(
                                        Cell.words("predicted"),
                                        Cell.number(small.rate()),
                                        Cell.number(small.decisive().imaginary()),
                                        Cell.number(small.rate() / epsilon)),
                                Table.row(
                                        Cell.words("measured"),
                                        Cell.number(small.measured().map(SmallOscillations.Root::real)),
                                        Cell.number(small.measured().map(SmallOscillations.Root::imaginary)),
                                        Cell.number(small.measured().map(seen -> seen.real() / epsilon)))))
                .note("where the trajectory ends, with what (D16) leaves out of Gamma, "
                        + Cell.number(small.remaining()).text() + "; stated error of the real part: "
                        + Cell.number(small.error()).text());
    }

    private static Table changes(Comparison comparison) {
        return Table.of(
                        "From the first to the last whole period compared",
                        List.of(
                                Table.Column.words("change of"),
                                Table.Column.numbers("predicted"),
                                Table.Column.numbers("measured")),
                        List.of(
                                Table.row(
                                        Cell.phrase(Notation.formula("log I", "log I", "\\log I")),
                                        Cell.number(comparison.areaPredicted()),
                                        Cell.number(comparison.areaMeasured())),
                                Table.row(
                                        Cell.phrase(Notation.formula("log J", "log J", "\\log J")),
                                        Cell.number(comparison.logJPredicted()),
                                        Cell.number(comparison.logJMeasured())),
                                Table.row(
                                        Cell.words("steps to halve or double E"),
                                        Cell.number(comparison.halvingSteps()),
                                        Cell.number(comparison.halvingMeasured()))))
                .note("measured over predicted: "
                        + Cell.number(comparison.ratio()).text() + "; stated error of the prediction: "
                        + Cell.number(comparison.error()).text());
    }

    private Table periods() {
        List<Table.Row> rows = new ArrayList<>();
        for (Change change : shown()) {
            rows.add(Table.row(
                    Cell.number(change.period().start()),
                    Cell.number(change.period().end()),
                    Cell.number(change.period().energy()),
                    Cell.number(change.gamma()),
                    Cell.number(change.slopeOfLogAlpha()),
                    Cell.number(change.areaPredicted()),
                    Cell.number(change.areaMeasured())));
        }
        return Table.of(
                "Whole periods of the exact iterates",
                List.of(
                        Table.Column.numbers("from step"),
                        Table.Column.numbers("to step"),
                        Table.Column.numbers("E"),
                        new Table.Column(Cell.phrase(Quantities.DRIFT_RATE.symbol()), true),
                        new Table.Column(
                                Cell.phrase(Notation.formula("d log alpha/dt", "d log α/dt", "d\\log\\alpha/dt")),
                                true),
                        Table.Column.numbers("log I predicted"),
                        Table.Column.numbers("log I measured")),
                rows);
    }

    /** The first, the last, and some between them. */
    private List<Change> shown() {
        List<Change> all = result.changes();
        int count = Math.min(MOST_ROWS, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get(count == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (count - 1))))
                .toList();
    }

    /** Of a slow drift: what becomes of the oscillation, and the numbers it rests on. */
    static String verdictLine(DriftResult result) {
        VerdictLine line = new VerdictLine();
        line.add(
                result.verdict().status() == Verdict.Status.HOLDS
                        ? "the oscillation is " + result.verdict().inWords()
                        : "the drift is " + result.verdict().inWords() + ": " + result.reason());
        result.start()
                .ifPresent(start ->
                        line.add("Gamma = " + VerdictLine.brief(start.rates().gamma())));
        result.comparison()
                .ifPresent(c -> line.add("log J changes by " + VerdictLine.brief(c.logJMeasured()) + ", predicted "
                        + VerdictLine.brief(c.logJPredicted())));
        result.start()
                .ifPresent(start ->
                        line.add("eps = " + VerdictLine.brief(start.rates().epsilon())));
        return line.write();
    }
}
