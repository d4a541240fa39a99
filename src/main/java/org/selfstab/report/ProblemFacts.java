package org.selfstab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.selfstab.document.Document;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;

/** What a problem is, for the top of its pages. */
final class ProblemFacts {

    private ProblemFacts() {}

    /** The facts, after what was found of the problem. */
    static List<Document.Fact> of(Problem problem, String summary) {
        List<Document.Fact> facts = new ArrayList<>();
        facts.add(new Document.Fact("summary", summary));
        problem.source().ifPresent(source -> facts.add(new Document.Fact("source", source.toString())));
        facts.add(new Document.Fact("loss", problem.loss().toString()));
        facts.add(new Document.Fact("parameters", equations(problem.parameters().values())));
        facts.add(new Document.Fact("start", equations(problem.start())));
        problem.run()
                .kick()
                .ifPresent(kick -> facts.add(new Document.Fact("kick", "x₀ = " + kick + " δ along u at θ†₀")));
        return facts;
    }

    /** {@code NAME = VALUE}, with commas between several. */
    static String equations(Map<String, Expression> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
