package org.selfstab.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.expression.Expression;
import org.selfstab.vocabulary.Verdict;

/** The certification of a family as a referee reads it at a glance: its members with what does not hold of them, then the claims on all. */
final class FamilyCertificationText {

    private static final String MEMBER = "  %-14s  %-24s %-20s %s";
    private static final String CLAIM = "  %-14s  %-24s %-27s %-44s %-12s  %s";
    private static final int MEMBER_CLAIM_INDENT = 6;

    private final FamilyCertification certification;
    private final StringBuilder text = new StringBuilder();

    FamilyCertificationText(FamilyCertification certification) {
        this.certification = certification;
    }

    String write() {
        line("%s: %s", certification.problem().title(), VerdictLine.of(certification));
        line("  loss     %s", certification.problem().loss());
        line(
                "  family   %s = %s",
                certification.family().parameter(),
                certification.family().values().stream()
                        .map(Expression::toString)
                        .collect(Collectors.joining(", ")));
        line("");
        line(MEMBER, "verdict", "member", "enclosed", "claims");
        for (int i = 0; i < certification.members().size(); i++) {
            member(
                    certification.family().values().get(i),
                    certification.members().get(i));
        }
        line("");
        line(CLAIM, "verdict", "on all members", "quantity", "lies in", "threshold", "largest at");
        certification.claims().forEach(this::claim);
        line("");
        line("  evidence: interval arithmetic with outward rounding; the runs in doubles only proposed the centres");
        return text.toString();
    }

    private void member(Expression value, CertificationResult member) {
        line(
                MEMBER,
                member.status().word(),
                shown(value),
                member.steps() < 0 ? "nothing" : "t = 0 to " + member.steps(),
                counts(member.claims()));
        member.verification().cutHorizon().ifPresent(note -> line("%snote: %s", " ".repeat(MEMBER_CLAIM_INDENT), note));
        member.claims().stream()
                .filter(claim -> claim.verdict().status() != Verdict.Status.HOLDS)
                .forEach(this::memberClaim);
    }

    private String shown(Expression value) {
        return certification.family().parameter() + " = " + value;
    }

    private static String counts(List<CertifiedClaim> claims) {
        return Arrays.stream(Verdict.Status.values())
                .filter(status -> count(claims, status) > 0)
                .map(status -> count(claims, status) + " " + status.word())
                .collect(Collectors.joining(", "));
    }

    private static long count(List<CertifiedClaim> claims, Verdict.Status status) {
        return claims.stream()
                .filter(claim -> claim.verdict().status() == status)
                .count();
    }

    private void memberClaim(CertifiedClaim claim) {
        line(
                "%s%s  %s: %s in %s%s; %s",
                " ".repeat(MEMBER_CLAIM_INDENT),
                claim.verdict().status().word(),
                claim.name(),
                claim.quantity().ascii(),
                CertificationText.interval(claim.value()),
                claim.verdict()
                        .bound()
                        .map(bound -> ", threshold " + CertificationText.threshold(bound))
                        .orElse(""),
                claim.verdict().reason());
    }

    private void claim(FamilyClaim claim) {
        Verdict verdict = claim.claim().verdict();
        line(
                CLAIM,
                verdict.status().word(),
                claim.claim().name(),
                claim.claim().quantity().ascii(),
                claim.member().isEmpty()
                        ? "-"
                        : CertificationText.interval(claim.claim().value()),
                verdict.bound().map(CertificationText::threshold).orElse("-"),
                claim.member().map(this::shown).orElse("-"));
        if (verdict.status() == Verdict.Status.UNDECIDED) {
            line("%s%s", " ".repeat(MEMBER_CLAIM_INDENT), verdict.reason());
        }
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).stripTrailing())
                .append('\n');
    }
}
