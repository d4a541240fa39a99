package org.selfstab.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.selfstab.document.Cell;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;
import org.selfstab.theory.Statement;
import org.selfstab.theory.StatementKind;
import org.selfstab.theory.StatementResult;

/** Statements and what was decided about them as a LaTeX table for a paper, by kind; it needs booktabs and graphicx. */
public final class TheoryLatex {

    private TheoryLatex() {}

    /**
     * The table.
     *
     * @param folder the statements' folder, for the comment before it
     */
    public static String write(Path folder, List<StatementResult> results) {
        LatexTable table = new LatexTable("lllr", List.of("statement", "verdict", "evidence", "source"));
        for (StatementKind kind : StatementKind.values()) {
            List<StatementResult> ofKind = results.stream()
                    .filter(result -> result.statement().kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                table.group(kind.word());
                ofKind.forEach(result -> table.row(rowOf(result)));
            }
        }
        String summary = TheoryText.summaryOf(results).strip();
        String caption = new LatexCaption("statements of " + folder)
                .line(summary)
                .needs("booktabs,graphicx")
                .write();
        return caption + table.note(summary).write();
    }

    private static List<String> rowOf(StatementResult result) {
        Statement statement = result.statement();
        return List.of(
                "\\quad " + LatexText.escape(statement.title().toString()),
                Cell.status(result.status()).latex(),
                result.evidence().name().toLowerCase(Locale.ROOT),
                LatexText.escape(statement.source().toString()));
    }
}
