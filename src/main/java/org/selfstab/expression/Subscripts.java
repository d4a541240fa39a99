package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the indices of a table's entry from its place among the entries, where the place depends on indices. */
final class Subscripts {

    private final Table table;

    Subscripts(Table table) {
        this.table = table;
    }

    /** One combination for each index of the table, in its range for all values of the indices. */
    List<IndexCombination> of(IndexCombination place) {
        return from(0, place)
                .orElseThrow(() -> new IllegalArgumentException("outside of the table: " + place.toExpression()));
    }

    private Optional<List<IndexCombination>> from(int axis, IndexCombination rest) {
        int size = table.sizes().get(axis);
        int stride = table.stride(axis);
        for (IndexCombination subscript : axis == table.sizes().size() - 1 ? List.of(rest) : candidates(rest, stride)) {
            if (subscript.least() < 0 || subscript.greatest() >= size) {
                continue;
            }
            IndexCombination shown =
                    subscript.plus(IndexCombination.of(table.firsts().get(axis)), 1);
            if (axis == table.sizes().size() - 1) {
                return Optional.of(List.of(shown));
            }
            Optional<List<IndexCombination>> behind = from(axis + 1, rest.plus(subscript, -stride));
            if (behind.isPresent()) {
                List<IndexCombination> all = new ArrayList<>(List.of(shown));
                all.addAll(behind.get());
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    /** What the subscript may be: with each index it grows by its growth of the place over the stride, rounded down or up. */
    private static List<IndexCombination> candidates(IndexCombination place, int stride) {
        List<IndexCombination> candidates = List.of(IndexCombination.of(0));
        for (Map.Entry<Index, Integer> growth : place.strides().entrySet()) {
            List<IndexCombination> longer = new ArrayList<>();
            int down = Math.floorDiv(growth.getValue(), stride);
            int up = -Math.floorDiv(-growth.getValue(), stride);
            for (IndexCombination before : candidates) {
                longer.add(before.plus(new IndexCombination(0, Map.of(growth.getKey(), down)), 1));
                if (up != down) {
                    longer.add(before.plus(new IndexCombination(0, Map.of(growth.getKey(), up)), 1));
                }
            }
            candidates = longer;
        }
        return candidates.stream()
                .map(subscript -> subscript.plus(
                        IndexCombination.of((int)
                                Math.floorDiv(place.plus(subscript, -stride).least(), (long) stride)),
                        1))
                .toList();
    }
}
