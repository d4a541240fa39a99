package org.selfstab.report;

import java.util.Locale;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.Radii;
import org.selfstab.certify.TubeNorms;
import org.selfstab.interval.Interval;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** A certification as a referee reads it at a glance. */
final class CertificationText {

    private static final String ROW = "  %-14s  %-37s %-44s %-12s  %s";

    private final CertificationResult certification;
    private final StringBuilder text = new StringBuilder();

    CertificationText(CertificationResult certification) {
        this.certification = certification;
    }

    String write() {
        line("%s: %s", certification.problem().title(), VerdictLine.of(certification));
        line("  end      %s", certification.verification().description());
        certification.verification().cutHorizon().ifPresent(note -> line("  note     %s", note));
        line("  enclosed %s", certification.steps() < 0 ? "nothing" : "t = 0 to " + certification.steps());
        certification.radii().ifPresent(this::radii);
        certification.tube().ifPresent(this::norms);
        line("");
        line(ROW, "verdict", "quantity", "lies in", "threshold", "worst t");
        certification.claims().forEach(this::claim);
        line("");
        line("  evidence: interval arithmetic with outward rounding; the run in doubles only proposed the centres");
        return text.toString();
    }

    private void radii(Radii radii) {
        line("");
        line("  the exact points are within these Euclidean distances of the numeric ones, at every step:");
        line(
                "    theta_t  %s    dagger_t  %s    v*_t  %s",
                up(radii.iterate()), up(radii.constrained()), up(radii.predicted()));
        line(
                "  each dagger_t is the only solution of its equations within %s in each unknown",
                down(radii.uniqueness()));
    }

    private void norms(TubeNorms tube) {
        line("  within %s of each dagger_t: rho_3 <= %s, rho_4 <= %s", tube.radius(), tube.third(), tube.fourth());
    }

    private void claim(CertifiedClaim claim) {
        Verdict verdict = claim.verdict();
        line(
                ROW,
                verdict.status().word(),
                claim.quantity().ascii(),
                interval(claim.value()),
                verdict.bound().map(CertificationText::threshold).orElse("-"),
                verdict.witness().map(w -> Integer.toString(w.step())).orElse("-"));
        line("      %s: %s", claim.name(), verdict.reason());
        if (verdict.status() == Verdict.Status.FAILS) {
            verdict.witness().ifPresent(witness -> witness(claim, witness));
        }
    }

    private void witness(CertifiedClaim claim, Witness witness) {
        boolean beforeEdge = certification.steps() < 0 && claim.name().equals(Claims.EDGE_REACHED.key());
        String point = beforeEdge ? "theta_" : "dagger_";
        String direction = witness.direction().isEmpty() ? "" : ", direction " + witness.direction();
        line("      witness: %s%d = %s%s", point, witness.step(), witness.point(), direction);
    }

    static String threshold(Bound bound) {
        String sense = bound.sense() == Bound.Sense.AT_MOST ? "<= " : ">= ";
        return bound.threshold() == Double.MIN_VALUE ? "> 0" : sense + ConstantsTable.digits(bound.threshold());
    }

    /** Endpoints in full: rounding them to fewer digits would give up what was proved. */
    static String interval(Interval interval) {
        return interval.lower() == Double.NEGATIVE_INFINITY && interval.upper() < Double.POSITIVE_INFINITY
                ? "<= " + interval.upper()
                : interval.toString();
    }

    private static String up(double bound) {
        return String.format(Locale.ROOT, "%.2e", bound * 1.01);
    }

    private static String down(double bound) {
        return String.format(Locale.ROOT, "%.2e", bound * 0.99);
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
