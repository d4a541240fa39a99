package org.selfstab.report;

import java.util.List;

/** A table for a paper; it needs booktabs. */
final class LatexTable {

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins a table.
     *
     * @param columns one letter for each column, as {@code tabular} has them
     * @param header the columns' titles, in LaTeX
     */
    LatexTable(String columns, List<String> header) {
        text.append("{\\small\\setlength{\\tabcolsep}{4pt}%\n");
        text.append("\\begin{tabular}{@{}").append(columns).append("@{}}\n\\toprule\n");
        row(header);
        text.append("\\midrule\n");
    }

    /** One more row, with as many cells as there are columns, in LaTeX. */
    LatexTable row(List<String> cells) {
        text.append(String.join(" & ", cells)).append(" \\\\\n");
        return this;
    }

    /** The table's lines, the last with a line break too. */
    String write() {
        return text + "\\bottomrule\n\\end{tabular}}\n";
    }
}
