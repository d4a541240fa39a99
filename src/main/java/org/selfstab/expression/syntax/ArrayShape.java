package org.selfstab.expression.syntax;

import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.selfstab.expression.IndexCombination;

/**
 * The ranges of an array's indices: the elements of {@code W[1..8,1..3]} are the names {@code W1_1}, {@code W1_2}, ... {@code W8_3}.
 *
 * @param ranges one for each index, one or two
 */
public record ArrayShape(List<Range> ranges) {

    /** The greatest number of indices. */
    public static final int MAX_RANK = 2;

    public ArrayShape {
        ranges = List.copyOf(ranges);
    }

    /** An array whose indices begin at 1. */
    public static ArrayShape of(int... sizes) {
        return new ArrayShape(
                IntStream.of(sizes).mapToObj(size -> new Range(1, size)).toList());
    }

    /**
     * The values of one index.
     *
     * @param from the first, not negative
     * @param to the last, not below the first
     */
    public record Range(int from, int to) {

        /** How many. */
        public int size() {
            return to - from + 1;
        }

        /** Whether all values of an index lie in it. */
        boolean contains(IndexCombination index) {
            return from <= index.least() && index.greatest() <= to;
        }

        @Override
        public String toString() {
            return from + ".." + to;
        }
    }

    /** How many indices an element has. */
    public int rank() {
        return ranges.size();
    }

    /** The name of an element. */
    public static String element(String array, List<Integer> indices) {
        return array + Joiner.on('_').join(indices);
    }

    /** The indices of all elements, the last index running fastest. */
    public List<List<Integer>> indices() {
        List<List<Integer>> all = List.of(List.of());
        for (Range range : ranges) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> head : all) {
                for (int i = range.from; i <= range.to; i++) {
                    List<Integer> indices = new ArrayList<>(head);
                    indices.add(i);
                    longer.add(indices);
                }
            }
            all = longer;
        }
        return all;
    }

    /** As people write it after the name: {@code [1..8,1..3]}. */
    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
