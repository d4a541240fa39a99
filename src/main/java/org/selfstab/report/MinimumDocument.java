package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.certify.MinimumResult;
import org.selfstab.certify.MinimumResult.Critical;
import org.selfstab.certify.MinimumResult.Flip;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;

/** The critical point near the end of descent, as people read it. */
public final class MinimumDocument {

    private final MinimumResult result;

    private MinimumDocument(MinimumResult result) {
        this.result = result;
    }

    /** What {@code minimum} shows. */
    public static Report report(RunRecord run, MinimumResult result) {
        return Report.of(run, new MinimumDocument(result).document(), "minimum", () -> MinimumSummary.of(result));
    }

    static String evidence(MinimumResult result) {
        return result.critical().flatMap(Critical::radius).isPresent()
                ? "point, eigenvalues' bounds and stability where it says so: interval arithmetic; all else numeric, not a proof"
                : "numeric, not a proof";
    }

    private Document document() {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .facts(ProblemFacts.of(result.problem()));
        result.obstacle().ifPresent(document::note);
        result.critical().ifPresent(critical -> describe(critical, document));
        return document.restingOn(evidence(result));
    }

    private void describe(Critical critical, Document.Builder document) {
        List<String> names = List.copyOf(result.problem().start().keySet());
        document.fact(
                "point",
                Cell.code(IntStream.range(0, names.size())
                        .mapToObj(i ->
                                names.get(i) + " = " + Digits.text(critical.at().get(i)))
                        .collect(Collectors.joining(", "))));
        document.fact(
                "proof",
                critical.radius()
                        .map(radius -> (critical.zero() > 0
                                        ? "a minimum, and a manifold of minima through it, of dimension "
                                                + critical.zero() + ", within "
                                        : "exactly one critical point within ")
                                + Digits.size(radius) + " of it in each coordinate")
                        .orElse(
                                critical.zero() > 0
                                        ? "none: the Hessian is singular, and the loss is not written as a sum of as many squares as it has positive eigenvalues"
                                        : "none: Krawczyk's test did not pass"));
        document.fact(
                "kind",
                critical.kind() + ": " + critical.positive() + " positive, " + critical.zero() + " zero, "
                        + critical.negative() + " negative eigenvalues");
        document.fact("loss", number(critical.loss()));
        document.fact("attracts", stability(critical.stability()));
        critical.flip().ifPresent(flip -> describe(flip, document));
        critical.alongManifold()
                .ifPresent(slope ->
                        document.fact("manifold", "along it the sharpness changes by " + number(slope) + " a unit"));
        document.table(eigenvalues(critical));
        if (!critical.lost().isEmpty()) {
            document.table(lost(critical));
        }
    }

    private static String stability(MinimumResult.Stability stability) {
        return stability.attracts().inWords() + (stability.isProved() ? ", proved" : ", numeric")
                + "; the spectral radius of a step is " + number(stability.spectralRadius());
    }

    private static void describe(Flip flip, Document.Builder document) {
        document.fact("flip", "K = " + Digits.text(flip.coefficient()) + ", " + flip.kind());
        document.fact(
                "two-cycle",
                flip.predicted()
                        .map(amplitude -> "amplitude " + number(amplitude) + " by (44)"
                                + flip.found()
                                        .map(found -> ", " + number(found) + " by Newton's method")
                                        .orElse(", none found there by Newton's method"))
                        .orElse("(44) predicts none at this step size"));
    }

    private static Table eigenvalues(Critical critical) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < critical.eigenvalues().size(); i++) {
            rows.add(new Table.Row(
                    List.of(
                            Cell.count(i + 1),
                            Cell.digits(Digits.text(critical.eigenvalues().get(i))),
                            Cell.words(
                                    critical.enclosures().isEmpty()
                                            ? ""
                                            : "["
                                                    + Digits.text(critical.enclosures()
                                                            .get(i)
                                                            .lower()) + ", "
                                                    + Digits.text(critical.enclosures()
                                                            .get(i)
                                                            .upper()) + "]")),
                    List.of()));
        }
        return Table.of(
                "Eigenvalues of the Hessian",
                List.of(
                        Table.Column.numbers("j"),
                        Table.Column.numbers(Notation.formula("lambda_j", "λ_j", "\\lambda_j")),
                        Table.Column.words("in")),
                rows);
    }

    private static Table lost(Critical critical) {
        return Table.of(
                "Step sizes at which stability is lost",
                List.of(
                        Table.Column.words("optimizer"),
                        Table.Column.words("momentum"),
                        Table.Column.numbers(Quantities.STEP_SIZE)),
                critical.lost().stream()
                        .map(loss -> new Table.Row(
                                List.of(
                                        Cell.words(loss.optimizer()),
                                        Cell.words(loss.momentum()
                                                .map(Digits::text)
                                                .orElse("")),
                                        Cell.digits(Digits.text(loss.eta()))),
                                List.of()))
                        .toList());
    }

    private static String number(double value) {
        return Cell.number(value).text();
    }

    /** Of the critical point near the end of descent. */
    static String verdictLine(MinimumResult result) {
        VerdictLine line = new VerdictLine();
        if (result.critical().isEmpty()) {
            return line.add("undecided: " + result.obstacle().orElse("")).write();
        }
        MinimumResult.Critical critical = result.critical().get();
        line.add((critical.radius().isPresent() ? "proved: a " : "not proved: a ")
                + (critical.kind().equals("degenerate") ? "degenerate minimum" : critical.kind()) + " with S = "
                + VerdictLine.brief(critical.sharpness()));
        critical.flip()
                .ifPresent(flip -> line.add("K = " + VerdictLine.brief(flip.coefficient()) + ", a " + flip.kind()
                        + " flip at S = " + VerdictLine.brief(flip.edge())));
        return line.write();
    }
}
