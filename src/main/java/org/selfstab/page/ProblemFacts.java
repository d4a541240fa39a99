package org.selfstab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.selfstab.expression.Expression;
import org.selfstab.problem.Problem;

/** What a problem is, for the top of its pages. */
final class ProblemFacts {

    private ProblemFacts() {}

    static List<Page.Fact> of(Problem problem) {
        List<Page.Fact> facts = new ArrayList<>();
        problem.source().ifPresent(source -> facts.add(new Page.Fact("source", source.toString())));
        facts.add(new Page.Fact("loss", problem.loss().toString()));
        facts.add(new Page.Fact("parameters", equations(problem.parameters().values())));
        facts.add(new Page.Fact("start", equations(problem.start())));
        problem.run().kick().ifPresent(kick -> facts.add(new Page.Fact("kick", "x₀ = " + kick + " δ along u at θ†₀")));
        return facts;
    }

    private static String equations(Map<String, Expression> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
