package org.selfstab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.document.Json;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RealValue;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;

/** What was run, as outputs for programs state it. Null is what there is not: a digest of several files, a problem of none. */
@JsonPropertyOrder({"command", "program", "date", "file", "sha256", "options", "problem"})
record RunSummary(
        String command,
        String program,
        String date,
        String file,
        @OrNull String sha256,
        Map<String, String> options,
        @OrNull OfProblem problem) {

    static RunSummary of(RunRecord run) {
        return new RunSummary(
                run.command(),
                run.program(),
                run.date().toString(),
                run.file(),
                run.sha256().orElse(null),
                run.optionTexts(),
                run.problem().map(OfProblem::of).orElse(null));
    }

    /** The same with another name of its file. */
    RunSummary of(String otherFile) {
        return new RunSummary(command, program, date, otherFile, sha256, options, problem);
    }

    /** A problem: expressions as they are written, closed ones as doubles too. */
    @JsonPropertyOrder({
        "name",
        "title",
        "source",
        "variables",
        "loss",
        "parameters",
        "start",
        "optimizer",
        "at_edge",
        "kick",
        "horizon",
        "max_steps",
        "thresholds"
    })
    record OfProblem(
            String name,
            String title,
            @OrNull String source,
            List<String> variables,
            String loss,
            Map<String, Value> parameters,
            Map<String, Value> start,
            String optimizer,
            @JsonProperty("at_edge") boolean atEdge,
            @OrNull String kick,
            @OrNull String horizon,
            @JsonProperty("max_steps") int maxSteps,
            Map<String, Double> thresholds) {

        static OfProblem of(Problem problem) {
            Map<String, Expression> start = new LinkedHashMap<>();
            List<Expression> closed = problem.startPoint();
            problem.start().keySet().forEach(name -> start.put(name, closed.get(start.size())));
            Map<String, Double> thresholds = new LinkedHashMap<>();
            for (Quantity threshold : Quantities.limited(problem.keepsCopies())) {
                thresholds.put(threshold.key(), problem.thresholds().of(threshold));
            }
            return new OfProblem(
                    problem.name(),
                    problem.title().exact(),
                    problem.source().map(FreeText::exact).orElse(null),
                    problem.variables().stream().map(Expression::toString).toList(),
                    problem.loss().toString(),
                    values(
                            problem.parameters().definitions(),
                            problem.parameters().values()),
                    values(problem.start(), start),
                    problem.optimizer().name(),
                    problem.run().atEdge(),
                    problem.run().kick().map(Expression::toString).orElse(null),
                    problem.run().horizon().map(Expression::toString).orElse(null),
                    problem.run().maxSteps(),
                    thresholds);
        }
    }

    /**
     * A number.
     *
     * @param exact as it is written
     * @param value the nearest double; null where that is not finite
     */
    @JsonPropertyOrder({"exact", "value"})
    record Value(String exact, Double value) {}

    private static Map<String, Value> values(Map<String, Expression> written, Map<String, Expression> closed) {
        Map<String, Value> values = new LinkedHashMap<>();
        written.forEach((name, exact) -> {
            double value = RealValue.of(closed.get(name));
            values.put(name, new Value(exact.toString(), Json.finite(value)));
        });
        return values;
    }
}
