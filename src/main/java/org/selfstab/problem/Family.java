package org.selfstab.problem;

import java.util.List;
import org.selfstab.expression.Expression;

/**
 * One parameter swept over values.
 *
 * @param parameter a parameter of the problem
 * @param values the closed expressions that it takes, at least two
 */
public record Family(String parameter, List<Expression> values) {
    public Family {
        values = List.copyOf(values);
    }
}
