package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.selfstab.claims.Measured;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.claims.order.ErrorOfMember;
import org.selfstab.claims.order.FamilyConclusion;
import org.selfstab.claims.order.FamilyMember;
import org.selfstab.claims.order.FamilyOrder;
import org.selfstab.claims.order.FamilyResult;
import org.selfstab.claims.order.OrderFit;
import org.selfstab.claims.order.OrderStatement;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.document.chart.FigureSet;
import org.selfstab.report.figure.FamilyFigures;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Verdict;

/** The page of a family: the order of each error, and the constants of its members. */
public final class FamilyPage {

    private FamilyPage() {}

    /** The page. */
    public static Document of(FamilyResult result) {
        FigureSet figures = FamilyFigures.of(result);
        return new Document(
                result.problem().title() + ": order of the errors",
                VerdictLine.of(result),
                Optional.of(Cell.status(result.status())),
                facts(result),
                List.of(),
                figures,
                List.of(conclusions(result), orders(result), members(result)),
                "numeric runs in " + result.arithmetic() + "; a slope over "
                        + result.members().size() + " members is not a proof of O(.)");
    }

    private static List<Document.Fact> facts(FamilyResult result) {
        List<Document.Fact> facts = new ArrayList<>(ProblemFacts.of(result.problem()));
        facts.add(Document.Fact.of(
                "family",
                result.members().stream()
                        .map(member -> member.value().toString())
                        .collect(Collectors.joining(", ", result.family().parameter() + " = ", ""))));
        return facts;
    }

    private static Table conclusions(FamilyResult result) {
        return Table.titled(
                "What the theory concludes, on every member",
                List.of(
                        "verdict",
                        "conclusion",
                        "quantity",
                        "value",
                        "threshold",
                        "worst step",
                        result.family().parameter(),
                        "evidence"),
                result.conclusions().stream().map(FamilyPage::row).toList());
    }

    private static Table.Row row(FamilyConclusion conclusion) {
        Measured weakest = conclusion.weakest();
        Verdict verdict = weakest.verdict();
        List<Cell> cells = List.of(
                Cell.status(verdict.status()),
                Cell.words(conclusion.conclusion().title() + " ("
                        + conclusion.conclusion().formula() + ")"),
                Cell.code(weakest.quantity().unicode()),
                brief(verdict.bound().map(Bound::value)),
                brief(verdict.bound().map(Bound::threshold)),
                Cell.digits(verdict.witness()
                        .map(witness -> Integer.toString(witness.step()))
                        .orElse("–")),
                Cell.code(conclusion.member().value().toString()),
                Cell.evidence(verdict.evidence()));
        return new Table.Row(cells, verdict.reason());
    }

    private static Table orders(FamilyResult result) {
        List<Table.Row> rows = result.orders().stream().map(FamilyPage::row).toList();
        return Table.titled(
                "Order of the errors, at least 1 by the theory",
                List.of(
                        "verdict",
                        "error",
                        "in units of",
                        "slope",
                        "standard error",
                        "margin",
                        "finest slope",
                        "evidence"),
                rows);
    }

    private static Table.Row row(FamilyOrder order) {
        Optional<OrderFit> fit = order.fit();
        List<Cell> cells = List.of(
                Cell.status(order.verdict().status()),
                Cell.words(order.statement().title().unicode()),
                Cell.code(order.statement().unit().unicode()),
                decimals(fit.map(OrderFit::slope)),
                decimals(fit.map(OrderFit::standardError)),
                decimals(fit.map(OrderFit::margin)),
                decimals(fit.map(OrderFit::finest)),
                Cell.evidence(order.verdict().evidence()));
        return new Table.Row(cells, order.verdict().reason());
    }

    private static Cell decimals(Optional<Double> value) {
        return Cell.digits(value.map(v -> String.format(Locale.ROOT, "%.3f", v)).orElse("–"));
    }

    private static Table members(FamilyResult result) {
        List<String> columns =
                new ArrayList<>(List.of("conclusions", "run", result.family().parameter(), "steps", "ε", "δ"));
        for (OrderStatement statement : OrderStatement.values()) {
            columns.add("constant of " + statement.title().unicode());
        }
        return Table.titled(
                "Members of the family",
                columns,
                result.members().stream().map(FamilyPage::row).toList());
    }

    private static Table.Row row(FamilyMember member) {
        Optional<RunConstants> constants = member.verification().constants();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.status(member.assessment().ofConclusions()));
        cells.add(Cell.words(member.verification().isComplete() ? "complete" : "left out"));
        cells.add(Cell.code(member.value().toString()));
        cells.add(Cell.digits(constants.map(c -> Integer.toString(c.steps())).orElse("–")));
        cells.add(brief(constants.flatMap(RunConstants::epsilon).map(e -> e.value())));
        cells.add(brief(constants.flatMap(RunConstants::delta).map(e -> e.value())));
        for (OrderStatement statement : OrderStatement.values()) {
            cells.add(brief(statement.error(member).map(ErrorOfMember::constant)));
        }
        Verification run = member.verification();
        return new Table.Row(
                cells,
                run.description() + run.cutHorizon().map(note -> "; " + note).orElse(""));
    }

    private static Cell brief(Optional<Double> value) {
        return Cell.digits(value.map(ConstantsTable::brief).orElse("–"));
    }
}
