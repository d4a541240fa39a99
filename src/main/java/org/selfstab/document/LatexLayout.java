package org.selfstab.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Documents as LaTeX for a paper: what was found as comments, then the tables, which need booktabs and, since wide ones are scaled, graphicx. */
public final class LatexLayout {

    private static final String BEGIN =
            "{\\footnotesize\\setlength{\\tabcolsep}{3pt}%\n\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n";

    /** Commands that formulas of expressions are written with. */
    private static final Pattern OF_AMSMATH = Pattern.compile("\\\\(?:tfrac|operatorname|text)\\b");

    private final StringBuilder text = new StringBuilder();

    /** The document, ended by a line break. */
    public String write(Document document) {
        List<Table> tables = document.tablesEverywhere();
        for (int i = 0; i < tables.size(); i++) {
            text.append(i == 0 ? "" : "\n\\medskip\n\\noindent\n");
            write(tables.get(i), document.evidence());
        }
        return head(document) + text;
    }

    private String head(Document document) {
        StringBuilder head = new StringBuilder();
        head.append(LatexText.comment(document.title() + ": " + document.summary()));
        document.facts()
                .forEach(fact -> head.append(
                        LatexText.comment(fact.name() + ": " + fact.value().text())));
        document.notes().forEach(note -> head.append(LatexText.comment(note)));
        head.append(LatexText.comment("evidence: " + document.evidence()));
        String more = OF_AMSMATH.matcher(text).find() ? ",amsmath" : "";
        return head.append(LatexText.comment("needs \\usepackage{booktabs,graphicx" + more + "}"))
                .toString();
    }

    private void comment(String words) {
        text.append(LatexText.comment(words));
    }

    private void write(Table table, String evidence) {
        comment(table.caption());
        table.facts().forEach(fact -> comment(fact.name() + ": " + fact.value().text()));
        text.append(BEGIN).append("\\begin{tabular}{@{}");
        text.append(table.columns().stream()
                .map(column -> column.isNumeric() ? "r" : "l")
                .collect(Collectors.joining()));
        text.append("@{}}\n\\toprule\n");
        row(table.columns().stream().map(column -> column.head().latex()).toList());
        text.append("\\midrule\n");
        int width = table.columns().size();
        boolean isEmpty = true;
        for (Table.Line line : table.lines()) {
            if (line instanceof Table.Row row) {
                List<String> cells =
                        new ArrayList<>(row.cells().stream().map(Cell::latex).toList());
                cells.addAll(Collections.nCopies(width - cells.size(), ""));
                row(cells);
            } else if (line instanceof Table.Heading heading) {
                text.append(isEmpty ? "" : "\\addlinespace\n");
                across(width, "\\emph{" + LatexText.escape(heading.title()) + "}");
            }
            isEmpty = false;
        }
        text.append("\\bottomrule\n");
        across(width, "\\scriptsize evidence: " + LatexText.escape(evidence));
        text.append("\\end{tabular}}}%\n");
    }

    private void across(int width, String words) {
        text.append("\\multicolumn{")
                .append(width)
                .append("}{@{}l@{}}{")
                .append(words)
                .append("} \\\\\n");
    }

    private void row(List<String> cells) {
        text.append(String.join(" & ", cells)).append(" \\\\\n");
    }
}
