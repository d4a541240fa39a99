package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Verdict.Status;

/** A mean-square edge as a referee reads it. */
public final class MeanSquareCertificationDocument {

    private final MeanSquareCertification certification;

    private MeanSquareCertificationDocument(MeanSquareCertification certification) {
        this.certification = certification;
    }

    /**
     * What {@code certify} shows of a problem with noise at a minimum.
     *
     * @param check what the checker says of the certificate, where it is to stand here
     */
    public static Report report(
            RunRecord run, MeanSquareCertification certification, Optional<CheckedCertificate> check) {
        return Report.of(
                run,
                new MeanSquareCertificationDocument(certification).document(check),
                "edge-certification",
                () -> MeanSquareSummary.of(certification, check));
    }

    private Document document(Optional<CheckedCertificate> check) {
        Problem problem = certification.problem();
        Document.Builder document = new Document.Builder(problem.title().toString(), verdictLine(certification))
                .status(certification.status())
                .facts(ProblemFacts.of(problem))
                .fact("noise", NoiseDocument.noise(problem));
        OwnRecheck.tell(check, document);
        certification
                .edge()
                .ifPresentOrElse(
                        edge -> document.table(claims(edge)).table(minimum(edge)),
                        () -> document.table(table(List.of(
                                row(Status.UNDECIDED, certification.obstacle().orElseThrow())))));
        return document.restingOn("Krawczyk's test and Stein's equation of the second moment in interval arithmetic");
    }

    private static Table claims(MeanSquareCertification.Enclosure edge) {
        List<Table.Row> rows = new ArrayList<>(List.of(
                row(
                        Status.HOLDS,
                        "with eta = " + edge.below().stepSize()
                                + " the second moment of the linearization about the minimum decays"),
                row(Status.HOLDS, "with eta = " + edge.above().stepSize() + " it does not"),
                row(
                        Status.HOLDS,
                        edge.isOnly()
                                ? "eta_2, below which it decays and above which it does not, lies in " + edge.stepSize()
                                : "a step size at which its spectral radius is 1 lies in " + edge.stepSize())));
        if (!edge.isOnly()) {
            rows.add(
                    row(
                            Status.UNDECIDED,
                            "it is the only one: numbers show none below it, which is proved of gradient descent and heavy ball alone"));
        }
        return table(rows);
    }

    private static Table table(List<Table.Row> rows) {
        return Table.titled("What was proved", List.of("verdict", "claim"), rows);
    }

    private static Table.Row row(Status status, String claim) {
        return Table.row(Cell.status(status), Cell.words(claim));
    }

    private Table minimum(MeanSquareCertification.Enclosure edge) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < edge.minimum().size(); i++) {
            rows.add(Table.row(
                    Cell.code(certification.problem().variables().get(i).name()),
                    CertificationDocument.enclosure(edge.minimum().get(i))));
        }
        return Table.titled("The minimum", List.of("variable", "in"), rows);
    }

    /** Of a mean-square edge. */
    static String verdictLine(MeanSquareCertification certification) {
        return certification
                .edge()
                .map(edge -> "the mean-square edge lies in " + edge.stepSize()
                        + (edge.isOnly() ? "" : "; that it is the only one is undecided"))
                .orElse("undecided: no mean-square edge was enclosed");
    }
}
