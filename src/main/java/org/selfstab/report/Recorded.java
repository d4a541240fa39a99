package org.selfstab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.selfstab.document.Document;
import org.selfstab.document.Json;
import org.selfstab.problem.Problem;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.FreeText;

/** Outputs with the record of what was run in them. */
public final class Recorded {

    private static final String META = ".meta.json";

    private Recorded() {}

    /** A schema's name and version, as outputs state it. */
    public static String schema(String name) {
        return "selfstab/" + name + "/1";
    }

    /** JSON with schema and run first, then the members of what was found. */
    public static String json(String schema, RunRecord run, Object found) {
        return Json.write(head(schema, run), found);
    }

    private static Map<String, Object> head(String schema, RunRecord run) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("schema", schema(schema));
        head.put("run", RunSummary.of(run));
        return head;
    }

    /** LaTeX after comments that tell what was run. */
    public static String latex(RunRecord run, String text) {
        StringBuilder comments = new StringBuilder();
        lines(run)
                .forEach(line ->
                        comments.append("% ").append(FreeText.visible(line)).append('\n'));
        return comments + text;
    }

    /** Markdown after a comment that tells the command which writes it again. */
    static String markdown(RunRecord run, String text) {
        String command = RunRecord.commandLine(
                run.command(), run.files().stream().map(Recorded::slashed).toList(), run.options());
        return "<!-- Written by the program. To renew: "
                + FreeText.visible(command).replace("-->", "-- >") + " --format markdown -->\n\n" + text;
    }

    /** A path as links and pages write it, on whatever system. */
    public static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static List<String> lines(RunRecord run) {
        List<String> lines = new ArrayList<>(List.of(by(run), file(run)));
        run.problem().ifPresent(problem -> {
            lines.add("loss " + problem.loss());
            lines.add("with " + ProblemFacts.equations(problem.parameters().definitions()));
            lines.add("from " + ProblemFacts.equations(problem.start()));
        });
        return lines;
    }

    private static String by(RunRecord run) {
        return run.program() + ", " + run.date() + ": " + run.settings();
    }

    static String file(RunRecord run) {
        return run.file() + run.sha256().map(digest -> ", sha256 " + digest).orElse("");
    }

    /** What is said of a problem in the formulas of its optimizer: those written down are gradient descent's. */
    static Document worded(RunRecord run, Document document) {
        return run.problem().map(Problem::wording).map(document::reworded).orElse(document);
    }

    /** What people read: so worded, with six digits in its sentences. */
    static Document forPeople(RunRecord run, Document document) {
        return worded(run, document).reworded(UnaryOperator.identity(), Digits::brief);
    }

    /** A page with what was run among its facts. */
    static Document page(RunRecord run, Document page) {
        return forPeople(run, page)
                .with(List.of(
                        Document.Fact.of("command", FreeText.visible(by(run))),
                        Document.Fact.of("file", FreeText.visible(file(run)))));
    }

    /**
     * Writes {@code NAME.meta.json} beside a table, with what was run and the table's columns.
     *
     * @param table a CSV file that is whole
     * @throws IOException if the table cannot be read or the file not be written
     */
    public static void describe(Path table, String schema, RunRecord run) throws IOException {
        String header;
        try (Stream<String> lines = Files.lines(table)) {
            header = lines.findFirst().orElse("");
        }
        Map<String, Object> columns = Map.of("columns", List.of(header.split(",")));
        PendingFile.write(
                table.resolveSibling(description(String.valueOf(table.getFileName()))),
                Json.write(head(schema, run), columns));
    }

    /** What the description of a table is called: {@code NAME.meta.json} beside {@code NAME.csv}. */
    public static String description(String table) {
        return table.substring(0, table.lastIndexOf('.')) + META;
    }
}
