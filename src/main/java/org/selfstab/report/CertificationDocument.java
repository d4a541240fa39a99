package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifiedClaim;
import org.selfstab.certify.Radii;
import org.selfstab.certify.TubeNorms;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.OutwardDigits;
import org.selfstab.document.Table;
import org.selfstab.interval.Interval;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** A certification as a referee reads it. */
public final class CertificationDocument {

    /** Of distances between exact points and numeric ones. */
    private static final int DIGITS = 3;

    private final CertificationResult certification;

    private CertificationDocument(CertificationResult certification) {
        this.certification = certification;
    }

    /**
     * What {@code certify} shows.
     *
     * @param check what the checker says of the certificate, where it is to stand here
     */
    public static Report report(RunRecord run, CertificationResult certification, Optional<CheckedCertificate> check) {
        return Report.of(
                run,
                new CertificationDocument(certification).document(check),
                "certification",
                () -> CertificationSummary.of(certification, check));
    }

    private Document document(Optional<CheckedCertificate> check) {
        Document.Builder document =
                new Document.Builder(certification.problem().title().toString(), verdictLine(certification));
        document.status(certification.status())
                .facts(ProblemFacts.of(certification.problem()))
                .fact("end", certification.verification().description())
                .fact("enclosed", enclosed(certification));
        certification.radii().ifPresent(radii -> distances(document, radii));
        certification.tube().ifPresent(tube -> document.fact("tube", norms(tube)));
        certification.verification().cutHorizon().ifPresent(document::note);
        OwnRecheck.tell(check, document);
        return document.table(claims())
                .restingOn("interval arithmetic with outward rounding; the run in doubles only proposed the centres");
    }

    /** From which to which step a run is enclosed. */
    static String enclosed(CertificationResult run) {
        return run.steps() < 0 ? "nothing" : "t = 0 to " + run.steps();
    }

    private static void distances(Document.Builder document, Radii radii) {
        document.fact(
                "distances",
                "the exact points are within these Euclidean distances of the numeric ones, at every step: theta_t "
                        + OutwardDigits.up(radii.iterate(), DIGITS) + ", dagger_t "
                        + OutwardDigits.up(radii.constrained(), DIGITS) + ", v*_t "
                        + OutwardDigits.up(radii.predicted(), DIGITS));
        document.fact(
                "unique",
                "each dagger_t is the only solution of its equations within "
                        + OutwardDigits.down(radii.uniqueness(), DIGITS) + " in each unknown");
    }

    private static String norms(TubeNorms tube) {
        return "within " + tube.radius() + " of each dagger_t: rho_3 <= " + tube.third() + ", rho_4 <= "
                + tube.fourth();
    }

    /** Those of one name stand below it. */
    private Table claims() {
        List<Table.Line> lines = new ArrayList<>();
        String name = "";
        for (CertifiedClaim claim : certification.claims()) {
            if (!claim.name().equals(name)) {
                lines.add(new Table.Heading(claim.name(), Optional.empty()));
            }
            name = claim.name();
            Verdict verdict = claim.verdict();
            List<String> remarks = new ArrayList<>(List.of(verdict.reason()));
            if (verdict.status() == Verdict.Status.FAILS) {
                verdict.witness().ifPresent(witness -> remarks.add(place(claim, witness)));
            }
            lines.add(new Table.Row(
                    List.of(
                            Cell.status(verdict.status()),
                            quantity(claim),
                            enclosure(claim),
                            Cell.threshold(verdict.bound()),
                            Cell.count(verdict.witness().map(Witness::step))),
                    remarks));
        }
        return Table.of(
                "Conditions and conclusions of the exact run",
                List.of(
                        Table.Column.words("verdict"),
                        Table.Column.words("quantity"),
                        Table.Column.words("lies in"),
                        Table.Column.numbers("threshold"),
                        Table.Column.numbers("worst t")),
                lines);
    }

    private String place(CertifiedClaim claim, Witness witness) {
        boolean beforeEdge = certification.steps() < 0 && claim.name().equals(Claims.EDGE_REACHED.key());
        String point = beforeEdge ? "theta_" : "dagger_";
        String direction = witness.direction().isEmpty() ? "" : ", direction " + witness.direction();
        return "witness: " + point + witness.step() + " = " + witness.point() + direction;
    }

    /** The quantity of a claim. */
    static Cell quantity(CertifiedClaim claim) {
        return Cell.formula(claim.quantity());
    }

    /** What contains it. */
    static Cell enclosure(CertifiedClaim claim) {
        return enclosure(claim.value());
    }

    /** An interval that contains a number. */
    static Cell enclosure(Interval interval) {
        return new Cell.Enclosure(interval.lower(), interval.upper());
    }

    /** Of a certified run. */
    static String verdictLine(CertificationResult certification) {
        String steps = certification.steps() < 0 ? "" : " up to t = " + certification.steps();
        Tally claims = certified(steps);
        certification.claims().forEach(claim -> claims.add(claim.name(), status(claim)));
        VerdictLine line = new VerdictLine().early(certification.verification());
        if (!certification.isOfTheWholeRun()) {
            line.add(certification.steps() < 0 ? "nothing is enclosed" : "the run is enclosed only" + steps);
        }
        return line.add(claims.text()).write();
    }

    static Tally certified(String steps) {
        return new Tally("claim", "claims").holding("is certified to hold" + steps, "are certified to hold" + steps);
    }

    static Verdict.Status status(CertifiedClaim claim) {
        return claim.verdict().status();
    }
}
