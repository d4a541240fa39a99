package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.selfstab.expression.Expression;

/**
 * A square matrix of expressions.
 *
 * @param rows the rows, each of the same length as there are rows
 */
record SymbolicMatrix(List<List<Expression>> rows) {

    public SymbolicMatrix {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Builds a symmetric matrix from its entries (i, j), i at most j; each is asked for once. */
    static SymbolicMatrix symmetric(int size, EntryFunction entry) {
        List<List<Expression>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Expression> row = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                row.add(j < i ? rows.get(j).get(i) : entry.at(i, j));
            }
            rows.add(row);
        }
        return new SymbolicMatrix(rows);
    }

    /** An entry by its indices. */
    @FunctionalInterface
    interface EntryFunction {
        Expression at(int i, int j);
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** Entry (i, j). */
    public Expression entry(int i, int j) {
        return rows.get(i).get(j);
    }

    /** The rows and columns of these indices. */
    SymbolicMatrix principal(List<Integer> indices) {
        return symmetric(indices.size(), (i, j) -> entry(indices.get(i), indices.get(j)));
    }

    RealMatrix numeric(NumericValues values) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(size(), size());
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                matrix.setEntry(i, j, values.of(entry(i, j)));
            }
        }
        return matrix;
    }
}
