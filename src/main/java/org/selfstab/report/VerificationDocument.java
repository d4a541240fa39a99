package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.UnstableEigenvalues;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.claims.observation.RunReadings;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Extremum;

/** A verification, or the conditions on a run alone, as a researcher reads it. */
public final class VerificationDocument {

    private final VerificationResult verified;
    private final Verification verification;
    private final Assessment assessment;

    private VerificationDocument(VerificationResult verified) {
        this.verified = verified;
        this.verification = verified.verification();
        this.assessment = verified.assessment();
    }

    /** What {@code verify} shows: the constants, and the conclusions with the conditions that fail. */
    public static Report report(RunRecord run, VerificationResult verified) {
        VerificationDocument document = new VerificationDocument(verified);
        return Report.of(
                run, document.worded(document.conclusions()), "verification", () -> VerificationSummary.of(verified));
    }

    /** What {@code check} shows: every condition. */
    public static Report conditions(RunRecord run, VerificationResult verified) {
        VerificationDocument document = new VerificationDocument(verified);
        return Report.of(run, document.worded(document.conditions()), "check", () -> CheckSummary.of(verified));
    }

    /** The page of a verified problem: its figures, conclusions, constants and conditions. */
    public static Document page(VerificationResult verified, FigureSet figures) {
        VerificationDocument document = new VerificationDocument(verified);
        AssessmentTables tables = new AssessmentTables(document.assessment);
        Document page = document.conclusions().with(tables.conditions());
        return document.worded(tables.planes().map(page::with).orElse(page)).with(figures);
    }

    private Document worded(Document document) {
        return document.reworded(verified.wording());
    }

    private Document conclusions() {
        Document.Builder document = new Document.Builder(title(), verdictLine(verified));
        document.status(assessment.ofConclusions()).facts(ProblemFacts.of(verified.problem()));
        describe(document);
        document.table(new AssessmentTables(assessment).conclusions());
        verification.constants().ifPresent(constants -> document.table(table(constants)));
        return document.restingOn(evidence());
    }

    private Document conditions() {
        Document.Builder document = new Document.Builder(title(), conditionsLine(verified));
        document.status(assessment.ofConditions()).facts(ProblemFacts.of(verified.problem()));
        describe(document);
        AssessmentTables tables = new AssessmentTables(assessment);
        document.table(tables.conditions());
        tables.planes().ifPresent(document::table);
        return document.restingOn(evidence());
    }

    private String title() {
        return verified.problem().title().toString();
    }

    private String evidence() {
        return "numeric run in " + verification.arithmetic() + ", not a proof";
    }

    /** How the run was made, and how it ended. */
    private void describe(Document.Builder document) {
        document.fact(
                "run",
                verification.arithmetic()
                        + (verified.problem().adaptive().isPresent()
                                ? ", constrained run and prediction (59)"
                                : ", " + verification.projection() + " projection, " + verification.frame()
                                        + " frame"));
        verification
                .edgeStep()
                .filter(step -> step > 0)
                .ifPresent(step -> document.fact("edge", "t = 0 is step " + step + " of the optimizer"));
        verification.failedBefore().ifPresent(failure -> document.fact("edge", failure.description()));
        document.fact("end", verification.description());
        verification.constants().ifPresent(constants -> document.fact("eta S", sharpness(constants.iterates())));
        verification.unstable().ifPresent(several -> describe(document, several));
        verified.problem().penalty().ifPresent(penalty -> verification
                .constants()
                .ifPresent(constants -> document.fact(
                        "bare S",
                        bareSharpness(
                                constants.iterates(),
                                0.5 * RealValue.of(verified.problem().edge()),
                                RealValue.of(penalty)))));
        verified.precision().ifPresent(precision -> compare(document, precision));
        verified.crossCheck().ifPresent(check -> document.fact("derivatives", check.description()));
        verification.remarks().forEach(document::note);
    }

    private static void describe(Document.Builder document, UnstableEigenvalues several) {
        document.fact(
                "unstable",
                several.k() + " eigenvalues are followed" + (several.changes().isEmpty() ? "" : " at most")
                        + " (theory.md section 11), "
                        + (several.isGiven() ? "as the problem states" : "found at the edge")
                        + "; delta is d of (41)");
        UnstableEigenvalues.Covariance sigma = several.start();
        document.fact(
                "Sigma",
                "at t = 0: " + matrix(sigma.matrix()) + ", of rank " + sigma.rank() + " and eigenvalues "
                        + list(sigma.eigenvalues()) + uniqueness(sigma));
        document.fact(
                "means",
                "of X X^T over all steps" + (several.changes().isEmpty() ? "" : " before k changes") + ": "
                        + matrix(several.meanSquare()) + ", of Sigma: "
                        + matrix(several.meanCovariance())
                        + several.distanceOfMeans()
                                .map(distance -> (several.isUnique()
                                                ? "; they differ by "
                                                : "; their traces, which alone are unique, differ by ")
                                        + digits(distance) + " of tr Sigma")
                                .orElse(""));
        several.events().forEach(event -> document.fact("events", event.atEdge()));
        several.changes().forEach(change -> document.fact("events", change.followed()));
    }

    private static String uniqueness(UnstableEigenvalues.Covariance sigma) {
        if (sigma.isUnique()) {
            return "";
        }
        return "; Sigma is not unique: the eigenvalues do not change independently of each other, so that (38) has other solutions; "
                + (sigma.isTraceUnique()
                        ? "all have the trace " + digits(sigma.trace())
                        : "nor is its trace, so that delta and the constants' units are those of one of them");
    }

    private static String matrix(List<List<Double>> rows) {
        return rows.stream().map(VerificationDocument::list).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String list(List<Double> numbers) {
        return numbers.stream().map(VerificationDocument::digits).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String sharpness(RunConstants.IterateSharpness iterates) {
        return digits(iterates.first()) + " at t = 0, at most "
                + digits(iterates.largest().value()) + " at t = "
                + iterates.largest().step() + ", " + digits(iterates.last().value()) + " at t = "
                + iterates.last().step() + "; the edge of stability is at 2";
    }

    /** Without the penalty of weight decay. */
    private static String bareSharpness(RunConstants.IterateSharpness iterates, double unit, double penalty) {
        return digits(unit * iterates.first() - penalty) + " at t = 0, at most "
                + digits(unit * iterates.largest().value() - penalty) + " at t = "
                + iterates.largest().step() + ", "
                + digits(unit * iterates.last().value() - penalty) + " at t = "
                + iterates.last().step() + ", of the loss without decay; its edge is at " + digits(2 * unit - penalty);
    }

    private void compare(Document.Builder document, VerificationResult.PrecisionComparison comparison) {
        comparison
                .drift()
                .ifPresent(drift -> document.fact(
                        "doubles",
                        "double iterates drift from these by at most " + digits(drift.value())
                                + " (|theta_t| difference), worst at t = " + drift.step()));
        Optional<RunConstants> precise = verification.constants();
        Optional<RunConstants> rounded = comparison.inDouble().constants();
        document.fact(
                "doubles",
                "relative difference of the constants in double precision: "
                        + Stream.of(
                                        RunReadings.COUPLING,
                                        RunReadings.LOSS,
                                        RunReadings.SHARPNESS,
                                        RunReadings.IMPLICIT_BIAS,
                                        RunReadings.DESCENT)
                                .map(constant -> constant.symbol().ascii() + " "
                                        + difference(precise.flatMap(constant::of), rounded.flatMap(constant::of)))
                                .collect(Collectors.joining(", ")));
    }

    private static String difference(Optional<Extremum> precise, Optional<Extremum> rounded) {
        return precise.flatMap(p -> rounded.map(r -> digits(Math.abs(r.value() / p.value() - 1.0))))
                .orElse("undefined");
    }

    private static String digits(double value) {
        return Cell.number(value).text();
    }

    /** theory.md section 9, for one run. */
    private static Table table(RunConstants constants) {
        List<Table.Row> rows = new ArrayList<>();
        for (RunReadings constant : RunReadings.values()) {
            Optional<Extremum> extreme = constant.of(constants);
            if (constant == RunReadings.SECOND_MOMENTS && extreme.isEmpty()) {
                continue;
            }
            rows.add(Table.row(
                    Cell.formula(constant.symbol()),
                    extreme.map(found -> Cell.number(found.value())).orElse(Cell.words("undefined")),
                    Cell.count(extreme.map(Extremum::step)),
                    Cell.phrase(constant.definition())));
        }
        Table table = Table.of(
                "Constants of the run",
                List.of(
                        Table.Column.words("constant"),
                        Table.Column.numbers("value"),
                        Table.Column.numbers("worst t"),
                        Table.Column.words("what it is")),
                rows);
        return constants
                .undefinedOscillation()
                .map(first -> table.note("no progressive sharpening: alpha_t = " + digits(first.value()) + " at t = "
                        + first.step()
                        + " is not positive beyond rounding, so delta and the constants in its units are undefined; the theorem"
                        + " does not apply to this run"))
                .orElse(table);
    }

    /** Of a run: its conclusions and conditions. */
    static String verdictLine(VerificationResult verified) {
        Assessment assessment = verified.assessment();
        return new VerdictLine()
                .early(verified.verification())
                .add(VerdictLine.together(VerdictLine.conclusions(assessment), VerdictLine.conditions(assessment)))
                .epsilon(Stream.of(verified.verification()))
                .write();
    }

    /** Of the conditions on a run alone. */
    static String conditionsLine(VerificationResult verified) {
        return new VerdictLine()
                .early(verified.verification())
                .add(VerdictLine.conditions(verified.assessment()))
                .epsilon(Stream.of(verified.verification()))
                .write();
    }
}
