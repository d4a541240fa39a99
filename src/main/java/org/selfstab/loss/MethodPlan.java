package org.selfstab.loss;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.StraightLineProgram;

/**
 * How a program is divided among methods, and where values live that cross from one method to another.
 *
 * @param methodsOfSections the methods of each section, in order, each the list of what it does
 * @param scratchSlots where in the scratch array the values are kept that a later method needs, by instruction
 */
record MethodPlan(List<List<List<Task>>> methodsOfSections, Map<Integer, Integer> scratchSlots) {

    static MethodPlan of(StraightLineProgram program) {
        List<Instruction> instructions = program.instructions();
        List<List<List<Task>>> methods = program.sections().stream()
                .map(section -> MethodSplitter.split(Task.of(section), instructions))
                .toList();
        return new MethodPlan(methods, scratchSlots(methods, instructions));
    }

    /** Where in the scratch array an instruction's value is kept, if a later method needs it. */
    Optional<Integer> scratchSlot(int instruction) {
        return Optional.ofNullable(scratchSlots.get(instruction));
    }

    int scratchSize() {
        return scratchSlots.size();
    }

    private static Map<Integer, Integer> scratchSlots(
            List<List<List<Task>>> methodsOfSections, List<Instruction> instructions) {
        Map<Integer, Integer> slots = new HashMap<>();
        Set<Integer> computedHere = new HashSet<>();
        methodsOfSections.stream().flatMap(List::stream).forEach(method -> {
            computedHere.clear();
            for (Task task : method) {
                for (int operand : task.operands(instructions)) {
                    if (!computedHere.contains(operand)
                            && !instructions.get(operand).isAtHand()) {
                        slots.putIfAbsent(operand, slots.size());
                    }
                }
                computedHere.add(task.instruction());
            }
        });
        return slots;
    }
}
