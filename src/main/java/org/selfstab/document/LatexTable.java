package org.selfstab.document;

import java.util.List;

/** A table for a paper; it needs booktabs and, since one that is wider than the text is scaled to it, graphicx. */
public final class LatexTable {

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private String note = "";
    private boolean isEmpty = true;

    /**
     * Begins a table.
     *
     * @param columns one letter for each column, as {@code tabular} has them
     * @param header the columns' titles, in LaTeX
     */
    public LatexTable(String columns, List<String> header) {
        this.width = columns.length();
        text.append(
                "{\\footnotesize\\setlength{\\tabcolsep}{3pt}%\n\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n");
        text.append("\\begin{tabular}{@{}").append(columns).append("@{}}\n\\toprule\n");
        row(header);
        text.append("\\midrule\n");
        isEmpty = true;
    }

    /** A title, in LaTeX, of the rows to come. */
    public LatexTable group(String title) {
        text.append(isEmpty ? "" : "\\addlinespace\n");
        text.append("\\multicolumn{")
                .append(width)
                .append("}{@{}l}{\\emph{")
                .append(title)
                .append("}} \\\\\n");
        isEmpty = false;
        return this;
    }

    /** A line below the table: on what the table rests. */
    public LatexTable note(String evidence) {
        note = "\\multicolumn{" + width + "}{@{}l@{}}{\\scriptsize " + LatexText.escape(evidence) + "} \\\\\n";
        return this;
    }

    /** One more row, with as many cells as there are columns, in LaTeX. */
    public LatexTable row(List<String> cells) {
        text.append(String.join(" & ", cells)).append(" \\\\\n");
        isEmpty = false;
        return this;
    }

    /** The table's lines, the last with a line break too. */
    public String write() {
        return text + "\\bottomrule\n" + note + "\\end{tabular}}}\n";
    }
}
