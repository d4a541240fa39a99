package org.selfstab.expression.syntax;

import java.util.List;
import org.selfstab.expression.Expression;

/**
 * A number, a vector or a matrix of expressions.
 *
 * @param sizes none, one (entries), or two (rows, columns)
 * @param entries row by row
 */
record ArrayValue(List<Integer> sizes, List<Expression> entries) {

    static ArrayValue number(Expression entry) {
        return new ArrayValue(List.of(), List.of(entry));
    }

    /** A vector; of one entry a number. */
    static ArrayValue vector(List<Expression> entries) {
        return entries.size() == 1 ? number(entries.get(0)) : new ArrayValue(List.of(entries.size()), entries);
    }

    int rank() {
        return sizes.size();
    }

    /** Rows and columns are those of the matrix product from the left and from the right; a vector's are chosen by what stands beside it. */
    int rows() {
        return sizes.get(0);
    }

    int columns() {
        return sizes.get(1);
    }

    Expression entry(int row, int column) {
        return entries.get(row * columns() + column);
    }

    /** As a column, n by 1. */
    ArrayValue asColumn() {
        return rank() == 2 ? this : new ArrayValue(List.of(entries.size(), 1), entries);
    }

    /** As a row, 1 by n. */
    ArrayValue asRow() {
        return rank() == 2 ? this : new ArrayValue(List.of(1, entries.size()), entries);
    }

    /** For messages. */
    String shape() {
        return switch (rank()) {
            case 0 -> "a number";
            case 1 -> "a vector of " + rows();
            default -> "a matrix of " + rows() + " by " + columns();
        };
    }
}
