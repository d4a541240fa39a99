package org.selfstab.report;

import java.util.List;
import java.util.Locale;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.Measured;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/** Conditions and conclusions as LaTeX tables for a paper; they need booktabs and graphicx. */
final class AssessmentLatex {

    private static final String EVIDENCE = "evidence: numeric run, not a proof";

    private final Assessment assessment;

    AssessmentLatex(Assessment assessment) {
        this.assessment = assessment;
    }

    String conditions() {
        LatexTable table = begin("condition");
        assessment.conditions().forEach(c -> rows(table, c.name().title(), c.measures()));
        return table.note(EVIDENCE).write();
    }

    String conclusions() {
        LatexTable table = begin("conclusion");
        assessment
                .conclusions()
                .forEach(c -> rows(
                        table, c.conclusion().title() + " (" + c.conclusion().formula() + ")", c.measures()));
        return table.note(EVIDENCE).write()
                + LatexText.comment("conditions that fail: " + AssessmentText.broken(assessment));
    }

    private static LatexTable begin(String first) {
        return new LatexTable("lllrl", List.of(first, "value", "threshold", "worst $t$", "verdict"));
    }

    private static void rows(LatexTable table, String title, List<Measured> measures) {
        table.group(title);
        for (Measured measured : measures) {
            Verdict verdict = measured.verdict();
            table.row(List.of(
                    "\\quad " + measured.quantity().latex(),
                    verdict.bound().map(b -> LatexText.number(b.value())).orElse("--"),
                    verdict.bound().map(AssessmentLatex::threshold).orElse("--"),
                    verdict.witness().map(w -> Integer.toString(w.step())).orElse("--"),
                    verdict(verdict)));
        }
    }

    /** What was decided; what does not hold stands out. */
    static String verdict(Verdict verdict) {
        return status(verdict.status());
    }

    /** What was decided; what does not hold stands out. */
    static String status(Verdict.Status status) {
        String word = status.word().toLowerCase(Locale.ROOT);
        return switch (status) {
            case HOLDS -> word;
            case FAILS -> "\\textbf{" + word + "}";
            case UNDECIDED, NOT_APPLICABLE -> "\\emph{" + word + "}";
        };
    }

    static String threshold(Bound bound) {
        return bound.threshold() == Double.MIN_VALUE
                ? "$> 0$"
                : (bound.sense() == Bound.Sense.AT_MOST ? "$\\le$ " : "$\\ge$ ") + LatexText.number(bound.threshold());
    }
}
