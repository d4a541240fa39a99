package org.selfstab.document;

import java.util.List;

/** A table in Markdown: names to the left, numbers to the right. */
public final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();

    public MarkdownTable(String corner, List<String> columns) {
        row(corner, columns);
        text.append("|---").append("|---:".repeat(columns.size())).append("|\n");
    }

    /** One more row, with as many cells as there are columns. */
    public void row(String name, List<String> cells) {
        text.append("| ").append(name.replace("|", "\\|")).append(" | ");
        text.append(String.join(" | ", cells)).append(" |\n");
    }

    /** The lines of the table, the last with a line break too. */
    public String write() {
        return text.toString();
    }
}
