package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.generate.GeneratedProblem;

/** A generated problem as JSON: expressions in the syntax of problem files; null is a horizon that is not stated. */
@JsonPropertyOrder({"summary", "title", "evidence"})
record GeneratedSummary(
        String summary,
        String title,
        String evidence,
        String command,
        List<String> explanation,
        List<String> variables,
        List<String> terms,
        Map<String, String> parameters,
        Map<String, String> start,
        @OrNull String horizon,
        List<String> family,
        Map<String, String> expectations) {

    /** What all of it rests on. */
    static final String EVIDENCE = "exact, by construction";

    static GeneratedSummary of(GeneratedProblem problem) {
        Map<String, String> parameters = new LinkedHashMap<>();
        problem.parameters().forEach((name, value) -> parameters.put(name, value.toString()));
        Map<String, String> start = new LinkedHashMap<>();
        for (int i = 0; i < problem.variables().size(); i++) {
            start.put(problem.variables().get(i).name(), problem.start().get(i).toString());
        }
        return new GeneratedSummary(
                summary(problem),
                problem.title(),
                EVIDENCE,
                problem.command(),
                problem.explanation(),
                texts(problem.variables()),
                texts(problem.terms()),
                parameters,
                start,
                problem.horizon().map(Expression::toString).orElse(null),
                texts(problem.family()),
                problem.expectations());
    }

    /** What is known, in one sentence. */
    static String summary(GeneratedProblem problem) {
        return problem.expectations().size() + " quantities and verdicts are known by construction";
    }

    private static List<String> texts(List<? extends Expression> expressions) {
        return expressions.stream().map(Expression::toString).toList();
    }
}
