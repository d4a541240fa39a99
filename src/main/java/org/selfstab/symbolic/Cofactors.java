package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.selfstab.expression.Expression;

/** Cofactors of small matrices by Laplace's expansion. */
final class Cofactors {

    private Cofactors() {}

    /** The cofactor of entry (i, j). */
    static Expression of(SymbolicMatrix matrix, int i, int j) {
        Expression minor = determinant(matrix, without(matrix.size(), i), without(matrix.size(), j));
        return (i + j) % 2 == 0 ? minor : minor.negate();
    }

    private static List<Integer> without(int size, int index) {
        return IntStream.range(0, size).filter(k -> k != index).boxed().toList();
    }

    private static Expression determinant(SymbolicMatrix matrix, List<Integer> rows, List<Integer> columns) {
        if (rows.isEmpty()) {
            return Expression.ONE;
        }
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            List<Integer> others = new ArrayList<>(columns);
            others.remove(k);
            Expression entry = matrix.entry(rows.get(0), columns.get(k));
            Expression term = entry.times(determinant(matrix, rows.subList(1, rows.size()), others));
            terms.add(k % 2 == 0 ? term : term.negate());
        }
        return Expression.sum(terms);
    }
}
