package org.selfstab.expression;

import java.util.ArrayList;
import java.util.List;

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

    private final int inputCount;
    private final List<Instruction> instructions;
    private final List<Section> sections;

    private StraightLineProgram(int inputCount, List<Instruction> instructions, List<Section> sections) {
        this.inputCount = inputCount;
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
        Lowering lowering = new Lowering(inputs);
        List<Section> lowered = new ArrayList<>();
        for (List<Expression> outputs : sections) {
            int begin = lowering.size();
            List<Integer> indices = outputs.stream().map(lowering::lower).toList();
            lowered.add(new Section(begin, lowering.size(), indices));
        }
        return new StraightLineProgram(inputs.size(), lowering.instructions(), lowered);
    }

    public int inputCount() {
        return inputCount;
    }

    public List<Instruction> instructions() {
        return instructions;
    }

    public List<Section> sections() {
        return sections;
    }
}
