package org.selfstab.generate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * A problem that was generated.
 *
 * @param title one line for people
 * @param command the command line that gives the same problem
 * @param explanation the mathematics, line by line
 * @param variables the variables
 * @param terms the terms of the loss
 * @param parameters the parameters, in order, each of those before it
 * @param start the start of each variable, of the parameters
 * @param horizon the horizon; empty for a problem that starts below the edge
 * @param family values of {@code alpha} that make a family with this problem, largest first; none where a hypothesis is broken
 * @param expectations what is asserted, by its name in problem files
 */
public record GeneratedProblem(
        String title,
        String command,
        List<String> explanation,
        List<Symbol> variables,
        List<Expression> terms,
        Map<String, Expression> parameters,
        List<Expression> start,
        Optional<Expression> horizon,
        List<Expression> family,
        Map<String, String> expectations) {

    public GeneratedProblem {
        explanation = List.copyOf(explanation);
        variables = List.copyOf(variables);
        terms = List.copyOf(terms);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        start = List.copyOf(start);
        family = List.copyOf(family);
        expectations = Collections.unmodifiableMap(new LinkedHashMap<>(expectations));
    }

    /** The problem file. */
    public String text() {
        return new ProblemWriter(this).text();
    }
}
