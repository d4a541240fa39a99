package org.selfstab.expression;

import java.util.List;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.fraction.BigFraction;

/**
 * A straight-line program translated for one field: constants are converted once, here. Immutable; any number of
 * interpreters may share it.
 *
 * @param <T> the field's elements
 */
public final class FieldProgram<T extends CalculusFieldElement<T>> {

    /** One instruction ready to run. */
    interface Step<T> {
        T value(T[] inputs, T[] registers);
    }

    private final StraightLineProgram program;
    private final Field<T> field;
    private final List<Step<T>> steps;

    public FieldProgram(StraightLineProgram program, Field<T> field) {
        this.program = program;
        this.field = field;
        Translator<T> translator = new Translator<>(field.getOne(), new FieldConstants<>(field));
        this.steps = program.instructions().stream()
                .map(instruction -> instruction.accept(translator))
                .toList();
    }

    /** The program that was translated. */
    public StraightLineProgram program() {
        return program;
    }

    /** The field it was translated for. */
    public Field<T> field() {
        return field;
    }

    /** A fresh interpreter with registers of its own. */
    public FieldInterpreter<T> interpreter() {
        return new FieldInterpreter<>(this);
    }

    Step<T> step(int instruction) {
        return steps.get(instruction);
    }

    private record Translator<T extends CalculusFieldElement<T>>(T one, FieldConstants<T> constants)
            implements Instruction.Visitor<Step<T>> {

        @Override
        public Step<T> visitConstant(BigFraction value) {
            T constant = constants.of(value);
            return (inputs, registers) -> constant;
        }

        /** Computed only for a program that has it: to many digits it takes longer than the rest of a short program. */
        @Override
        public Step<T> visitPi() {
            T pi = one.getPi();
            return (inputs, registers) -> pi;
        }

        @Override
        public Step<T> visitInput(int index) {
            return (inputs, registers) -> inputs[index];
        }

        @Override
        public Step<T> visitNegate(int operand) {
            return (inputs, registers) -> registers[operand].negate();
        }

        @Override
        public Step<T> visitBinary(Operation operation, int left, int right) {
            if (operation == Operation.MULTIPLY && left == right) {
                return (inputs, registers) -> registers[left].square();
            }
            return (inputs, registers) -> operation.apply(registers[left], registers[right]);
        }

        @Override
        public Step<T> visitSquareRoot(int operand) {
            return (inputs, registers) -> registers[operand].sqrt();
        }

        @Override
        public Step<T> visitRationalPower(int operand, BigFraction exponent) {
            T power = constants.of(exponent);
            return (inputs, registers) -> registers[operand].pow(power);
        }

        @Override
        public Step<T> visitSechSquared(int operand) {
            return (inputs, registers) -> registers[operand].cosh().square().reciprocal();
        }

        @Override
        public Step<T> visitCall(ElementaryFunction function, int operand) {
            return (inputs, registers) -> function.value(registers[operand]);
        }
    }
}
