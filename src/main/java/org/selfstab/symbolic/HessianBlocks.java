package org.selfstab.symbolic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The decoupled blocks of a symmetric matrix: the connected components of the graph of its non-zero entries. */
final class HessianBlocks {

    private HessianBlocks() {}

    /** The blocks, each a sorted list of indices; an entry couples unless it is the constant 0. */
    static List<List<Integer>> of(SymbolicMatrix matrix) {
        List<List<Integer>> blocks = new ArrayList<>();
        TreeSet<Integer> unseen = new TreeSet<>();
        for (int i = 0; i < matrix.size(); i++) {
            unseen.add(i);
        }
        while (!unseen.isEmpty()) {
            blocks.add(componentOf(unseen.pollFirst(), matrix, unseen));
        }
        return List.copyOf(blocks);
    }

    private static List<Integer> componentOf(int start, SymbolicMatrix matrix, Set<Integer> unseen) {
        TreeSet<Integer> component = new TreeSet<>();
        Deque<Integer> frontier = new ArrayDeque<>(List.of(start));
        while (!frontier.isEmpty()) {
            int i = frontier.pop();
            component.add(i);
            List<Integer> coupled =
                    unseen.stream().filter(j -> !matrix.entry(i, j).isZero()).toList();
            unseen.removeAll(coupled);
            frontier.addAll(coupled);
        }
        return List.copyOf(component);
    }
}
