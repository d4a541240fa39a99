package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * The instructions of a lowering in a new order, from an index on: those that depend on no varying input first.
 *
 * @param instructions all instructions, in the new order and with renumbered operands
 * @param newIndex the new index of each instruction, by its old one
 * @param firstVarying the new index of the first instruction that varies
 */
record Reordering(List<Instruction> instructions, List<Integer> newIndex, int firstVarying) {

    /** Moves the invariant ones among the instructions from {@code begin} on before the varying ones. */
    static Reordering invariantFirst(Lowering lowering, int begin) {
        List<Integer> invariant = new ArrayList<>();
        List<Integer> varying = new ArrayList<>();
        for (int i = 0; i < lowering.size(); i++) {
            (i >= begin && lowering.varies(i) ? varying : invariant).add(i);
        }
        int firstVarying = invariant.size();
        List<Integer> oldIndex = new ArrayList<>(invariant);
        oldIndex.addAll(varying);
        List<Integer> newIndex = inverse(oldIndex);
        List<Instruction> reordered = oldIndex.stream()
                .map(old -> lowering.instructions().get(old).withOperands(newIndex::get))
                .toList();
        return new Reordering(reordered, newIndex, firstVarying);
    }

    private static List<Integer> inverse(List<Integer> permutation) {
        Integer[] inverse = new Integer[permutation.size()];
        for (int i = 0; i < inverse.length; i++) {
            inverse[permutation.get(i)] = i;
        }
        return List.of(inverse);
    }

    List<Integer> renumbered(List<Integer> oldIndices) {
        return oldIndices.stream().map(newIndex::get).toList();
    }
}
