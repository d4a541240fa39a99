package org.selfstab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.certify.BoxDecision;
import org.selfstab.certify.BoxResult;
import org.selfstab.document.Cell;
import org.selfstab.document.Document;
import org.selfstab.document.Table;
import org.selfstab.expression.Expression;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Verdict;

/** Decisions about claims over a box as a referee reads them. */
public final class BoxDocument {

    private final Problem problem;
    private final BoxResult result;
    private final List<String> names;

    private BoxDocument(Problem problem, BoxResult result) {
        this.problem = problem;
        this.result = result;
        this.names = result.names();
    }

    /**
     * What {@code certify-box} shows: the decisions, a claim each.
     *
     * @param check what the checker says of the certificate, where it is to stand here
     */
    public static Report report(RunRecord run, Problem problem, BoxResult result, Optional<CheckedCertificate> check) {
        return Report.of(
                run,
                new BoxDocument(problem, result).document(check),
                "box-certification",
                () -> BoxSummary.of(problem, result, check));
    }

    private Document document(Optional<CheckedCertificate> check) {
        Map<String, Expression> fixed = new LinkedHashMap<>(problem.parameters().values());
        fixed.keySet().removeAll(names);
        List<Table.Row> rows = result.decisions().stream()
                .map(decision -> Table.row(
                        Cell.status(decision.status()),
                        Cell.code(decision.claim().toString()),
                        Cell.words(explanation(decision))))
                .toList();
        Document.Builder document = new Document.Builder(problem.title().toString(), verdictLine(result.decisions()))
                .status(result.status())
                .fact("loss", Cell.code(problem.loss().toString()))
                .fact("with", Cell.code(ProblemFacts.equations(fixed)))
                .fact("for all", Cell.code(sides(result.box())));
        OwnRecheck.tell(check, document);
        return document.table(Table.titled("Claims over the box", List.of("verdict", "claim", "what was found"), rows))
                .restingOn("interval arithmetic with outward rounding, by branch and bound");
    }

    private String explanation(BoxDecision decision) {
        String value = decision.value().map(v -> ", where it lies in " + v).orElse("");
        String parts = decision.parts() + (decision.parts() == 1 ? " part" : " parts");
        String digits =
                decision.digits() == 0 ? "" : ", with " + decision.digits() + " digits where doubles do not tell";
        if (decision.status() == Verdict.Status.HOLDS) {
            return "proved on " + parts + digits;
        }
        return decision.witness()
                .map(point -> "refuted at " + point(point) + value + digits)
                .orElseGet(() -> decision.reason().orElseThrow() + "; left is "
                        + sides(decision.remaining().orElseThrow())
                        + decision.value()
                                .map(v -> ", where it lies in " + v)
                                .orElse(", where it was not shown to be defined"));
    }

    private String point(List<Double> point) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " = " + point.get(i))
                .collect(Collectors.joining(", "));
    }

    private String sides(List<Interval> sides) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " in " + sides.get(i))
                .collect(Collectors.joining(", "));
    }

    /** Of claims over a box. */
    static String verdictLine(List<BoxDecision> decisions) {
        Tally claims =
                new Tally("claim", "claims").holding("is proved on the whole box", "are proved on the whole box");
        decisions.forEach(decision -> claims.add(decision.claim().toString(), decision.status()));
        return claims.text();
    }
}
