package org.selfstab.expression;

import com.google.common.collect.Comparators;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The entries of an array by which {@link Element} looks up: variables, or constants of the data, or any expressions without a free index.
 * Equal by what it holds.
 */
public final class Table implements Comparable<Table> {

    private final String name;
    private final List<Integer> firsts;
    private final List<Integer> sizes;
    private final List<Expression> entries;
    private final List<Expression> equated;
    private final int hash;
    /** Whether all entries are defined for all values of their symbols; null until asked for. */
    private Boolean definedEverywhere;
    /** Whether all entries are numbers; null until asked for. */
    private Boolean numeric;
    /** The indices of all sums over indices in the entries; null until asked for. */
    private Set<Index> boundIndices;

    /**
     * A table that is not called by a name.
     *
     * @param sizes how many values each index takes
     * @param entries the entries, the last index running fastest
     * @throws IllegalArgumentException if there are not as many entries as the sizes say
     */
    public Table(List<Integer> sizes, List<Expression> entries) {
        this("", Collections.nCopies(sizes.size(), 1), sizes, entries);
    }

    /**
     * A table as an array in expressions.
     *
     * @param name what the array is called; empty if it has no name
     * @param firsts the first value of each index
     * @param sizes how many values each index takes
     * @param entries the entries, the last index running fastest
     * @throws IllegalArgumentException if there are not as many entries as the sizes say
     */
    public Table(String name, List<Integer> firsts, List<Integer> sizes, List<Expression> entries) {
        this(name, firsts, sizes, entries, List.of());
    }

    private Table(
            String name,
            List<Integer> firsts,
            List<Integer> sizes,
            List<Expression> entries,
            List<Expression> equated) {
        this.name = name;
        this.firsts = List.copyOf(firsts);
        this.sizes = List.copyOf(sizes);
        this.entries = List.copyOf(entries);
        this.equated = List.copyOf(equated);
        this.hash = Objects.hash(name, firsts, sizes, entries, equated);
        if (sizes.stream().reduce(1, Math::multiplyExact) != entries.size()) {
            throw new IllegalArgumentException(entries.size() + " entries of a table of sizes " + sizes);
        }
    }

    /**
     * The table of where two expressions of indices are equal: its entries are 1 there and 0 elsewhere.
     *
     * @param indices the indices of both
     * @param isEqual whether they are equal, the last index running fastest
     */
    public static Table ofEquality(Expression one, Expression other, List<Index> indices, List<Boolean> isEqual) {
        Map<Index, Expression> axes = new HashMap<>();
        for (Index index : indices) {
            axes.put(index, Index.ofAxis(axes.size(), index.from(), index.to()));
        }
        return new Table(
                "",
                indices.stream().map(Index::from).toList(),
                indices.stream().map(Index::size).toList(),
                isEqual.stream()
                        .map(equal -> equal ? Expression.ONE : Expression.ZERO)
                        .toList(),
                List.of(one.withIndices(axes), other.withIndices(axes)));
    }

    /** What it is called in expressions; empty if it has no name. */
    public String name() {
        return name;
    }

    /** In a table of where two expressions are equal, these two, of the {@link Index#ofAxis axes}; otherwise empty. */
    public List<Expression> equated() {
        return equated;
    }

    /** The two for some values of the table's indices. */
    public List<Expression> equatedAt(List<Expression> subscripts) {
        Map<Index, Expression> values = new HashMap<>();
        for (int i = 0; i < subscripts.size(); i++) {
            int from = firsts.get(i);
            values.put(Index.ofAxis(i, from, from + sizes.get(i) - 1), subscripts.get(i));
        }
        return equated.stream()
                .map(expression -> expression.withIndices(values))
                .toList();
    }

    /** The first value of each index in expressions. */
    public List<Integer> firsts() {
        return firsts;
    }

    /** How many values each index takes. */
    public List<Integer> sizes() {
        return sizes;
    }

    /** The entries, the last index running fastest. */
    public List<Expression> entries() {
        return entries;
    }

    /** The place among the entries that indices lead to, one combination for each index of the table. */
    public IndexCombination place(List<IndexCombination> indices) {
        IndexCombination place = IndexCombination.of(0);
        for (int i = 0; i < sizes.size(); i++) {
            place = place.plus(indices.get(i), stride(i)).plus(IndexCombination.of(-firsts.get(i)), stride(i));
        }
        return place;
    }

    /** How far entries lie apart of which an index differs by 1. */
    public int stride(int index) {
        return sizes.subList(index + 1, sizes.size()).stream().reduce(1, Math::multiplyExact);
    }

    boolean isDefinedEverywhere() {
        if (definedEverywhere == null) {
            definedEverywhere = entries.stream().allMatch(Expression::isDefinedEverywhere);
        }
        return definedEverywhere;
    }

    Set<Index> boundIndices() {
        if (boundIndices == null) {
            boundIndices = entries.stream()
                    .flatMap(entry -> entry.boundIndices().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return boundIndices;
    }

    /** Whether all entries are numbers, as of data. */
    public boolean isNumeric() {
        if (numeric == null) {
            numeric = entries.stream().allMatch(Constant.class::isInstance);
        }
        return numeric;
    }

    /** This table with entries put in for entries; itself if none changes. */
    Table map(UnaryOperator<Expression> change) {
        List<Expression> changed = entries.stream().map(change).toList();
        return changed.equals(entries) ? this : new Table(name, firsts, sizes, changed, equated);
    }

    @Override
    public int compareTo(Table other) {
        if (this == other) {
            return 0;
        }
        int byName = name.compareTo(other.name);
        int byFirsts = byName != 0 ? byName : compare(firsts, other.firsts);
        int bySizes = byFirsts != 0 ? byFirsts : compare(sizes, other.sizes);
        int byEntries = bySizes != 0 ? bySizes : compare(entries, other.entries);
        return byEntries != 0 ? byEntries : compare(equated, other.equated);
    }

    private static <T extends Comparable<? super T>> int compare(List<T> one, List<T> other) {
        return Comparators.lexicographical(Comparator.<T>naturalOrder()).compare(one, other);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Table that
                        && hash == that.hash
                        && name.equals(that.name)
                        && firsts.equals(that.firsts)
                        && sizes.equals(that.sizes)
                        && entries.equals(that.entries)
                        && equated.equals(that.equated));
    }
}
