package org.selfstab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.selfstab.claims.ErrorOfMember;
import org.selfstab.claims.FamilyBound;
import org.selfstab.claims.FamilyBoundResult;
import org.selfstab.claims.FamilyConclusion;
import org.selfstab.claims.FamilyMember;
import org.selfstab.claims.FamilyOrder;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderFit;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.Verification;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.report.figure.FamilyFigures;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Notation;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;

/** A family as a researcher reads it: the conclusions on every member, the order of each error, and the members. */
public final class FamilyDocument {

    private final FamilyResult result;

    private FamilyDocument(FamilyResult result) {
        this.result = result;
    }

    /** What {@code family} shows. */
    public static Report report(RunRecord run, FamilyResult result) {
        return Report.of(run, new FamilyDocument(result).worded(), "family", () -> FamilySummary.of(result))
                .with(out -> FamilyCsv.write(result, out));
    }

    /** The page of a family, beside that of its problem. */
    public static Document page(FamilyResult result) {
        return new FamilyDocument(result).worded().titled(result.problem().title() + ": order of the errors");
    }

    private Document worded() {
        return document().reworded(result.wording());
    }

    private Document document() {
        Document.Builder document = new Document.Builder(
                        result.problem().title().toString(), verdictLine(result))
                .status(result.status())
                .facts(ProblemFacts.of(result.problem()))
                .fact(ProblemFacts.members(
                        result.family().parameter(),
                        result.members().stream().map(FamilyMember::value).toList()))
                .fact(
                        "runs",
                        result.arithmetic() + ", "
                                + result.options().projection().toString() + " projection, "
                                + result.options().frame().toString() + " frame")
                .figures(FamilyFigures.of(result))
                .table(conclusions());
        if (!result.bounds().isEmpty()) {
            document.table(bounds());
        }
        return document.table(orders())
                .table(members())
                .table(verdicts())
                .restingOn("numeric runs in " + result.arithmetic() + "; a slope over "
                        + result.members().size() + " members is not a proof of O(.)");
    }

    /** The swept parameter, and below it its values. */
    private Table.Column parameter() {
        String name = result.family().parameter();
        return new Table.Column(Cell.mathematics(name, LatexWriter.latex(Expression.symbol(name))), false);
    }

    /** A long fraction would be higher than a row of a paper. */
    private static Cell value(FamilyMember member) {
        return Cell.mathematics(member.value().toString(), ProblemFacts.inText(member.value()));
    }

    private Table conclusions() {
        List<Table.Line> lines = new ArrayList<>();
        for (FamilyConclusion found : result.conclusions()) {
            lines.add(AssessmentTables.heading(found.conclusion()));
            lines.add(AssessmentTables.row(found.weakest(), value(found.member())));
        }
        return Table.of(
                "What the theory concludes, on every member",
                Stream.concat(AssessmentTables.COLUMNS.stream(), Stream.of(parameter()))
                        .toList(),
                lines);
    }

    private Table bounds() {
        List<Table.Row> rows = result.bounds().stream().map(FamilyDocument::row).toList();
        return Table.of(
                "Bounds that the problem states of the largest constants",
                List.of(
                        Table.Column.words("verdict"),
                        Table.Column.words("stated in [expect]"),
                        Table.Column.numbers("largest"),
                        Table.Column.words("bound"),
                        parameter()),
                rows);
    }

    private static Table.Row row(FamilyBoundResult bound) {
        return new Table.Row(
                List.of(
                        Cell.status(bound.verdict().status()),
                        Cell.code(bound.bound().name()),
                        Cell.number(bound.largest().value()),
                        Cell.formula(notation(bound.bound())),
                        value(bound.largest().member())),
                bound.verdict().status() == Verdict.Status.UNDECIDED
                        ? bound.verdict().reason()
                        : "");
    }

    private static Notation notation(FamilyBound bound) {
        boolean isMost = bound.sense() == Bound.Sense.AT_MOST;
        String value = bound.value().toString();
        return new Notation(
                (isMost ? "<= " : ">= ") + value,
                (isMost ? "≤ " : "≥ ") + value,
                "$" + (isMost ? "\\le " : "\\ge ") + LatexWriter.latex(bound.value()) + "$");
    }

    private Table orders() {
        List<Table.Row> rows = result.orders().stream().map(FamilyDocument::row).toList();
        return Table.of(
                        "Order of the errors, at least 1 by the theory",
                        List.of(
                                Table.Column.words("error"),
                                Table.Column.words("in units of"),
                                Table.Column.numbers("slope"),
                                Table.Column.numbers("std error"),
                                Table.Column.numbers("margin"),
                                Table.Column.numbers("finest"),
                                Table.Column.numbers(Notation.words("in ").then(Quantities.EPSILON.symbol())),
                                Table.Column.words("at least 1")),
                        rows)
                .note(
                        "std error: of the slope. margin: Student's quantile (95%, one-sided) times the standard error; the"
                                + " points bend rather than scatter. finest: the slope between the two finest members. in eps: the"
                                + " slope of the relative error in eps.");
    }

    private static Table.Row row(FamilyOrder order) {
        Optional<OrderFit> fit = order.fit();
        return new Table.Row(
                List.of(
                        Cell.phrase(order.statement().title()),
                        Cell.formula(order.statement().unit()),
                        Cell.slope(fit.map(OrderFit::slope)),
                        Cell.slope(fit.map(OrderFit::standardError)),
                        Cell.slope(fit.map(OrderFit::margin)),
                        Cell.slope(fit.map(OrderFit::finest)),
                        Cell.slope(fit.map(OrderFit::slopeInEpsilon)),
                        Cell.status(order.verdict().status())),
                order.verdict().reason());
    }

    private Table members() {
        List<Table.Column> columns = new ArrayList<>(List.of(parameter(), Table.Column.words("conclusions")));
        columns.add(Table.Column.numbers("steps"));
        Stream.concat(
                        Stream.of(
                                Quantities.EPSILON.symbol(),
                                Quantities.DELTA.symbol(),
                                Notation.formula("max|v-v*|", "max |v − v*|", "\\max |v - v^*|")),
                        Arrays.stream(OrderStatement.values()).map(OrderStatement::symbol))
                .map(Table.Column::numbers)
                .forEach(columns::add);
        columns.add(Table.Column.numbers("periods"));
        return Table.of(
                        "Members of the family",
                        columns,
                        result.members().stream().map(FamilyDocument::row).toList())
                .note(
                        "C_x, C_loss: |mean / asserted - 1| / eps of (27), over whole periods of runs three times as long,"
                                + " whose ends are interpolated between steps.");
    }

    private static Table.Row row(FamilyMember member) {
        Verification run = member.verification();
        Optional<RunConstants> constants = run.constants();
        List<Cell> cells = new ArrayList<>(List.of(
                value(member),
                Cell.status(member.assessment().ofConclusions()),
                Cell.count(constants.map(RunConstants::steps)),
                Cell.number(constants.flatMap(RunConstants::epsilon).map(Extremum::value)),
                Cell.number(constants.flatMap(RunConstants::delta).map(Extremum::value)),
                Cell.number(OrderStatement.COUPLING.error(member).map(ErrorOfMember::error))));
        for (OrderStatement statement : OrderStatement.values()) {
            cells.add(Cell.number(statement.error(member).map(ErrorOfMember::constant)));
        }
        cells.add(Cell.count(member.averages().map(PeriodAverages::periods)));
        return new Table.Row(
                cells,
                Stream.of(
                                run.isComplete() ? Optional.<String>empty() : Optional.of(run.description()),
                                run.cutHorizon())
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Table verdicts() {
        List<Table.Column> columns = new ArrayList<>(List.of(parameter()));
        Claims.conclusions().stream()
                .map(conclusion -> Table.Column.words(conclusion.title()))
                .forEach(columns::add);
        List<Table.Row> rows = new ArrayList<>();
        for (FamilyMember member : result.members()) {
            List<Cell> cells = new ArrayList<>(List.of(value(member)));
            member.assessment().conclusions().forEach(found -> cells.add(Cell.status(found.status())));
            rows.add(new Table.Row(cells, ""));
        }
        return Table.of("Conclusions on each member", columns, rows);
    }

    /** Of a family: each conclusion on all members, the orders, and the bounds that the problem states. */
    static String verdictLine(FamilyResult result) {
        Tally conclusions = new Tally("conclusion", "conclusions").otherwise("on some members");
        result.conclusions()
                .forEach(found -> conclusions.add(
                        found.conclusion().title(), found.weakest().verdict().status()));
        Tally bounds = new Tally("stated bound", "stated bounds");
        result.bounds()
                .forEach(bound ->
                        bounds.add(bound.bound().name(), bound.verdict().status()));
        Tally orders = VerdictLine.orders();
        result.orders()
                .forEach(order -> orders.add(
                        VerdictLine.withoutAside(order.statement().title().ascii()),
                        order.verdict().status()));
        Map<String, Verification> members = new LinkedHashMap<>();
        for (FamilyMember member : result.members()) {
            members.put(member.value().toString(), member.verification());
        }
        return new VerdictLine()
                .early(result.family().parameter(), members)
                .add("on " + VerdictLine.counted(members.size(), "member") + ", " + conclusions.text())
                .add(orders.text())
                .add(bounds.text())
                .epsilon(members.values().stream())
                .write();
    }
}
