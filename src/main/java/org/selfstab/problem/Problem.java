package org.selfstab.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * A checked problem: everything a run needs, exact.
 *
 * @param name the name of its output folder: the problem file's name without extension
 * @param title one line for people
 * @param source where the loss comes from, if the file says so
 * @param variables the variables of the loss, in order
 * @param loss the loss, an expression of variables and parameters
 * @param parameters the value of each parameter, in the file's order, each a closed expression (without symbols)
 * @param start the start of each variable, in the order of the variables, as an expression of the parameters
 * @param run how long and from where to run
 * @param family the parameter swept, if any
 * @param expectations what a proof companion asserts here
 */
public record Problem(
        String name,
        String title,
        Optional<String> source,
        List<Symbol> variables,
        Expression loss,
        Map<String, Expression> parameters,
        Map<String, Expression> start,
        RunSettings run,
        Optional<Family> family,
        List<Expectation> expectations) {

    /** The parameter that holds the step size. */
    public static final String STEP_SIZE = "eta";

    public Problem {
        variables = List.copyOf(variables);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
        expectations = List.copyOf(expectations);
    }

    /** The step size eta, a closed expression with a positive value. */
    public Expression stepSize() {
        return parameters.get(STEP_SIZE);
    }

    /** The loss with the parameters' values put in: an expression of the variables alone. */
    public Expression lossOfVariables() {
        return loss.substitute(parameters);
    }

    /** The start as closed expressions, in the order of the variables. */
    public List<Expression> startPoint() {
        return start.values().stream().map(e -> e.substitute(parameters)).toList();
    }
}
