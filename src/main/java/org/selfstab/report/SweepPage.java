package org.selfstab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.report.figure.SweepFigures;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.Spacing;
import org.selfstab.sweep.SweepJob;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.FreeText;

/** The page of a sweep: its figures, what became of quantities and claims over the grid, and the points. */
public final class SweepPage {

    private static final int MOST_VALUES = 7;

    private SweepPage() {}

    /** The page. */
    public static Document of(SweepResult result) {
        FigureSet figures = SweepFigures.of(result);
        return new Document(
                result.problem().title() + ": sweep",
                VerdictLine.of(result),
                Optional.of(Cell.status(result.status())),
                facts(result),
                notes(result, figures),
                figures,
                new SweepTables(result).tables(),
                "numeric runs in double precision, not a proof");
    }

    private static List<Document.Fact> facts(SweepResult result) {
        List<Document.Fact> facts = new ArrayList<>(ProblemFacts.of(result.problem()));
        result.grid().axes().forEach(axis -> facts.add(Document.Fact.of("grid", values(axis))));
        facts.add(Document.Fact.of(
                "runs",
                result.points().size() + " points, double precision, "
                        + result.job().projection().optionName() + " projection, "
                        + result.job().frame().optionName() + " frame"));
        facts.add(Document.Fact.of("command", command(result.job())));
        facts.add(Document.Fact.of("program", result.job().program()));
        return facts;
    }

    private static String values(GridAxis axis) {
        List<String> all = axis.values().stream().map(GridValue::text).toList();
        String shown = all.size() <= MOST_VALUES
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, 3)) + ", …, " + all.get(all.size() - 1) + " (" + all.size()
                        + " values)";
        return axis.parameter() + " = " + shown + (axis.spacing() == Spacing.LOG ? "; equal ratios" : "");
    }

    /** What gives these points again, with the problem's file. */
    private static String command(SweepJob job) {
        StringBuilder command = new StringBuilder("selfstab sweep ").append(fileName(job));
        new TreeMap<>(job.fixed()).forEach((name, value) -> command.append(" --set '" + name + "=" + value + "'"));
        job.grid().forEach(axis -> command.append(" --grid '" + axis + "'"));
        job.quantities().forEach(name -> command.append(" --quantity " + name));
        job.claims().forEach(name -> command.append(" --claim " + name));
        command.append(" --projection ").append(job.projection().optionName());
        command.append(" --frame ").append(job.frame().optionName());
        return FreeText.visible(job.horizon() == 0 ? command.toString() : command + " --horizon " + job.horizon());
    }

    private static String fileName(SweepJob job) {
        Path name = Path.of(job.file()).getFileName();
        return name == null ? job.file() : name.toString();
    }

    private static List<String> notes(SweepResult result, FigureSet figures) {
        List<String> notes = new ArrayList<>(figures.notes());
        if (result.points().size() > SweepTables.MOST_POINTS) {
            notes.add("The grid has more than " + SweepTables.MOST_POINTS
                    + " points; the values of each are in sweep.csv.");
        }
        return notes;
    }
}
