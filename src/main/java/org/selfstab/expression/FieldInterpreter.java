package org.selfstab.expression;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.util.MathArrays;

/**
 * Runs a straight-line program over any field. An instance holds the registers of one evaluation and so belongs to one
 * thread.
 *
 * @param <T> the field's elements
 */
public final class FieldInterpreter<T extends CalculusFieldElement<T>> {

    private final FieldProgram<T> program;
    private final List<StraightLineProgram.Section> sections;
    private final T[] inputs;
    private final T[] registers;

    FieldInterpreter(FieldProgram<T> program) {
        this.program = program;
        this.sections = program.program().sections();
        this.inputs = MathArrays.buildArray(program.field(), program.program().inputCount());
        this.registers = MathArrays.buildArray(
                program.field(), program.program().instructions().size());
    }

    /** An interpreter of its own; where several run one program, share a {@link FieldProgram}. */
    public FieldInterpreter(StraightLineProgram program, Field<T> field) {
        this(new FieldProgram<>(program, field));
    }

    /** Evaluates one closed expression (without symbols). */
    public static <T extends CalculusFieldElement<T>> T evaluate(Expression closed, Field<T> field) {
        FieldInterpreter<T> interpreter =
                new FieldInterpreter<>(StraightLineProgram.of(List.of(), List.of(List.of(closed))), field);
        interpreter.run(0);
        return interpreter.output(0, 0);
    }

    /** Sets an input; sections that depend on it must be run again. */
    public void setInput(int index, T value) {
        inputs[index] = value;
    }

    /** Runs one section; all earlier sections must have been run on the present inputs. */
    public void run(int section) {
        StraightLineProgram.Section range = sections.get(section);
        for (int i = range.begin(); i < range.end(); i++) {
            registers[i] = program.step(i).value(inputs, registers);
        }
    }

    /** The value of a section's output after the section was run. */
    public T output(int section, int index) {
        return registers[sections.get(section).outputs().get(index)];
    }
}
