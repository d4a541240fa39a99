package org.selfstab.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Documents in Markdown with tables. Their links to files are for pages in a folder such as {@code src/site/markdown} below the working folder. */
public final class MarkdownLayout {

    /** From the folder of the page to the working folder, which links start from. */
    private static final String TO_FILES = "../../../";

    /** What Markdown would take for emphasis, markup or the end of a cell; an underscore within a word is none of that. */
    private static final Pattern SPECIAL = Pattern.compile("[*<\\[\\]|`\\\\]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

    private final StringBuilder text = new StringBuilder();

    /** The document, ended by a line break. */
    public String write(Document document) {
        text.append("# ").append(prose(document.title())).append("\n\n");
        document.status()
                .ifPresent(status -> text.append("**").append(status.text()).append("** "));
        text.append(prose(document.summary())).append('\n');
        write(document.facts());
        document.notes().forEach(this::paragraph);
        document.tables().forEach(this::write);
        paragraph("Evidence: " + document.evidence() + ".");
        return text.toString();
    }

    private void write(List<Document.Fact> facts) {
        text.append(facts.isEmpty() ? "" : "\n");
        facts.forEach(fact -> text.append("- ")
                .append(prose(fact.name()))
                .append(": ")
                .append(cell(fact.value()))
                .append('\n'));
    }

    private void paragraph(String words) {
        text.append('\n').append(prose(words)).append('\n');
    }

    private void write(Table table) {
        if (!table.caption().isEmpty()) {
            text.append("\n## ").append(prose(table.caption())).append('\n');
        }
        write(table.facts());
        if (table.lines().isEmpty()) {
            return;
        }
        Remarks remarks = new Remarks(table);
        boolean hasRemarks =
                table.rows().stream().anyMatch(row -> !row.remarks().isEmpty());
        text.append('\n');
        row(table.columns().stream().map(column -> cell(column.head())).toList(), hasRemarks ? " " : "");
        text.append(table.columns().stream()
                        .map(column -> column.isNumeric() ? "---:" : "---")
                        .collect(Collectors.joining("|", "|", "|")))
                .append(hasRemarks ? "---|\n" : "\n");
        for (Table.Line line : table.lines()) {
            if (line instanceof Table.Row row) {
                List<String> cells =
                        row.cells().stream().map(MarkdownLayout::cell).toList();
                row(filled(cells, table), hasRemarks ? remark(remarks, row) : "");
            } else if (line instanceof Table.Heading heading) {
                List<String> cells = List.of("**" + prose(heading.unicode()) + "**");
                row(filled(cells, table), hasRemarks ? " " : "");
            }
        }
        remarks.below(table).forEach(this::paragraph);
    }

    /** Not every reader of Markdown takes a row of fewer cells than the head. */
    private static List<String> filled(List<String> cells, Table table) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(Collections.nCopies(table.columns().size() - cells.size(), ""));
        return all;
    }

    private static String remark(Remarks remarks, Table.Row row) {
        return prose(remarks.line(row) + " ");
    }

    private void row(List<String> cells, String remark) {
        text.append("| ").append(String.join(" | ", cells)).append(" |");
        text.append(remark.isEmpty() ? "" : " " + remark.strip() + " |").append('\n');
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Mathematics formula) {
            return "$" + mathematics(formula.mathematics()) + "$";
        }
        return cell.link()
                .map(link -> "[" + prose(cell.unicode()) + "](" + (link.matches("[#/].*") ? "" : TO_FILES) + link + ")")
                .orElseGet(() -> withoutLink(cell));
    }

    /** Mathematics without what Markdown would take for the end of a cell or for markup. */
    private static String mathematics(String latex) {
        return latex.replace("\\|", "\\Vert ").replace("|", "\\vert ").replace("<", "\\lt ");
    }

    private static String withoutLink(Cell cell) {
        return switch (cell.style()) {
            case CODE -> "`" + cell.unicode().replace("`", "'").replace("|", "\\|") + "`";
            case FAILS, OPEN -> "**" + prose(cell.unicode()) + "**";
            case TEXT, NUMBER, BAR, HOLDS -> prose(cell.unicode());
        };
    }

    /** A text that is shown as it is. */
    private static String prose(String words) {
        return SPECIAL.matcher(words).replaceAll("\\\\$0");
    }
}
