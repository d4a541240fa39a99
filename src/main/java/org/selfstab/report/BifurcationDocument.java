package org.selfstab.report;

import java.util.List;
import org.selfstab.claims.BifurcationEvent;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Branch;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;

/** Orbits over a parameter, as people read them. */
public final class BifurcationDocument {

    static final String EVIDENCE =
            "numeric: Newton's method on orbits in double precision, on events in 34 decimals; not a proof";

    private final BifurcationResult result;

    private BifurcationDocument(BifurcationResult result) {
        this.result = result;
    }

    /** What {@code bifurcation} shows; its CSV has all orbits. */
    public static Report report(RunRecord run, BifurcationResult result) {
        return Report.of(
                        run,
                        new BifurcationDocument(result).document(),
                        "bifurcation",
                        () -> BifurcationSummary.of(result))
                .with(out -> BifurcationCsv.writeBranches(result, out));
    }

    /** The same as a page, with figures. */
    public static Document page(BifurcationResult result, FigureSet figures) {
        return new BifurcationDocument(result).document().with(figures);
    }

    private Document document() {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .facts(ProblemFacts.of(result.problem()))
                .fact(
                        "range",
                        result.options().parameter() + " from "
                                + Digits.text(result.options().from()) + " to "
                                + Digits.text(result.options().to()) + ", periods up to "
                                + result.options().longestPeriod());
        result.notes().forEach(document::note);
        return document.table(events()).table(branches()).restingOn(EVIDENCE);
    }

    private Table events() {
        return Table.of(
                "Events",
                List.of(
                        Table.Column.words("what happens"),
                        Table.Column.numbers("period"),
                        Table.Column.numbers(result.options().parameter()),
                        Table.Column.words("stability"),
                        Table.Column.words("digits"),
                        Table.Column.numbers("branch")),
                result.events().stream().map(BifurcationDocument::row).toList());
    }

    private static Table.Row row(BifurcationEvent event) {
        return new Table.Row(
                List.of(
                        Cell.words(event.kind().word().replace('_', '-')),
                        Cell.count(event.period()),
                        Cell.digits(Digits.text(event.at())),
                        Cell.words(event.changesStability() ? "changes" : "none on either side"),
                        Cell.words(event.isPolished() ? "all" : "within " + Digits.size(event.error())),
                        Cell.count(event.branch())),
                List.of());
    }

    private Table branches() {
        return Table.of(
                "Branches",
                List.of(
                        Table.Column.numbers("branch"),
                        Table.Column.numbers("period"),
                        Table.Column.numbers("orbits"),
                        Table.Column.numbers("from"),
                        Table.Column.numbers("to"),
                        Table.Column.words("begins at"),
                        Table.Column.words("ends as")),
                result.branches().stream().map(BifurcationDocument::row).toList());
    }

    private static Table.Row row(Branch branch) {
        List<Branch.Point> points = branch.points();
        return new Table.Row(
                List.of(
                        Cell.count(branch.index()),
                        Cell.count(branch.period()),
                        Cell.count(points.size()),
                        Cell.number(points.get(0).at()),
                        Cell.number(points.get(points.size() - 1).at()),
                        Cell.words(branch.origin()),
                        Cell.words(branch.end())),
                List.of());
    }

    /** Of orbits over a parameter, which is no verdict: the events at which stability changes. */
    static String verdictLine(BifurcationResult result) {
        VerdictLine line = new VerdictLine();
        line.add(result.branches().size() + (result.branches().size() == 1 ? " branch" : " branches") + " of orbits, "
                + VerdictLine.counted(result.events().size(), "event"));
        List<String> changes = result.events().stream()
                .filter(BifurcationEvent::changesStability)
                .limit(VerdictLine.MOST_NAMES)
                .map(event -> event.kind().word().replace('_', '-') + " of period " + event.period() + " at "
                        + Digits.text(event.at()))
                .toList();
        line.add(changes.isEmpty() ? "no change of stability" : String.join(", ", changes));
        return line.write();
    }
}
