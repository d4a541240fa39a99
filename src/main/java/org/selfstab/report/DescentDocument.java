package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.DescentResult.Curvature;
import org.selfstab.claims.DescentResult.Rates;
import org.selfstab.claims.DescentResult.Row;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.Lyapunov;
import org.selfstab.claims.ObservedCourse;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.problem.ObservedNumber;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Behaviour;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** Gradient descent alone, as one who trains reads it. */
public final class DescentDocument {

    private static final int MOST_ROWS = 16;

    private static final Notation PLUS_MINUS = new Notation(" +- ", " ± ", " $\\pm$ ");

    private final DescentResult result;

    private DescentDocument(DescentResult result) {
        this.result = result;
    }

    /** What {@code descent} shows; its CSV has all rows. */
    public static Report report(RunRecord run, DescentResult result) {
        return Report.of(run, new DescentDocument(result).document(), "descent", () -> DescentSummary.of(result))
                .with(out -> DescentCsv.write(result, out));
    }

    /** The same as a page, with figures. */
    public static Document page(DescentResult result, FigureSet figures) {
        return new DescentDocument(result).document().with(figures);
    }

    private Document document() {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .facts(ProblemFacts.of(result.problem()))
                .fact("steps", steps())
                .fact("loss", between(result.first().loss(), result.last().loss()));
        for (String line : new LimitText(result.problem(), result.limit()).lines()) {
            document.fact("limit", line);
        }
        document.fact("catapult", catapult());
        result.observed().forEach(course -> document.fact(course.observable().name(), observed(course)));
        result.exponents().ifPresent(found -> exponents(found, document));
        if (result.options().isMeasured()) {
            document.fact("sharpness", sharpness());
        }
        if (result.stride() > 1) {
            document.note(
                    "of the iterates wanted one in " + result.stride() + " is kept; a larger --every chooses others");
        }
        return document.table(course()).restingOn("numeric run in double precision, not a proof");
    }

    private String catapult() {
        DescentResult.Catapult found = result.catapult();
        return "at most " + number(found.excursion()) + " from the start, at step " + found.excursionStep()
                + "; the loss at most " + number(found.lossSpike()) + " times that at the start, at step "
                + found.lossSpikeStep()
                + found.sharpnessRatio()
                        .map(ratio -> "; S at the limit is " + number(ratio) + " of S_0")
                        .orElse("");
    }

    private static String observed(ObservedCourse course) {
        Optional<Integer> undefined = course.undefinedStep();
        if (undefined.isPresent()) {
            return course.observable().text() + " is not defined at step " + undefined.get()
                    + ", so that nothing is said of what it does";
        }
        List<String> does = Arrays.stream(Behaviour.values())
                .filter(each -> each != Behaviour.EVENTUALLY_BELOW && each != Behaviour.MONOTONE)
                .map(each -> Map.entry(each, course.finding(each)))
                .filter(entry -> entry.getValue().status() == Verdict.Status.HOLDS)
                .map(entry -> entry.getKey().inWords())
                .toList();
        return course.observable().text() + " = "
                + between(value(course, ObservedNumber.FIRST), value(course, ObservedNumber.LAST)) + ", from "
                + number(value(course, ObservedNumber.LEAST)) + " to "
                + number(value(course, ObservedNumber.LARGEST))
                + (does.isEmpty() ? "" : ": " + String.join(", ", does));
    }

    private static double value(ObservedCourse course, ObservedNumber number) {
        return course.stepOf(number).map(course::at).orElse(Double.NaN);
    }

    private static void exponents(Lyapunov found, Document.Builder document) {
        document.fact("exponents", Cell.phrase(estimates(found.exponents()).then(" over " + found.steps() + " steps")));
        document.fact("Kaplan-Yorke", Cell.phrase(estimate(found.kaplanYorke())));
        document.fact(
                "singular",
                Cell.phrase(estimates(found.sharpnessExponents())
                        .then(", means of ")
                        .then(Notation.formula("log sigma_i", "log σ_i", "\\log \\sigma_i"))
                        .then(" of a step")));
        document.fact("SD", Cell.phrase(estimate(found.sharpnessDimension()).then(", the sharpness dimension (67)")));
        document.note(
                "where an invariant subspace attracts, as x = y of a symmetric loss, these are not the attractor's dimension");
    }

    private static Notation estimates(List<Estimate> estimates) {
        return estimates.stream()
                .map(DescentDocument::estimate)
                .reduce((before, next) -> before.then(", ").then(next))
                .orElseThrow();
    }

    private static Notation estimate(Estimate estimate) {
        Notation value = Notation.words(Digits.text(estimate.value()));
        return estimate.standardError() == 0
                ? value
                : value.then(PLUS_MINUS).then(Digits.size(estimate.standardError()));
    }

    private String steps() {
        return result.end().steps() + ", "
                + result.end()
                        .failure()
                        .map(end -> end.description())
                        .orElse(
                                result.end().isSettled()
                                        ? "where the iterates return in every digit"
                                        : "all that were wanted");
    }

    private String sharpness() {
        Row sharpest = result.sharpest().orElseThrow();
        return between(result.first().sharpness(), result.last().sharpness()) + ", at most "
                + number(sharpest.sharpness()) + " at step " + sharpest.t() + "; 2/eta = " + number(result.edge())
                + result.firstAtEdge()
                        .map(row -> " is reached at step " + row.t())
                        .orElse(" is not reached");
    }

    private static String between(double first, double last) {
        return number(first) + " at the start, " + number(last) + " at the end";
    }

    private Table course() {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.numbers("t"), Table.Column.numbers("L")));
        if (!result.options().isMeasured()) {
            columns.add(Table.Column.numbers(Notation.formula("|grad L|", "|∇L|", "|\\nabla L|")));
        } else {
            columns.addAll(List.of(
                    Table.Column.numbers("S"),
                    Table.Column.numbers(Notation.formula("lambda_2", "λ₂", "\\lambda_2")),
                    Table.Column.numbers(Quantities.ALPHA.symbol()),
                    Table.Column.numbers(Quantities.BETA.symbol()),
                    Table.Column.numbers(Quantities.DELTA.symbol()),
                    Table.Column.numbers(Quantities.SKEWNESS.symbol()),
                    Table.Column.numbers(Quantities.ALIGNMENT.symbol())));
        }
        return Table.of(
                "Along " + result.problem().optimizer().name(),
                columns,
                shown().stream().map(this::row).toList());
    }

    /** The first, the last, and some between them. */
    private List<Row> shown() {
        int last = result.rows().size() - 1;
        int count = Math.min(MOST_ROWS, last + 1);
        return IntStream.range(0, count)
                .mapToObj(i -> result.rows().get(count == 1 ? 0 : (int) ((long) i * last / (count - 1))))
                .toList();
    }

    private Table.Row row(Row row) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.count(row.t()), Cell.number(row.loss())));
        row.curvature()
                .ifPresentOrElse(
                        curvature -> cells.addAll(measured(curvature)),
                        () -> cells.add(Cell.number(row.gradientNorm())));
        return new Table.Row(cells, List.of());
    }

    private static List<Cell> measured(Curvature curvature) {
        Optional<Rates> rates = curvature.rates();
        return List.of(
                Cell.number(curvature.sharpness()),
                Cell.number(curvature.secondEigenvalue()),
                Cell.number(rates.map(Rates::alpha)),
                Cell.number(rates.map(Rates::beta)),
                Cell.number(rates.flatMap(Rates::delta)),
                Cell.number(rates.map(Rates::kappa3)),
                Cell.number(rates.flatMap(Rates::gamma)));
    }

    private static String number(double value) {
        return Cell.number(value).text();
    }

    /** Of gradient descent alone, which is no verdict: how far it came, and whether the sharpness came to the edge. */
    static String verdictLine(DescentResult result) {
        VerdictLine line = new VerdictLine();
        line.add(result.problem().optimizer().name() + " did "
                + VerdictLine.counted(result.end().steps(), "step")
                + result.end()
                        .failure()
                        .map(end -> " and ended: " + end.description())
                        .orElse(""));
        line.add("the loss goes from " + VerdictLine.brief(result.first().loss()) + " to "
                + VerdictLine.brief(result.last().loss()));
        if (result.end().failure().isEmpty()) {
            line.add(new LimitText(result.problem(), result.limit()).brief());
        }
        String edge = result.problem().wording().of("2/eta") + " = " + VerdictLine.brief(result.edge());
        result.sharpest()
                .ifPresent(sharpest -> line.add(result.firstAtEdge()
                        .map(row -> "the sharpness reaches " + edge + " at step " + row.t())
                        .orElse("the sharpness is at most " + VerdictLine.brief(sharpest.sharpness()) + ", below "
                                + edge)));
        return line.write();
    }
}
