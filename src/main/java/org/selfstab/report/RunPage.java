package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.claims.Measured;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Witness;

/** The page of one verified problem: its figures, conclusions, conditions and constants. */
public final class RunPage {

    private static final List<String> MEASURES =
            List.of("verdict", "quantity", "value", "threshold", "worst step", "evidence");

    private RunPage() {}

    /**
     * The page.
     *
     * @param verified the problem and what its run gave
     * @param figures the run's figures
     */
    public static Document of(VerificationResult verified, FigureSet figures) {
        Verification verification = verified.verification();
        Assessment assessment = verified.assessment();
        List<Table> tables = new ArrayList<>();
        tables.add(conclusions(assessment));
        tables.add(conditions(assessment));
        verification.constants().map(RunPage::constants).ifPresent(tables::add);
        return new Document(
                verified.problem().title().toString(),
                Optional.of(Cell.status(assessment.ofConclusions())),
                facts(verified),
                figures.notes(),
                figures.figures(),
                figures.omissions(),
                figures.table(),
                tables,
                "numeric run in " + verification.arithmetic() + ", not a proof");
    }

    private static List<Document.Fact> facts(VerificationResult verified) {
        Verification verification = verified.verification();
        List<Document.Fact> facts = new ArrayList<>(ProblemFacts.of(verified.problem(), VerdictLine.of(verified)));
        facts.add(new Document.Fact(
                "run",
                verification.arithmetic() + ", " + verification.projection() + " projection, " + verification.frame()
                        + " frame"));
        verification
                .edgeStep()
                .filter(step -> step > 0)
                .ifPresent(
                        step -> facts.add(new Document.Fact("edge", "t = 0 is step " + step + " of gradient descent")));
        facts.add(new Document.Fact("end", verification.description()));
        verification.remarks().forEach(remark -> facts.add(new Document.Fact("note", remark)));
        return facts;
    }

    private static Table conclusions(Assessment assessment) {
        List<Table.Row> rows = new ArrayList<>();
        for (ConclusionResult conclusion : assessment.conclusions()) {
            rows.add(head(
                    conclusion.conclusion().title() + " ("
                            + conclusion.conclusion().formula() + ")",
                    conclusion.conclusion().statement()));
            conclusion.measures().forEach(measured -> rows.add(row(measured)));
        }
        return new Table("What the theory concludes, on this run", MEASURES, rows, Table.Filter.NONE);
    }

    private static Table conditions(Assessment assessment) {
        List<Table.Row> rows = new ArrayList<>();
        for (ConditionResult condition : assessment.conditions()) {
            rows.add(head(condition.name().title(), condition.name().statement()));
            condition.measures().forEach(measured -> rows.add(row(measured)));
        }
        return new Table("Conditions of the theory, on this run", MEASURES, rows, Table.Filter.NONE);
    }

    private static Table.Row head(String title, Notation statement) {
        return new Table.Row(List.of(), Optional.of(title + ": " + statement.unicode()));
    }

    private static Table.Row row(Measured measured) {
        Verdict verdict = measured.verdict();
        List<Cell> cells = List.of(
                Cell.status(verdict.status()),
                Cell.code(measured.quantity().unicode()),
                Cell.number(verdict.bound()
                        .map(bound -> ConstantsTable.digits(bound.value()))
                        .orElse("–")),
                Cell.number(verdict.bound().map(RunPage::threshold).orElse("–")),
                Cell.number(verdict.witness()
                        .map(witness -> Integer.toString(witness.step()))
                        .orElse("–")),
                Cell.evidence(verdict.evidence()));
        return new Table.Row(cells, remark(verdict));
    }

    private static String threshold(Bound bound) {
        return (bound.sense() == Bound.Sense.AT_MOST ? "≤ " : "≥ ") + ConstantsTable.brief(bound.threshold());
    }

    private static Optional<String> remark(Verdict verdict) {
        Optional<String> place = verdict.status() == Verdict.Status.FAILS
                ? verdict.witness()
                        .filter(witness -> !witness.point().isEmpty())
                        .map(RunPage::place)
                : Optional.empty();
        List<String> sentences = Stream.concat(
                        Stream.of(verdict.reason()).filter(reason -> !reason.isEmpty()), place.stream())
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
    }

    private static String place(Witness witness) {
        String direction = witness.direction().isEmpty() ? "" : ", direction " + witness.direction();
        return "witness: t = " + witness.step() + ", point " + witness.point() + direction;
    }

    private static Table constants(RunConstants constants) {
        List<Table.Row> rows = ConstantsTable.of(constants).rows().stream()
                .map(row -> Table.row(
                        Cell.code(row.symbol().unicode()),
                        Cell.number(row.value()),
                        Cell.number(row.step()),
                        Cell.text(row.definition().unicode())))
                .toList();
        return new Table(
                "Constants of the run",
                List.of("constant", "value", "worst step", "what it is"),
                rows,
                Table.Filter.NONE);
    }
}
