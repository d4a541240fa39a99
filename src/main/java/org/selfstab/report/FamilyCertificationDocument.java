package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.FamilyClaim;
import org.selfstab.claims.Verification;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.expression.Expression;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;

/** The certification of a family as a referee reads it: the claims on all members, then its members, with their conclusions and what does not hold of them. */
public final class FamilyCertificationDocument {

    private final FamilyCertification certification;

    private FamilyCertificationDocument(FamilyCertification certification) {
        this.certification = certification;
    }

    /**
     * What {@code certify --family} shows.
     *
     * @param check what the checker says of the certificate, where it is to stand here
     */
    public static Report report(RunRecord run, FamilyCertification certification, Optional<CheckedCertificate> check) {
        return Report.of(
                run,
                new FamilyCertificationDocument(certification).document(check),
                "family-certification",
                () -> FamilyCertificationSummary.of(certification, check));
    }

    private Document document(Optional<CheckedCertificate> check) {
        Document.Builder document = new Document.Builder(
                        certification.problem().title().toString(), verdictLine(certification))
                .status(certification.status())
                .facts(ProblemFacts.of(certification.problem()))
                .fact(ProblemFacts.members(
                        certification.family().parameter(),
                        certification.family().values()));
        OwnRecheck.tell(check, document);
        return document.table(onAll())
                .table(members())
                .table(onEach())
                .restingOn("interval arithmetic with outward rounding; the runs in doubles only proposed the centres");
    }

    private Table onAll() {
        List<Table.Line> lines = new ArrayList<>();
        for (FamilyClaim found : certification.claims()) {
            CertifiedClaim claim = found.claim();
            Verdict verdict = claim.verdict();
            lines.add(new Table.Heading(claim.name(), Optional.of(claim.quantity())));
            lines.add(new Table.Row(
                    List.of(
                            Cell.status(verdict.status()),
                            found.member().isEmpty() ? Cell.none() : CertificationDocument.enclosure(claim),
                            Cell.threshold(verdict.bound()),
                            found.member().map(this::equation).orElse(Cell.none())),
                    verdict.status() == Verdict.Status.UNDECIDED ? verdict.reason() : ""));
        }
        return Table.titled("On all members", List.of("verdict", "lies in", "threshold", "largest at"), lines);
    }

    private Table members() {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < certification.members().size(); i++) {
            CertificationResult member = certification.members().get(i);
            rows.add(new Table.Row(
                    List.of(
                            Cell.status(member.status()),
                            equation(certification.family().values().get(i)),
                            Cell.words(CertificationDocument.enclosed(member)),
                            Cell.words(counts(member.claims()))),
                    member.verification()
                            .cutHorizon()
                            .map(note -> "note: " + note)
                            .orElse("")));
        }
        return Table.titled("The members", List.of("verdict", "member", "enclosed", "claims"), rows);
    }

    private Cell equation(Expression value) {
        return Cell.phrase(ProblemFacts.equation(certification.family().parameter(), value));
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

    private Table onEach() {
        Set<String> conclusions = Claims.conclusions().stream()
                .map(conclusion -> conclusion.measure().key())
                .collect(Collectors.toSet());
        List<Table.Line> lines = new ArrayList<>();
        for (int i = 0; i < certification.members().size(); i++) {
            CertificationResult member = certification.members().get(i);
            lines.add(new Table.Heading(
                    certification.family().parameter() + " = "
                            + certification.family().values().get(i) + ", "
                            + (member.steps() < 0 ? "no step enclosed" : CertificationDocument.enclosed(member))
                            + (member.steps() < 0 || member.isOfTheWholeRun() ? "" : ", not up to the horizon"),
                    Optional.empty()));
            member.claims().stream()
                    .filter(claim -> conclusions.contains(claim.name())
                            || claim.verdict().status() != Verdict.Status.HOLDS)
                    .map(FamilyCertificationDocument::row)
                    .forEach(lines::add);
        }
        return Table.of(
                "The conclusions on each member, and whatever does not hold of it",
                List.of(
                        Table.Column.words("verdict"),
                        Table.Column.words("claim"),
                        Table.Column.words("quantity"),
                        Table.Column.words("lies in"),
                        Table.Column.words("threshold")),
                lines);
    }

    private static Table.Row row(CertifiedClaim claim) {
        Verdict verdict = claim.verdict();
        return new Table.Row(
                List.of(
                        Cell.status(verdict.status()),
                        Cell.words(claim.name()),
                        CertificationDocument.quantity(claim),
                        CertificationDocument.enclosure(claim),
                        Cell.threshold(verdict.bound())),
                verdict.status() == Verdict.Status.HOLDS ? "" : verdict.reason());
    }

    /** Of a certified family: the claims on each member together, then those on all. */
    static String verdictLine(FamilyCertification certification) {
        Map<String, Verification> runs = new LinkedHashMap<>();
        List<String> partly = new ArrayList<>();
        Tally claims = CertificationDocument.certified("");
        for (int i = 0; i < certification.members().size(); i++) {
            CertificationResult member = certification.members().get(i);
            String value = certification.family().values().get(i).toString();
            runs.put(value, member.verification());
            if (!member.isOfTheWholeRun()) {
                partly.add(value);
            }
            member.claims().forEach(claim -> claims.add(claim.name(), CertificationDocument.status(claim)));
        }
        Tally onAll = new Tally("claim on all members", "claims on all members")
                .holding("is certified to hold", "are certified to hold");
        for (FamilyClaim claim : certification.claims()) {
            onAll.add(claim.claim().name(), CertificationDocument.status(claim.claim()));
        }
        VerdictLine line = new VerdictLine().early(certification.family().parameter(), runs);
        line.add(VerdictLine.members(
                certification.family().parameter(), partly, runs.size(), "not enclosed up to the horizon"));
        return line.add("on " + VerdictLine.counted(runs.size(), "member") + ", " + claims.text())
                .add(onAll.text())
                .write();
    }
}
