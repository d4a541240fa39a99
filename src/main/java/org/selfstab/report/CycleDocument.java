package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.selfstab.certify.CycleExponents;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.certify.region.TwoCycleCertifier;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Verdict;

/** An orbit of period two as a referee reads it. */
public final class CycleDocument {

    private final TwoCycleResult certification;

    private CycleDocument(TwoCycleResult certification) {
        this.certification = certification;
    }

    /**
     * What {@code certify-cycle} shows: what was proved, or that nothing was.
     *
     * @param check what the checker says of the certificate, where it is to stand here
     */
    public static Report report(RunRecord run, TwoCycleResult certification, Optional<CheckedCertificate> check) {
        return Report.of(
                run,
                new CycleDocument(certification).document(check),
                "cycle-certification",
                () -> CycleSummary.of(certification, check));
    }

    private Document document(Optional<CheckedCertificate> check) {
        Document.Builder document = new Document.Builder(
                        certification.problem().title().toString(), verdictLine(certification))
                .status(certification.status())
                .fact("loss", Cell.code(certification.problem().loss().toString()))
                .fact(
                        "with",
                        Cell.code(ProblemFacts.equations(
                                certification.problem().parameters().values())));
        OwnRecheck.tell(check, document);
        certification
                .orbit()
                .ifPresentOrElse(
                        orbit -> {
                            document.table(claims(orbit)).table(points(orbit));
                            orbit.exponents().ifPresent(exponents -> document.table(exponents(exponents)));
                        },
                        () -> document.table(table(List.of(row(
                                Verdict.Status.UNDECIDED,
                                certification.obstacle().orElseThrow())))));
        return document.restingOn("Krawczyk's test and Stein's equation in interval arithmetic");
    }

    private Table claims(TwoCycleResult.Orbit orbit) {
        return table(List.of(
                row(
                        Verdict.Status.HOLDS,
                        certification.problem().optimizer().name() + " has an orbit of period " + inWords()
                                + " with the points below" + others()),
                row(
                        Verdict.Status.HOLDS,
                        (certification.period() == 2
                                        ? "no other point of period one or two lies within "
                                        : "no other point of a period that divides it lies within ")
                                + orbit.uniquenessRadius()
                                + " of the first in each coordinate"),
                row(orbit.stable(), stability(orbit))));
    }

    /** The equations of the points know the optimizer by its edge alone. */
    private String others() {
        Problem problem = certification.problem();
        return certification.period() != 2
                        || problem.isGradientDescent()
                        || problem.adaptive().isPresent()
                ? ""
                : ", as every linear optimizer has with the same edge S_c = " + ProblemFacts.number(problem.edge());
    }

    private String inWords() {
        return certification.period() == 2 ? "two" : Integer.toString(certification.period());
    }

    private String modulus(TwoCycleResult.Orbit orbit) {
        return orbit.spectralRadius()
                .filter(Interval::isFinite)
                .map(radius -> "; the largest modulus of an eigenvalue of " + inWords()
                        + (certification.period() == 1 ? " step is in " : " steps is in ") + radius
                        + orbit.perStep(certification.period())
                                .filter(root -> certification.period() > 1)
                                .map(root -> ", in a step its root, in " + root)
                                .orElse(""))
                .orElse("");
    }

    private static Table table(List<Table.Row> rows) {
        return Table.titled("What was proved", List.of("verdict", "claim"), rows);
    }

    private static Table.Row row(Verdict.Status status, String claim) {
        return Table.row(Cell.status(status), Cell.words(claim));
    }

    private Table points(TwoCycleResult.Orbit orbit) {
        if (certification.period() != 2) {
            return pointsOfMany(orbit);
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < orbit.first().size(); i++) {
            rows.add(Table.row(
                    Cell.code(certification.coordinates().get(i)),
                    CertificationDocument.enclosure(orbit.first().get(i)),
                    CertificationDocument.enclosure(orbit.second().get(i))));
        }
        return Table.titled("The orbit", List.of("variable", "first point in", "second point in"), rows);
    }

    /** One row for each coordinate of each point. */
    private Table pointsOfMany(TwoCycleResult.Orbit orbit) {
        List<Table.Row> rows = new ArrayList<>();
        for (int k = 0; k < orbit.points().size(); k++) {
            for (int i = 0; i < orbit.first().size(); i++) {
                rows.add(Table.row(
                        Cell.count(k),
                        Cell.code(certification.coordinates().get(i)),
                        CertificationDocument.enclosure(orbit.points().get(k).get(i))));
            }
        }
        return Table.titled("The orbit", List.of("point", "variable", "in"), rows);
    }

    private static Table exponents(CycleExponents found) {
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < found.exponents().size(); i++) {
            rows.add(Table.row(
                    Cell.count(i + 1),
                    CertificationDocument.enclosure(found.exponents().get(i)),
                    CertificationDocument.enclosure(found.sharpnessExponents().get(i))));
        }
        rows.add(Table.row(
                Cell.words("dimension"),
                CertificationDocument.enclosure(found.kaplanYorke()),
                CertificationDocument.enclosure(found.sharpnessDimension())));
        return Table.titled(
                "Lyapunov exponents, and the logarithms of singular values that the sharpness dimension is made of",
                List.of("j", "Lyapunov, Kaplan-Yorke", "sharpness"),
                rows);
    }

    private static String undecided(Interval spectralRadius) {
        return spectralRadius.isFinite()
                ? "its stability: the largest modulus of an eigenvalue is in " + spectralRadius
                        + ", about 1; with another step size it may be decided"
                : "its stability: the eigenvalues could not be bounded, which is tried in up to "
                        + TwoCycleCertifier.LARGEST_STATE + " variables, all copies counted";
    }

    private String stability(TwoCycleResult.Orbit orbit) {
        return switch (orbit.stable()) {
            case HOLDS -> "it is stable: nearby iterates converge to it" + modulus(orbit);
            case FAILS ->
                "it is not asymptotically stable by its linearisation: an eigenvalue is on or outside the unit circle"
                        + modulus(orbit);
            default -> undecided(orbit.spectralRadius().orElseThrow());
        };
    }

    /** Of an orbit of period two. */
    static String verdictLine(TwoCycleResult certification) {
        return certification
                .orbit()
                .map(orbit -> "an orbit of period " + (certification.period() == 2 ? "two" : certification.period())
                        + " exists, "
                        + switch (orbit.stable()) {
                            case HOLDS -> "and it is stable";
                            case FAILS -> "and it is not asymptotically stable by its linearisation";
                            default -> "and whether it is stable is undecided";
                        })
                .orElse("undecided: no orbit of period "
                        + (certification.period() == 2 ? "two" : certification.period()) + " was proved");
    }
}
