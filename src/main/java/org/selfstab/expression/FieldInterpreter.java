package org.selfstab.expression;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.MathArrays;

/**
 * Runs a straight-line program over any field. An instance holds the registers of one evaluation and so belongs to one
 * thread.
 *
 * @param <T> the field's elements
 */
public final class FieldInterpreter<T extends CalculusFieldElement<T>> {

    private final StraightLineProgram program;
    private final Field<T> field;
    private final FieldConstants<T> constants;
    private final T[] inputs;
    private final T[] registers;
    private final Instruction.Visitor<T> executor = new Executor();

    public FieldInterpreter(StraightLineProgram program, Field<T> field) {
        this.program = program;
        this.field = field;
        this.constants = new FieldConstants<>(field);
        this.inputs = MathArrays.buildArray(field, program.inputCount());
        this.registers = MathArrays.buildArray(field, program.instructions().size());
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
        StraightLineProgram.Section range = program.sections().get(section);
        for (int i = range.begin(); i < range.end(); i++) {
            registers[i] = program.instructions().get(i).accept(executor);
        }
    }

    /** The value of a section's output after the section was run. */
    public T output(int section, int index) {
        return registers[program.sections().get(section).outputs().get(index)];
    }

    private final class Executor implements Instruction.Visitor<T> {

        @Override
        public T visitConstant(BigFraction value) {
            return constants.of(value);
        }

        @Override
        public T visitPi() {
            return field.getOne().getPi();
        }

        @Override
        public T visitInput(int index) {
            return inputs[index];
        }

        @Override
        public T visitNegate(int operand) {
            return registers[operand].negate();
        }

        @Override
        public T visitBinary(Operation operation, int left, int right) {
            return operation.apply(registers[left], registers[right]);
        }

        @Override
        public T visitSquareRoot(int operand) {
            return registers[operand].sqrt();
        }

        @Override
        public T visitRationalPower(int operand, BigFraction exponent) {
            return registers[operand].pow(constants.of(exponent));
        }

        @Override
        public T visitCall(ElementaryFunction function, int operand) {
            return function.value(registers[operand]);
        }
    }
}
