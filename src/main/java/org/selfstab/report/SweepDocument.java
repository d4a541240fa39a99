package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.selfstab.document.Document;
import org.selfstab.report.figure.SweepFigures;
import org.selfstab.run.RunRecord;
import org.selfstab.sweep.GridAxis;
import org.selfstab.sweep.GridValue;
import org.selfstab.sweep.PointResult;
import org.selfstab.sweep.PointStatus;
import org.selfstab.sweep.Spacing;
import org.selfstab.sweep.SweepJob;
import org.selfstab.sweep.SweepResult;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Verdict;

/** A sweep as a researcher reads it: its figures, what became of quantities and claims over the grid, and the points. */
public final class SweepDocument {

    private static final int MOST_VALUES = 7;

    private SweepDocument() {}

    /** What {@code sweep} shows; the points are written one by one to JSON and CSV. */
    public static Report report(RunRecord run, SweepResult result) {
        return new Report(
                run, document(result), out -> SweepJson.write(run, result, out), out -> SweepCsv.write(result, out));
    }

    /** The page of a sweep, beside that of its problem. */
    public static Document page(SweepResult result) {
        return document(result).titled(result.problem().title() + ": sweep");
    }

    private static Document document(SweepResult result) {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .status(result.status())
                .facts(ProblemFacts.of(result.problem()));
        result.grid().axes().forEach(axis -> document.fact("grid", values(axis)));
        document.fact(
                        "runs",
                        result.points().size() + " points, " + result.job().numbers() + ", "
                                + result.job().projection().toString() + " projection, "
                                + result.job().frame().toString() + " frame")
                .fact("repeat by", command(result.job()))
                .fact("program", result.job().program());
        if (result.points().size() > SweepTables.MOST_IN_TEXT) {
            document.note("the values of each point are in sweep.csv, which --format csv prints");
        }
        document.figures(SweepFigures.of(result));
        new SweepTables(result).tables().forEach(document::table);
        return document.restingOn("numeric runs in " + result.job().numbers() + ", not a proof");
    }

    private static String values(GridAxis axis) {
        List<String> all = axis.values().stream().map(GridValue::text).toList();
        String shown = all.size() <= MOST_VALUES
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, 3)) + ", ..., " + all.get(all.size() - 1) + " (" + all.size()
                        + " values)";
        return axis.parameter() + " = " + shown + (axis.spacing() == Spacing.LOG ? "; equal ratios, to 12 digits" : "");
    }

    /** What gives these points again, with the problem's file: also what the command line left to the program. */
    private static String command(SweepJob job) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("--set", definitions(job));
        options.put("--grid", job.grid());
        options.put("--quantity", job.quantities());
        options.put("--claim", job.claims());
        options.put("--projection", List.of(job.projection().toString()));
        options.put("--frame", List.of(job.frame().toString()));
        options.put("--precision", job.digits() == 0 ? List.of() : List.of(Integer.toString(job.digits())));
        options.put("--horizon", job.horizon() == 0 ? List.of() : List.of(Integer.toString(job.horizon())));
        options.values().removeIf(List::isEmpty);
        return FreeText.visible(RunRecord.commandLine("sweep", List.of(fileName(job)), options));
    }

    private static List<String> definitions(SweepJob job) {
        return new TreeMap<>(job.fixed())
                .entrySet().stream()
                        .map(definition -> definition.getKey() + "=" + definition.getValue())
                        .toList();
    }

    private static String fileName(SweepJob job) {
        Path name = Path.of(job.file()).getFileName();
        return name == null ? job.file() : name.toString();
    }

    /** Of a sweep: what became of the points, and at how many each claim holds. */
    static String verdictLine(SweepResult result) {
        Map<PointStatus, Long> counts = result.points().stream()
                .collect(Collectors.groupingBy(PointResult::status, TreeMap::new, Collectors.counting()));
        int total = result.points().size();
        long complete = Optional.ofNullable(counts.remove(PointStatus.COMPLETE)).orElse(0L);
        VerdictLine line = new VerdictLine();
        line.add(complete + " of " + VerdictLine.counted(total, "point") + " complete"
                + counts.entrySet().stream()
                        .map(entry ->
                                ", " + entry.getValue() + " " + entry.getKey().words())
                        .collect(Collectors.joining()));
        List<String> claims = result.job().claims();
        for (int i = 0; i < claims.size(); i++) {
            int claim = i;
            Map<String, Long> verdicts = result.points().stream()
                    .map(point -> point.claim(claim).map(VerdictLine::verb).orElse("without an answer"))
                    .collect(Collectors.groupingBy(verb -> verb, LinkedHashMap::new, Collectors.counting()));
            long holds = Optional.ofNullable(verdicts.remove(VerdictLine.verb(Verdict.Status.HOLDS)))
                    .orElse(0L);
            line.add(claims.get(i) + " holds at " + holds + " of " + total
                    + verdicts.entrySet().stream()
                            .map(entry -> ", " + entry.getKey() + " at " + entry.getValue())
                            .collect(Collectors.joining()));
        }
        return line.write();
    }

    /** Writes a sweep's points as {@code sweep.csv}, in the order of the grid; what is undefined is an empty field. */
    private static final class SweepCsv {

        private SweepCsv() {}

        static void write(SweepResult result, Appendable out) throws IOException {
            SweepColumns columns = new SweepColumns(result);
            CsvTable.print(out, printer -> {
                printer.printRecord(columns.header());
                for (PointResult point : result.points()) {
                    printer.printRecord(columns.row(point));
                }
            });
        }
    }
}
