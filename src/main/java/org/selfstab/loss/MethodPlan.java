package org.selfstab.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.StraightLineProgram;

/**
 * How a program is divided among methods, and where values live that cross from one method to another. HotSpot leaves
 * methods of more than 8000 bytes to its bytecode interpreter, so each method stays below {@link #MAX_BYTES}.
 */
final class MethodPlan {

    /** The largest size of a generated method. */
    static final int MAX_BYTES = 6000;

    /** The first load of a value from an array into a local variable, and that local's load. */
    private static final int FIRST_LOAD_BYTES = 13;

    private static final int LOCAL_LOAD_BYTES = 4;
    private static final int CALL_BYTES = 6;
    private static final int LOCAL_STORE_BYTES = 4;
    private static final int ARRAY_STORE_BYTES = 9;

    private final List<List<List<Task>>> methodsOfSections;
    private final Map<Integer, Integer> scratchSlots;

    private MethodPlan(List<List<List<Task>>> methodsOfSections, Map<Integer, Integer> scratchSlots) {
        this.methodsOfSections = methodsOfSections;
        this.scratchSlots = scratchSlots;
    }

    static MethodPlan of(StraightLineProgram program) {
        List<List<List<Task>>> methods = program.sections().stream()
                .map(section -> split(Task.of(section), program.instructions()))
                .toList();
        return new MethodPlan(methods, scratchSlots(methods, program.instructions()));
    }

    /** The methods of each section, in order, each the list of what it does. */
    List<List<List<Task>>> methodsOfSections() {
        return methodsOfSections;
    }

    /** Where in the scratch array an instruction's value is kept, if a later method needs it. */
    OptionalInt scratchSlot(int instruction) {
        return Optional.ofNullable(scratchSlots.get(instruction))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    int scratchSize() {
        return scratchSlots.size();
    }

    /** Whether a method gets at the value of an instruction without computing: a constant or an input. */
    static boolean isAtHand(Instruction instruction) {
        return instruction instanceof Instruction.LoadConstant
                || instruction instanceof Instruction.LoadPi
                || instruction instanceof Instruction.LoadInput;
    }

    private static List<List<Task>> split(List<Task> tasks, List<Instruction> instructions) {
        List<List<Task>> methods = new ArrayList<>();
        List<Task> current = new ArrayList<>();
        int firstInstruction = tasks.isEmpty() ? 0 : tasks.get(0).instruction();
        int size = 1;
        for (Task task : tasks) {
            int bytes = largestSize(task, firstInstruction, instructions);
            if (size + bytes > MAX_BYTES) {
                methods.add(List.copyOf(current));
                current.clear();
                firstInstruction = task.instruction();
                size = 1;
                bytes = largestSize(task, firstInstruction, instructions);
            }
            current.add(task);
            size += bytes;
        }
        methods.add(List.copyOf(current));
        return methods;
    }

    private static int largestSize(Task task, int firstInstruction, List<Instruction> instructions) {
        if (task.storesOutput()) {
            return loadBytes(task.instruction(), firstInstruction, instructions) + ARRAY_STORE_BYTES;
        }
        Instruction instruction = instructions.get(task.instruction());
        if (isAtHand(instruction)) {
            return 0;
        }
        int loads = instruction.operands().stream()
                .mapToInt(operand -> loadBytes(operand, firstInstruction, instructions))
                .sum();
        return loads + CALL_BYTES + LOCAL_STORE_BYTES + ARRAY_STORE_BYTES;
    }

    private static int loadBytes(int operand, int firstInstruction, List<Instruction> instructions) {
        return operand < firstInstruction || isAtHand(instructions.get(operand)) ? FIRST_LOAD_BYTES : LOCAL_LOAD_BYTES;
    }

    private static Map<Integer, Integer> scratchSlots(
            List<List<List<Task>>> methodsOfSections, List<Instruction> instructions) {
        int[] home = new int[instructions.size()];
        Map<Integer, Integer> slots = new HashMap<>();
        List<List<Task>> methods =
                methodsOfSections.stream().flatMap(List::stream).toList();
        Arrays.fill(home, -1);
        IntStream.range(0, methods.size()).forEach(method -> {
            for (Task task : methods.get(method)) {
                List<Integer> needed = task.storesOutput()
                        ? List.of(task.instruction())
                        : instructions.get(task.instruction()).operands();
                needed.stream()
                        .filter(operand -> home[operand] != method && !isAtHand(instructions.get(operand)))
                        .forEach(operand -> slots.putIfAbsent(operand, slots.size()));
                if (!task.storesOutput()) {
                    home[task.instruction()] = method;
                }
            }
        });
        return slots;
    }
}
