package org.selfstab.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** An entry of a table whose place depends on indices: {@code W[i,j+1]}, {@code x[k]}. */
public final class Element extends Expression {

    private final Table table;
    private final int offset;
    /** How far the place moves when an index grows by 1; none is 0. */
    private final TreeMap<Index, Integer> strides;

    Element(Table table, int offset, Map<Index, Integer> strides) {
        super(31 * (31 * table.hashCode() + offset) + strides.hashCode());
        this.table = table;
        this.offset = offset;
        this.strides = new TreeMap<>(Comparator.<Expression>naturalOrder());
        this.strides.putAll(strides);
    }

    /** The table looked up. */
    public Table table() {
        return table;
    }

    /** The place of the entry where all indices are 0, which may lie outside of the table. */
    public int offset() {
        return offset;
    }

    /** How far the place of the entry moves when an index grows by 1; 0 for an index that it does not depend on. */
    public int stride(Index index) {
        return strides.getOrDefault(index, 0);
    }

    /** The indices that the place depends on. */
    public List<Index> indices() {
        return List.copyOf(strides.keySet());
    }

    /** The same place in another table of the same sizes. */
    Expression in(Table other) {
        return other.equals(table) ? this : Expression.intern(new Element(other, offset, strides));
    }

    /** The entry for some values of the indices. */
    Expression at(ToIntFunction<Index> value) {
        int place = offset;
        for (Map.Entry<Index, Integer> stride : strides.entrySet()) {
            place += stride.getValue() * value.applyAsInt(stride.getKey());
        }
        return table.entries().get(place);
    }

    @Override
    public List<Expression> children() {
        List<Expression> children = new ArrayList<>(table.entries());
        children.addAll(strides.keySet());
        return children;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitElement(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        Element that = (Element) other;
        return offset == that.offset && strides.equals(that.strides) && table.equals(that.table);
    }

    @Override
    int rank() {
        return 9;
    }

    @Override
    int compareWithinRank(Expression other) {
        Element that = (Element) other;
        int byOffset = Integer.compare(offset, that.offset);
        if (byOffset != 0) {
            return byOffset;
        }
        int byStrides = strides.toString().compareTo(that.strides.toString());
        return byStrides != 0 ? byStrides : table.compareTo(that.table);
    }
}
