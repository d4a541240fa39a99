package org.selfstab.expression;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The entries of an array by which {@link Element} looks up: variables, or constants of the data, or any expressions without a free index.
 * Equal by what it holds.
 */
public final class Table implements Comparable<Table> {

    private final List<Integer> sizes;
    private final List<Expression> entries;
    private final int hash;

    /**
     * A table.
     *
     * @param sizes how many values each index takes
     * @param entries the entries, the last index running fastest
     * @throws IllegalArgumentException if there are not as many entries as the sizes say
     */
    public Table(List<Integer> sizes, List<Expression> entries) {
        this.sizes = List.copyOf(sizes);
        this.entries = List.copyOf(entries);
        this.hash = 31 * sizes.hashCode() + entries.hashCode();
        if (sizes.stream().reduce(1, Math::multiplyExact) != entries.size()) {
            throw new IllegalArgumentException(entries.size() + " entries of a table of sizes " + sizes);
        }
    }

    /** How many values each index takes. */
    public List<Integer> sizes() {
        return sizes;
    }

    /** The entries, the last index running fastest. */
    public List<Expression> entries() {
        return entries;
    }

    /** How far entries lie apart of which an index differs by 1. */
    public int stride(int index) {
        return sizes.subList(index + 1, sizes.size()).stream().reduce(1, Math::multiplyExact);
    }

    /** This table with entries put in for entries; itself if none changes. */
    Table map(UnaryOperator<Expression> change) {
        List<Expression> changed = entries.stream().map(change).toList();
        return changed.equals(entries) ? this : new Table(sizes, changed);
    }

    @Override
    public int compareTo(Table other) {
        if (this == other) {
            return 0;
        }
        int bySize =
                Comparators.lexicographical(Comparator.<Integer>naturalOrder()).compare(sizes, other.sizes);
        return bySize != 0
                ? bySize
                : Comparators.lexicographical(Comparator.<Expression>naturalOrder())
                        .compare(entries, other.entries);
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
                        && sizes.equals(that.sizes)
                        && entries.equals(that.entries));
    }
}
