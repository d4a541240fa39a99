package org.selfstab.report;

import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerifiedProblem;
import org.selfstab.symbolic.LatexWriter;

/** A verification as a LaTeX table for a paper; it needs no packages. */
final class VerificationLatex {

    private final VerifiedProblem verified;

    VerificationLatex(VerifiedProblem verified) {
        this.verified = verified;
    }

    String write() {
        StringBuilder text = new StringBuilder();
        text.append("% ").append(verified.problem().title()).append(": ");
        text.append(verified.verification().end().description()).append('\n');
        text.append("% evidence: numeric run in ")
                .append(verified.verification().arithmetic())
                .append('\n');
        text.append("% L = ")
                .append(LatexWriter.latex(verified.problem().loss()))
                .append('\n');
        Optional<RunConstants> constants = verified.verification().constants();
        constants.ifPresent(c -> text.append(table(ConstantsTable.of(c))));
        return text.toString();
    }

    private static String table(ConstantsTable table) {
        StringBuilder text =
                new StringBuilder("\\begin{tabular}{lrr}\n\\hline\nconstant & value & worst $t$ \\\\\n\\hline\n");
        for (ConstantsTable.Row row : table.rows()) {
            text.append('$').append(row.latex()).append("$ & ");
            text.append(number(row.value())).append(" & ").append(row.step()).append(" \\\\\n");
        }
        return text.append("\\hline\n\\end{tabular}\n").toString();
    }

    static String number(String value) {
        int exponent = value.indexOf('e');
        return exponent < 0
                ? value
                : "$" + value.substring(0, exponent) + " \\times 10^{" + Integer.parseInt(value.substring(exponent + 1))
                        + "}$";
    }
}
