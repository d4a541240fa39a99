package org.selfstab.expression;

import com.google.common.collect.Comparators;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** An entry of a table whose place depends on indices: {@code W[i,j+1]}, {@code x[k]}. */
public final class Element extends Expression {

    private final Table table;
    private final IndexCombination place;

    Element(Table table, IndexCombination place) {
        super(31 * table.hashCode() + place.hashCode());
        this.table = table;
        this.place = place;
    }

    /** The table looked up. */
    public Table table() {
        return table;
    }

    /** The place of the entry among the table's entries, as it depends on the indices, at least one. */
    public IndexCombination place() {
        return place;
    }

    /** The place of the entry where all indices are 0, which may lie outside of the table. */
    public int offset() {
        return place.offset();
    }

    /** How far the place of the entry moves when an index grows by 1; 0 for an index that it does not depend on. */
    public int stride(Index index) {
        return place.strides().getOrDefault(index, 0);
    }

    /** The indices that the place depends on. */
    public List<Index> indices() {
        return List.copyOf(place.strides().keySet());
    }

    /** The indices in brackets that lead to the place, one combination for each index of the table, as they stand in expressions. */
    public List<IndexCombination> subscripts() {
        return new Subscripts(table).of(place);
    }

    /** The same place in another table of the same sizes. */
    Expression in(Table other) {
        return other.equals(table) ? this : Expression.element(other, place);
    }

    /** The entry for some values of the indices. */
    Expression at(ToIntFunction<Index> value) {
        return table.entries().get(place.at(value));
    }

    @Override
    public List<Expression> children() {
        List<Expression> children = new ArrayList<>(table.entries());
        children.addAll(place.strides().keySet());
        return children;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitElement(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        Element that = (Element) other;
        return place.equals(that.place) && table.equals(that.table);
    }

    @Override
    int rank() {
        return 9;
    }

    @Override
    int compareWithinRank(Expression other) {
        Element that = (Element) other;
        int byTable = table.compareTo(that.table);
        if (byTable != 0) {
            return byTable;
        }
        int byIndices =
                Comparators.lexicographical(Comparator.<Index>naturalOrder()).compare(indices(), that.indices());
        int byStrides = byIndices != 0
                ? byIndices
                : Comparators.lexicographical(Comparator.<Integer>naturalOrder())
                        .compare(place.strides().values(), that.place.strides().values());
        return byStrides != 0 ? byStrides : Integer.compare(offset(), that.offset());
    }
}
