package org.selfstab.loss;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.selfstab.expression.Instruction;

/**
 * Divides the tasks of a section among methods, in order. HotSpot leaves methods of more than 8000 bytes to its bytecode
 * interpreter, so each method stays below {@link #MAX_BYTES}; sizes are counted as the largest that can occur.
 */
final class MethodSplitter {

    static final int MAX_BYTES = 6000;

    private static final int LOCAL_BYTES = 4;
    private static final int FROM_ARRAY_BYTES = 5 + LOCAL_BYTES;
    private static final int TO_ARRAY_BYTES = 5;
    private static final int OPERATION_BYTES = 6;

    private final List<Instruction> instructions;
    private final List<List<Task>> methods = new ArrayList<>();
    private final Set<Integer> locals = new HashSet<>();
    private List<Task> current = new ArrayList<>();
    private int bytes = 0;

    private MethodSplitter(List<Instruction> instructions) {
        this.instructions = instructions;
    }

    /** The methods of a section, at least one. */
    static List<List<Task>> split(List<Task> tasks, List<Instruction> instructions) {
        MethodSplitter splitter = new MethodSplitter(instructions);
        tasks.forEach(splitter::add);
        splitter.endMethod();
        return List.copyOf(splitter.methods);
    }

    private void add(Task task) {
        if (!task.storesOutput() && instructions.get(task.instruction()).isRematerializable()) {
            return;
        }
        if (bytes + largestSize(task) > MAX_BYTES) {
            endMethod();
        }
        bytes += largestSize(task);
        locals.addAll(task.operands(instructions));
        locals.add(task.instruction());
        current.add(task);
    }

    private void endMethod() {
        methods.add(List.copyOf(current));
        current = new ArrayList<>();
        locals.clear();
        bytes = 0;
    }

    private int largestSize(Task task) {
        int loads = task.operands(instructions).stream()
                .mapToInt(operand -> LOCAL_BYTES + (locals.contains(operand) ? 0 : FROM_ARRAY_BYTES))
                .sum();
        return task.storesOutput()
                ? loads + TO_ARRAY_BYTES
                : loads + OPERATION_BYTES + LOCAL_BYTES + LOCAL_BYTES + TO_ARRAY_BYTES;
    }
}
