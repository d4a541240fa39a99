package org.selfstab.report;

import java.util.List;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.document.Cell;
import org.selfstab.document.LatexTable;
import org.selfstab.document.LatexText;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;

/**
 * The certification of a family as a LaTeX table for a paper: the conclusions on each member, then on all; it needs booktabs, graphicx and amsmath.
 * Bounds are rounded outwards to fewer digits, so that they stay bounds.
 */
final class FamilyCertificationLatex {

    private final FamilyCertification certification;
    private final LatexTable table =
            new LatexTable("lrrll", List.of("quantity", "at least", "at most", "threshold", "verdict"));

    FamilyCertificationLatex(FamilyCertification certification) {
        this.certification = certification;
    }

    String write() {
        for (int i = 0; i < certification.members().size(); i++) {
            member(
                    certification.family().values().get(i),
                    certification.members().get(i));
        }
        table.group("all members");
        for (FamilyClaim claim : certification.claims()) {
            table.row(row(claim.claim(), LatexText.escape(claim.claim().name())));
        }
        return new LatexCaption(certification.problem(), VerdictLine.of(certification))
                        .line("evidence: interval arithmetic with outward rounding; bounds rounded outwards to "
                                + CertificationLatex.DIGITS + " digits")
                        .needs("booktabs,graphicx,amsmath")
                        .write()
                + table.note("evidence: certified by interval arithmetic").write();
    }

    private void member(Expression value, CertificationResult member) {
        String run = member.steps() < 0
                ? "no step enclosed"
                : "$t = 0$ to " + member.steps() + (member.isOfTheWholeRun() ? "" : ", not up to the horizon");
        table.group("$"
                + LatexWriter.latex(Expression.symbol(certification.family().parameter())) + " = "
                + LatexWriter.latex(value) + "$, " + run);
        for (Claim conclusion : Claims.conclusions()) {
            member.claim(conclusion.measure().key())
                    .ifPresent(claim -> table.row(row(claim, claim.quantity().latex())));
        }
    }

    private static List<String> row(CertifiedClaim claim, String quantity) {
        Verdict verdict = claim.verdict();
        return List.of(
                quantity,
                CertificationLatex.atLeast(claim.value()),
                CertificationLatex.atMost(claim.value()),
                verdict.bound().map(Cell::threshold).orElse(Cell.none()).latex(),
                Cell.status(verdict.status()).latex());
    }
}
