package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;
import org.selfstab.expression.IndexCombination;
import org.selfstab.expression.Table;

/** An expression for all values of indices, one after the other. */
final class IndexValues {

    private final Expression expression;
    private final List<Index> indices;

    private IndexValues(Expression expression, List<Index> indices, int offset) {
        this.expression = expression;
        this.indices = indices;
        double count = indices.stream().mapToDouble(Index::size).reduce(1, (a, b) -> a * b);
        if (count > ExpressionParser.MAX_CHOICES) {
            throw new ExpressionSyntaxException(
                    offset,
                    "this has " + (long) count + " values",
                    "at most " + ExpressionParser.MAX_CHOICES + " labels or pairs of a point and a class are read");
        }
    }

    /** For all values of its free indices. */
    static IndexValues of(Expression expression, int offset) {
        return new IndexValues(expression, sorted(expression), offset);
    }

    private static List<Index> sorted(Expression expression) {
        return expression.freeIndices().stream().sorted().toList();
    }

    /** 1 where two expressions of indices alone are equal, elsewhere 0. */
    static Expression kronecker(Expression one, Expression other, int offset) {
        List<Index> indices = Stream.concat(sorted(one).stream(), sorted(other).stream())
                .distinct()
                .toList();
        List<Boolean> isEqual = new IndexValues(one.minus(other), indices, offset)
                .all().stream().map(difference -> isZero(difference, offset)).toList();
        if (indices.isEmpty()) {
            return isEqual.get(0) ? Expression.ONE : Expression.ZERO;
        }
        Table table = Table.ofEquality(one, other, indices, isEqual);
        IndexCombination place = table.place(indices.stream()
                .map(index -> new IndexCombination(0, Map.of(index, 1)))
                .toList());
        return Expression.element(table, place.offset(), place.strides());
    }

    private static boolean isZero(Expression difference, int offset) {
        if (!(difference instanceof Constant)) {
            throw new ExpressionSyntaxException(
                    offset, "kronecker compares rational numbers", "use numbers, data and indices of sums only");
        }
        return difference.isZero();
    }

    /** The values, the last index running fastest. */
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
