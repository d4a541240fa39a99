package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.StraightLineProgram;

/**
 * One thing that generated code does.
 *
 * @param instruction the instruction whose value is computed or, if {@code output} is not negative, stored
 * @param output the index of the section's output that is the instruction's value, or {@link #NONE}
 */
record Task(int instruction, int output) {

    static final int NONE = -1;

    /** Whether the instruction's value is stored as an output, having been computed before. */
    boolean storesOutput() {
        return output != NONE;
    }

    /** The instructions whose values the task needs. */
    List<Integer> operands(List<Instruction> instructions) {
        return storesOutput()
                ? List.of(instruction)
                : instructions.get(instruction).operands();
    }

    /** The tasks of a section: its instructions, each followed by the outputs that it is; then the other outputs. */
    static List<Task> of(StraightLineProgram.Section section) {
        List<List<Integer>> outputsHere = new ArrayList<>();
        for (int i = section.begin(); i < section.end(); i++) {
            outputsHere.add(new ArrayList<>());
        }
        List<Task> afterwards = new ArrayList<>();
        for (int output = 0; output < section.outputs().size(); output++) {
            int instruction = section.outputs().get(output);
            if (instruction >= section.begin()) {
                outputsHere.get(instruction - section.begin()).add(output);
            } else {
                afterwards.add(new Task(instruction, output));
            }
        }
        List<Task> tasks = new ArrayList<>();
        for (int i = section.begin(); i < section.end(); i++) {
            int instruction = i;
            tasks.add(new Task(instruction, NONE));
            outputsHere.get(i - section.begin()).forEach(output -> tasks.add(new Task(instruction, output)));
        }
        tasks.addAll(afterwards);
        return tasks;
    }
}
