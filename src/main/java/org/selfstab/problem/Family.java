package org.selfstab.problem;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** The place of the first value that is the same double as an earlier one: two members would be one run. */
    public static OptionalInt repeated(List<Expression> values) {
        Set<Double> seen = new HashSet<>();
        return IntStream.range(0, values.size())
                .filter(i -> isIn(seen, RealValue.of(values.get(i))))
                .findFirst();
    }

    /** Values that are not real are told of each by itself. */
    private static boolean isIn(Set<Double> seen, double value) {
        return !Double.isNaN(value) && !seen.add(value);
    }
}
