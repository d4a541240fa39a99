package org.selfstab.expression.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;
import org.selfstab.expression.IndexCombination;

/**
 * A number, a vector or a matrix of expressions of one form.
 *
 * @param sizes none, one (entries), or two (rows, columns)
 * @param entry any of the entries: the {@link #axis axes} are free indices of it, but for an axis of one value
 */
record ArrayValue(List<Integer> sizes, Expression entry) {

    static ArrayValue number(Expression entry) {
        return new ArrayValue(List.of(), entry);
    }

    /** The index of an axis, 0 of rows and 1 of columns. */
    static Index axis(int number, int size) {
        return Index.ofAxis(number, 1, size);
    }

    /** The axes, in order. */
    List<Index> axes() {
        return rank() == 0 ? List.of() : rank() == 1 ? List.of(rowAxis()) : List.of(rowAxis(), columnAxis());
    }

    private Index rowAxis() {
        return axis(0, rows());
    }

    private Index columnAxis() {
        return axis(1, columns());
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

    /** How many entries there are. */
    int count() {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    /** The number of the entry, from 1, row by row. */
    Expression number() {
        return switch (rank()) {
            case 0 -> Expression.ONE;
            case 1 -> rowAxis();
            default -> new IndexCombination(-columns(), Map.of(rowAxis(), columns(), columnAxis(), 1)).toExpression();
        };
    }

    /** An entry by its place, from 0, row by row. */
    Expression at(int place) {
        Map<Index, Expression> chosen = new HashMap<>();
        int rest = place;
        List<Index> axes = axes();
        for (int i = axes.size() - 1; i >= 0; i--) {
            chosen.put(axes.get(i), Expression.constant(rest % axes.get(i).size() + 1));
            rest /= axes.get(i).size();
        }
        return Domain.withIndices(entry, chosen);
    }

    /** The entries of a row, an integer or an index. */
    Expression atRow(Expression row) {
        return Domain.withIndices(entry, Map.of(rowAxis(), row));
    }

    /** The entries of a column, an integer or an index. */
    Expression atColumn(Expression column) {
        return Domain.withIndices(entry, Map.of(columnAxis(), column));
    }

    /** As a column, n by 1. */
    ArrayValue asColumn() {
        return rank() == 2 ? this : new ArrayValue(List.of(count(), 1), entry);
    }

    /** As a row, 1 by n. */
    ArrayValue asRow() {
        return rank() == 0
                ? asColumn()
                : rank() == 2 ? this : new ArrayValue(List.of(1, rows()), atRow(axis(1, rows())));
    }

    /** As a vector, or as a number if it has one entry; a matrix of several rows and columns stays one. */
    ArrayValue flat() {
        if (count() == 1) {
            return number(entry);
        }
        if (rank() < 2 || (rows() > 1 && columns() > 1)) {
            return this;
        }
        return rows() > 1
                ? new ArrayValue(List.of(rows()), entry)
                : new ArrayValue(List.of(columns()), atColumn(axis(0, columns())));
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
