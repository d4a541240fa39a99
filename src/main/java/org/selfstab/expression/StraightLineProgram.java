package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Expressions lowered to a list of instructions in which every common subexpression is computed once.
 *
 * <p>The program is divided into sections, run in order: a section's instructions are those that its outputs need and
 * that no earlier section computes. So the Hessian's section reuses what the gradient's has computed, and a caller that
 * wants only the gradient stops before the Hessian's.
 */
public final class StraightLineProgram {

    /**
     * A run of consecutive instructions and the outputs available after it.
     *
     * @param begin index of the first instruction of the section
     * @param end index after the last one
     * @param outputs instruction indices, earlier than {@code end}, whose values are the section's outputs
     */
    public record Section(int begin, int end, List<Integer> outputs) {
        public Section {
            outputs = List.copyOf(outputs);
        }
    }

    private final List<Symbol> inputs;
    private final List<Instruction> instructions;
    private final List<Section> sections;

    private StraightLineProgram(List<Symbol> inputs, List<Instruction> instructions, List<Section> sections) {
        this.inputs = List.copyOf(inputs);
        this.instructions = List.copyOf(instructions);
        this.sections = List.copyOf(sections);
    }

    /**
     * Lowers expressions.
     *
     * @param inputs the symbols whose values the program is given, in this order
     * @param sections the outputs of each section
     * @throws IllegalArgumentException if an expression contains a symbol that is not an input
     */
    public static StraightLineProgram of(List<Symbol> inputs, List<? extends List<Expression>> sections) {
        Lowering lowering = new Lowering(inputs, List.of(), Set.of());
        List<Section> lowered = new ArrayList<>();
        for (List<Expression> outputs : sections) {
            int begin = lowering.size();
            List<Integer> indices = outputs.stream().map(lowering::lower).toList();
            lowered.add(new Section(begin, lowering.size(), indices));
        }
        return new StraightLineProgram(inputs, lowering.instructions(), lowered);
    }

    /**
     * This program with two more sections: the first, without outputs, computes what does not depend on the varying
     * inputs, the second the rest and the outputs. When only varying inputs change, only the second need run again.
     *
     * @param outputs the second section's outputs
     * @param varying inputs of this program
     * @throws IllegalArgumentException if an expression contains a symbol that is not an input
     */
    public StraightLineProgram extendedBy(List<Expression> outputs, Set<Symbol> varying) {
        Lowering lowering = new Lowering(inputs, instructions, varying);
        List<Integer> indices = outputs.stream().map(lowering::lower).toList();
        Reordering order = Reordering.invariantFirst(lowering, instructions.size());
        Section invariant = new Section(instructions.size(), order.firstVarying(), List.of());
        Section rest = new Section(order.firstVarying(), lowering.size(), order.renumbered(indices));
        return new StraightLineProgram(
                inputs,
                order.instructions(),
                Stream.concat(sections.stream(), Stream.of(invariant, rest)).toList());
    }

    public int inputCount() {
        return inputs.size();
    }

    public List<Instruction> instructions() {
        return instructions;
    }

    public List<Section> sections() {
        return sections;
    }

    /**
     * The instructions of a lowering in a new order, from an index on: those that depend on no varying input first.
     *
     * @param instructions all instructions, in the new order and with renumbered operands
     * @param newIndex the new index of each instruction, by its old one
     * @param firstVarying the new index of the first instruction that varies
     */
    private record Reordering(List<Instruction> instructions, List<Integer> newIndex, int firstVarying) {

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
}
