package org.selfstab.report;

import java.util.List;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.OutwardDigits;
import org.selfstab.document.Cell;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;
import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Verdict;

/** A certification as a LaTeX table for a paper; it needs booktabs and graphicx. Bounds are rounded outwards to fewer digits, so that they stay bounds. */
final class CertificationLatex {

    /** Those of bounds. */
    static final int DIGITS = 5;

    private final CertificationResult certification;

    CertificationLatex(CertificationResult certification) {
        this.certification = certification;
    }

    String write() {
        LatexCaption caption = new LatexCaption(certification.problem(), VerdictLine.of(certification))
                .line(certification.verification().description())
                .line(
                        certification.steps() < 0
                                ? "no step enclosed"
                                : "exact run enclosed for t = 0 to " + certification.steps())
                .line("evidence: interval arithmetic with outward rounding; bounds rounded outwards to " + DIGITS
                        + " digits");
        certification
                .tube()
                .ifPresent(tube ->
                        caption.line("tube: within " + tube.radius() + " of each dagger_t in each coordinate; rho_3 <= "
                                + tube.third() + ", rho_4 <= " + tube.fourth()));
        certification
                .radii()
                .ifPresent(radii -> caption.line("distances of exact points from numeric ones: theta_t "
                        + radii.iterate() + ", dagger_t " + radii.constrained() + ", v*_t " + radii.predicted()));
        LatexTable table = new LatexTable(
                "lrrlrl", List.of("quantity", "at least", "at most", "threshold", "worst $t$", "verdict"));
        certification.claims().forEach(claim -> table.row(row(claim)));
        return caption.needs("booktabs,graphicx").write()
                + table.note("evidence: certified by interval arithmetic").write();
    }

    private static List<String> row(CertifiedClaim claim) {
        Verdict verdict = claim.verdict();
        Interval value = claim.value();
        return List.of(
                claim.quantity().latex(),
                atLeast(value),
                atMost(value),
                verdict.bound().map(Cell::threshold).orElse(Cell.none()).latex(),
                verdict.witness().map(w -> Integer.toString(w.step())).orElse("--"),
                Cell.status(verdict.status()).latex());
    }

    /** A lower bound, still one with its few digits. */
    static String atLeast(Interval value) {
        return value.lower() == Double.NEGATIVE_INFINITY
                ? "--"
                : LatexText.number(OutwardDigits.down(value.lower(), DIGITS));
    }

    /** An upper bound, still one with its few digits. */
    static String atMost(Interval value) {
        return value.upper() == Double.POSITIVE_INFINITY
                ? "--"
                : LatexText.number(OutwardDigits.up(value.upper(), DIGITS));
    }
}
