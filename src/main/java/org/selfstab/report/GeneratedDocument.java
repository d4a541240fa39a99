package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.LatexWriter;
import org.selfstab.generate.GeneratedProblem;
import org.selfstab.run.RunRecord;

/** What is known of a generated problem, and from which request and seed it came. The problem itself is a problem file. */
public final class GeneratedDocument {

    private GeneratedDocument() {}

    /** What {@code generate} shows in every format but text. */
    public static Report report(RunRecord run, GeneratedProblem problem) {
        return Report.of(run, document(problem), "generated", () -> GeneratedSummary.of(problem));
    }

    private static Document document(GeneratedProblem problem) {
        Document.Builder document = new Document.Builder(problem.title(), GeneratedSummary.summary(problem))
                .fact("command", Cell.code(problem.command()))
                .fact("from", Cell.code(start(problem)));
        problem.horizon().ifPresent(horizon -> document.fact("horizon", Cell.code(horizon.toString())));
        if (!problem.family().isEmpty()) {
            document.fact(
                    "family",
                    Cell.code("alpha = "
                            + problem.family().stream()
                                    .map(Expression::toString)
                                    .collect(Collectors.joining(", "))));
        }
        List<Table.Row> known = new ArrayList<>();
        problem.expectations().forEach((name, value) -> known.add(Table.row(Cell.words(name), Cell.code(value))));
        List<Table.Row> parameters = new ArrayList<>();
        problem.parameters()
                .forEach((name, value) -> parameters.add(Table.row(
                        Cell.mathematics(name, LatexWriter.latex(Expression.symbol(name))),
                        Cell.mathematics(value.toString(), LatexWriter.latex(value)))));
        return document.table(Table.titled("What is known by construction", List.of("quantity", "expected"), known))
                .table(Table.titled("Parameters", List.of("parameter", "value"), parameters))
                .restingOn(GeneratedSummary.EVIDENCE);
    }

    private static String start(GeneratedProblem problem) {
        return IntStream.range(0, problem.variables().size())
                .mapToObj(i ->
                        problem.variables().get(i) + " = " + problem.start().get(i))
                .collect(Collectors.joining(", "));
    }
}
