package org.selfstab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.selfstab.coq.FormalResult;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.report.JUnitXml.Case;
import org.selfstab.report.JUnitXml.Problem;
import org.selfstab.report.JUnitXml.Suite;
import org.selfstab.vocabulary.Verdict;

/** What {@code recheck} says of a certificate, for continuous integration. */
public final class RecheckJUnitXml {

    private RecheckJUnitXml() {}

    /**
     * What the checker says of a certificate's claims, and Coq of what it was given.
     *
     * @param certificate its file
     * @param coq empty if Coq was not asked
     */
    public static String write(Path certificate, RecheckResult result, Optional<List<FormalResult>> coq) {
        List<Case> cases = checked("", result, RecheckDocument.evidence(result, coq));
        coq.ifPresent(results -> results.forEach(proof -> cases.add(proved(proof))));
        return JUnitXml.write(List.of(new Suite(certificate.toString(), cases)));
    }

    /**
     * What the checker says of the certificate of a family.
     *
     * @param certificate its file
     */
    public static String write(Path certificate, FamilyRecheckReport report) {
        List<Case> cases = new ArrayList<>();
        for (RecheckResult member : report.members()) {
            cases.addAll(
                    checked(report.shown(member) + ": ", member, RecheckDocument.evidence(member, Optional.empty())));
        }
        report.claims().forEach(claim -> cases.add(checked("", claim, RecheckDocument.evidence(claim, false))));
        return JUnitXml.write(List.of(new Suite(certificate.toString(), cases)));
    }

    private static List<Case> checked(String prefix, RecheckResult result, List<String> evidence) {
        List<Case> cases = new ArrayList<>();
        for (CheckedClaim claim : result.claims()) {
            cases.add(checked(prefix, claim, evidence.get(cases.size())));
        }
        return cases;
    }

    /** A claim of a certificate: one that is confirmed passes, whatever its verdict; one that states nothing is skipped. */
    private static Case checked(String prefix, CheckedClaim claim, String evidence) {
        String name = prefix + claim.name() + ": " + claim.verdict();
        Optional<Problem> problem =
                switch (claim.outcome()) {
                    case CONFIRMED -> Optional.empty();
                    case REJECTED -> Optional.of(Problem.failure("rejected", claim.reason()));
                    case EMPTY -> Optional.of(Problem.skipped("empty: " + claim.reason()));
                };
        return new Case(name, 0, evidence, problem);
    }

    /** What is not accepted is not shown to be false. */
    private static Case proved(FormalResult proof) {
        return new Case(
                "Coq: " + proof.subject(),
                proof.seconds(),
                proof.accepted() ? Verdict.Evidence.FORMAL.name() : "",
                proof.accepted()
                        ? Optional.empty()
                        : Optional.of(Problem.skipped(
                                proof.outcome().word().toLowerCase(Locale.ROOT) + ": " + proof.reason())));
    }
}
