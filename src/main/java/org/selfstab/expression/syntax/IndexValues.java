package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;

/** The values of an expression for all values of its free indices, the last index running fastest. */
final class IndexValues {

    private final Expression expression;
    private final List<Index> indices;

    IndexValues(Expression expression, int offset) {
        this.expression = expression;
        this.indices = expression.freeIndices().stream().sorted().toList();
        double count = indices.stream().mapToDouble(Index::size).reduce(1, (a, b) -> a * b);
        if (count > ExpressionParser.MAX_CHOICES) {
            throw new ExpressionSyntaxException(
                    offset,
                    "labels that depend on " + indices.size() + " indices with " + (long) count + " values",
                    "at most " + ExpressionParser.MAX_CHOICES + " are read");
        }
    }

    List<Index> indices() {
        return indices;
    }

    List<Expression> all() {
        List<Expression> values = new ArrayList<>();
        collect(0, new HashMap<>(), values);
        return values;
    }

    private void collect(int number, Map<Index, Expression> chosen, List<Expression> values) {
        if (number == indices.size()) {
            values.add(expression.withIndices(chosen).writtenOut());
            return;
        }
        Index index = indices.get(number);
        for (int value = index.from(); value <= index.to(); value++) {
            chosen.put(index, Expression.constant(value));
            collect(number + 1, chosen, values);
        }
    }
}
