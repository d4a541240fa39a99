package org.selfstab.report;

import java.util.List;
import java.util.Optional;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;

/** A verification as LaTeX tables for a paper; they need booktabs and graphicx. */
final class VerificationLatex {

    private final VerificationResult verified;

    VerificationLatex(VerificationResult verified) {
        this.verified = verified;
    }

    String write() {
        StringBuilder text = new StringBuilder(caption(verified, VerdictLine.of(verified)));
        Optional<RunConstants> constants = verified.verification().constants();
        constants.ifPresent(c -> text.append(table(ConstantsTable.of(c))).append("\n\\medskip\n\\noindent\n"));
        return text.append(new AssessmentLatex(verified.assessment()).conclusions())
                .toString();
    }

    /** What is said of a run before its tables. */
    static String caption(VerificationResult verified, String summary) {
        return new LatexCaption(verified.problem(), summary)
                .line(verified.verification().description())
                .line("evidence: numeric run in " + verified.verification().arithmetic() + ", not a proof")
                .needs("booktabs,graphicx")
                .write();
    }

    private static String table(ConstantsTable constants) {
        LatexTable table = new LatexTable("lrr", List.of("constant", "value", "worst $t$"));
        for (ConstantsTable.Row row : constants.rows()) {
            table.row(List.of(
                    row.symbol().latex(),
                    LatexText.number(row.value()),
                    row.step().replace("-", "--")));
        }
        return table.write();
    }
}
