package org.selfstab.loss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.StraightLineProgram;

/**
 * How a program is divided among methods, and where values live that cross from one method to another.
 *
 * @param methodsOfSections the methods of each section, in order, each the list of what it does
 * @param spillSlots where in the scratch array the values are kept that a later method needs, by instruction
 */
record MethodPlan(List<List<List<Task>>> methodsOfSections, Map<Integer, Integer> spillSlots) {

    private static final int METHODS_OF_CLASS = 16;

    static MethodPlan of(StraightLineProgram program) {
        List<Instruction> instructions = program.instructions();
        List<List<List<Task>>> methods = program.sections().stream()
                .map(section -> MethodSplitter.split(Task.of(section), instructions))
                .toList();
        return new MethodPlan(methods, spillSlots(methods, instructions));
    }

    /**
     * The methods of each section divided among classes, which run one after the other. The constant pool of a class file has at most 65,535
     * entries, and a method of {@link MethodSplitter#MAX_BYTES} bytes adds less than a sixteenth of that.
     */
    List<List<List<List<Task>>>> classes() {
        List<List<List<List<Task>>>> classes = new ArrayList<>();
        int methods = 0;
        for (int section = 0; section < methodsOfSections.size(); section++) {
            for (List<Task> method : methodsOfSections.get(section)) {
                if (methods++ % METHODS_OF_CLASS == 0) {
                    classes.add(noMethods());
                }
                classes.get(classes.size() - 1).get(section).add(method);
            }
        }
        return classes;
    }

    private List<List<List<Task>>> noMethods() {
        return Stream.<List<List<Task>>>generate(ArrayList::new)
                .limit(methodsOfSections.size())
                .toList();
    }

    /** Where in the scratch array an instruction's value is kept, if a later method needs it. */
    Optional<Integer> spillSlot(int instruction) {
        return Optional.ofNullable(spillSlots.get(instruction));
    }

    int scratchSize() {
        return spillSlots.size();
    }

    private static Map<Integer, Integer> spillSlots(
            List<List<List<Task>>> methodsOfSections, List<Instruction> instructions) {
        Map<Integer, Integer> slots = new HashMap<>();
        Set<Integer> computedHere = new HashSet<>();
        methodsOfSections.stream().flatMap(List::stream).forEach(method -> {
            computedHere.clear();
            for (Task task : method) {
                for (int operand : task.operands(instructions)) {
                    if (!computedHere.contains(operand)
                            && !instructions.get(operand).isRematerializable()) {
                        slots.putIfAbsent(operand, slots.size());
                    }
                }
                computedHere.add(task.instruction());
            }
        });
        return slots;
    }
}
