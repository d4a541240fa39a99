package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.claims.ComparedMean;
import org.selfstab.claims.Escape;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseResult;
import org.selfstab.claims.Settling;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.problem.Noise;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Quantities;

/** What stochastic gradients do, as a referee reads it. */
public final class NoiseDocument {

    private final NoiseResult result;

    private NoiseDocument(NoiseResult result) {
        this.result = result;
    }

    /** What {@code noise} shows. */
    public static Report report(RunRecord run, NoiseResult result) {
        return Report.of(run, new NoiseDocument(result).document(), "noise", () -> NoiseSummary.of(result));
    }

    /** The same as a page, with figures. */
    public static Document page(NoiseResult result, FigureSet figures) {
        return new NoiseDocument(result).document().with(figures);
    }

    private Document document() {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .status(result.status())
                .facts(ProblemFacts.of(result.problem()))
                .fact("noise", noise(result.problem()));
        result.minimum()
                .found()
                .ifPresentOrElse(
                        minimum -> atMinimum(minimum, document),
                        () -> document.fact(
                                "minimum", "none: " + result.minimum().reason()));
        result.minimum()
                .found()
                .flatMap(MinimumEdges::tailIndex)
                .ifPresent(kappa -> document.fact(
                        "tail index",
                        "predicted " + number(kappa.value())
                                + kappa.standardError()
                                        .map(error -> " with standard error " + number(error))
                                        .orElse("")
                                + ": " + kappa.method()));
        result.escape().found().ifPresent(escape -> escape(escape, document));
        result.settling()
                .found()
                .ifPresentOrElse(
                        settling -> atEdge(settling, document),
                        () -> document.fact(
                                "edge", "no noisy edge: " + result.settling().reason()));
        return document.restingOn(
                "numeric run in double precision, not a proof; generator xoshiro256++, one stream for each run");
    }

    /** What is random, in words. */
    static String noise(Problem problem) {
        Noise noise = problem.noise().orElseThrow();
        List<String> parts = new ArrayList<>();
        noise.batches()
                .ifPresent(batches -> parts.add("gradients of " + problem.batchSize() + " of "
                        + batches.items().size() + " items, drawn with"
                        + (batches.isWithReplacement() ? "" : "out") + " replacement"));
        noise.added()
                .ifPresent(added -> parts.add("normal noise of "
                        + (added.isMatrix() ? "covariance " : "variance ")
                        + added.rows().stream()
                                .map(row -> row.stream()
                                        .map(entry -> problem.withValues(entry).toString())
                                        .collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; "))
                        + " added"));
        return String.join(", ", parts) + "; seed " + noise.seed();
    }

    private void atMinimum(MinimumEdges minimum, Document.Builder document) {
        List<String> point = new ArrayList<>();
        for (int i = 0; i < minimum.point().point().size(); i++) {
            point.add(result.problem().variables().get(i).name() + " = "
                    + number(minimum.point().point().get(i)));
        }
        document.fact(
                "minimum",
                String.join(", ", point)
                        + minimum.point()
                                .radius()
                                .map(radius -> ", proved to exist within " + number(radius) + " in each coordinate")
                                .orElse(
                                        ", not proved to exist: Krawczyk's test does not pass, as where minima are not isolated, or the loss is too long for it")
                        + (minimum.interpolates()
                                ? "; the gradient of every item vanishes there"
                                : "; the items' gradients do not vanish there, and the edges are those of the linearization"));
        List<Table.Row> rows = new ArrayList<>();
        rows.add(edge(
                "full batch", minimum.fullBatchEdge(), "the optimizer's edge at S = " + number(minimum.sharpness())));
        rows.add(edge(
                "mean square",
                minimum.meanSquare().stepSize(),
                minimum.meanSquare()
                        .batches()
                        .map(batches -> "second moments over " + batches + (batches == 1 ? " batch" : " batches"))
                        .orElse("second moments from the items")));
        minimum.meanSquare()
                .closedForm()
                .ifPresent(
                        closed -> rows.add(edge("mean square", closed, "the closed form of theory.md (60) or (43)")));
        rows.add(edge(
                "almost sure",
                minimum.almostSure().stepSize(),
                minimum.almostSure()
                        .standardError()
                        .map(error -> "Monte Carlo, standard error " + number(error))
                        .orElse("exact sum over batches")));
        document.table(Table.of(
                        "Edges of stability, as step sizes",
                        List.of(
                                Table.Column.words("edge"),
                                Table.Column.numbers(Quantities.STEP_SIZE),
                                Table.Column.words("how it was found")),
                        rows)
                .note(minimum.growth()
                                .map(growth -> "at the problem's step size the second moment is multiplied by "
                                        + number(growth) + " in a step; ")
                                .orElse("")
                        + "batch sharpness at the mean-square edge, in the neutral mode: "
                        + number(minimum.meanSquare().batchSharpness()) + ", times eta "
                        + number(minimum.meanSquare().batchSharpness()
                                * minimum.meanSquare().stepSize())));
    }

    private static Table.Row edge(String name, double eta, String how) {
        return Table.row(Cell.words(name), Cell.number(eta), Cell.words(how));
    }

    private void escape(Escape escape, Document.Builder document) {
        Table table = Table.of(
                "Runs that leave the minimum, by the step size",
                List.of(
                        Table.Column.numbers(Quantities.STEP_SIZE),
                        Table.Column.numbers("left"),
                        Table.Column.numbers("of")),
                escape.shares().stream()
                        .map(share -> Table.row(
                                Cell.number(share.stepSize()), Cell.count(share.left()), Cell.count(share.runs())))
                        .toList());
        document.table(table.note("started within a spread of "
                + result.options().escape().spread()
                + ", left beyond a distance of " + result.options().escape().radius() + " within "
                + result.options().escape().steps() + " steps"));
        escape.spikes()
                .ifPresent(spikes -> document.fact(
                        "spikes",
                        "the largest excursion over " + spikes.runs() + " runs has the tail index "
                                + number(spikes.index().value()) + " with standard error "
                                + number(spikes.index().standardError())));
    }

    private void atEdge(Settling settling, Document.Builder document) {
        document.fact(
                "settles",
                "at S = " + number(settling.sharpness().value()) + " with standard error "
                        + number(settling.sharpness().standardError()) + ", by the formula "
                        + number(settling.at().sharpness()) + "; the edge is " + number(settling.edge())
                        + "; times eta "
                        + number(settling.eta() * settling.sharpness().value()) + ", "
                        + number(settling.eta() * settling.at().sharpness()) + " and "
                        + number(settling.eta() * settling.edge()));
        settling.weakGap()
                .ifPresent(gap -> document.fact(
                        "weak noise",
                        "a sigma_u^2 beta/(4 alpha) = " + number(gap) + ", the gap without batches to first order"));
        document.fact(
                "batch sharpness",
                number(settling.batchSharpness().value()) + " with standard error "
                        + number(settling.batchSharpness().standardError()) + ", times eta "
                        + number(settling.eta() * settling.batchSharpness().value()));
        document.table(Table.of(
                        "Predictions beside means over " + result.options().replicas() + " runs of "
                                + result.options().steps() + " steps",
                        List.of(
                                Table.Column.words("verdict"),
                                Table.Column.words("claim"),
                                Table.Column.numbers("predicted"),
                                Table.Column.numbers("mean"),
                                Table.Column.numbers("standard error"),
                                Table.Column.numbers("bias"),
                                Table.Column.words("because")),
                        settling.comparisons().stream()
                                .map(NoiseDocument::compared)
                                .toList())
                .note(String.format(
                        Digits.LOCALE,
                        "the first decides; all are decided together with confidence %.2f, each within %.2f standard errors and the bias",
                        ComparedMean.CONFIDENCE,
                        settling.gap().standardErrors())));
    }

    private static Table.Row compared(ComparedMean comparison) {
        return Table.row(
                Cell.status(comparison.status()),
                Cell.words(comparison.statement()),
                Cell.number(comparison.predicted()),
                Cell.number(comparison.measured()),
                Cell.number(comparison.standardError()),
                Cell.number(comparison.bias()),
                Cell.words(comparison.reason()));
    }

    private static String number(double value) {
        return Cell.number(value).text();
    }

    /** Of stochastic gradients: the edges at a minimum, or where the noisy edge settles. */
    static String verdictLine(NoiseResult result) {
        VerdictLine line = new VerdictLine();
        result.minimum().found().ifPresent(minimum -> edges(line, minimum, result));
        result.settling().found().ifPresent(settling -> settles(line, settling));
        if (result.minimum().found().isEmpty() && result.settling().found().isEmpty()) {
            line.add("undecided: no minimum, as " + result.minimum().reason());
            line.add("no noisy edge, as " + result.settling().reason());
        }
        return line.write();
    }

    private static void edges(VerdictLine line, MinimumEdges minimum, NoiseResult result) {
        line.add("at " + (minimum.point().radius().isPresent() ? "a certified" : "an uncertified")
                + " minimum the second moment grows above eta = "
                + VerdictLine.brief(minimum.meanSquare().stepSize()) + ", almost every run above "
                + VerdictLine.brief(minimum.almostSure().stepSize()));
        result.escape()
                .found()
                .flatMap(escape -> escape.shares().stream()
                        .filter(share -> share.left() > 0)
                        .findFirst())
                .ifPresent(share -> line.add("runs leave from eta = " + VerdictLine.brief(share.stepSize()) + " on"));
    }

    private static void settles(VerdictLine line, Settling settling) {
        line.add("the gap below the edge is " + VerdictLine.brief(settling.gap().measured()) + " +- "
                + VerdictLine.brief(settling.gap().standardError()) + " beside "
                + VerdictLine.brief(settling.gap().predicted())
                + " by the formula: " + VerdictLine.verb(settling.status()));
    }
}
