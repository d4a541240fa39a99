package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.HyperbolicTangent;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.Operation;
import org.selfstab.expression.StraightLineProgram;

/** What a compiled program must compute, to the bit: each instruction in turn, with the functions of Math. */
final class DoubleReference implements Instruction.Visitor<Double> {

    private final double[] inputs;
    private final List<Double> registers = new ArrayList<>();

    private DoubleReference(double[] inputs) {
        this.inputs = inputs.clone();
    }

    /** The values of all instructions. */
    static List<Double> registers(StraightLineProgram program, double... inputs) {
        DoubleReference reference = new DoubleReference(inputs);
        program.instructions().forEach(instruction -> reference.registers.add(instruction.accept(reference)));
        return reference.registers;
    }

    /** The outputs of all sections, one after the other. */
    static List<Double> outputs(StraightLineProgram program, double... inputs) {
        List<Double> registers = registers(program, inputs);
        return program.sections().stream()
                .flatMap(section -> section.outputs().stream())
                .map(registers::get)
                .toList();
    }

    @Override
    public Double visitConstant(BigFraction value) {
        return NearestDouble.of(value);
    }

    @Override
    public Double visitPi() {
        return Math.PI;
    }

    @Override
    public Double visitInput(int index) {
        return inputs[index];
    }

    @Override
    public Double visitNegate(int operand) {
        return -registers.get(operand);
    }

    @Override
    public Double visitBinary(Operation operation, int left, int right) {
        double x = registers.get(left);
        double y = registers.get(right);
        return switch (operation) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
        };
    }

    @Override
    public Double visitSquareRoot(int operand) {
        return Math.sqrt(registers.get(operand));
    }

    @Override
    public Double visitRationalPower(int operand, BigFraction exponent) {
        return Math.pow(registers.get(operand), NearestDouble.of(exponent));
    }

    @Override
    public Double visitSechSquared(int operand) {
        double x = registers.get(operand);
        return HyperbolicTangent.slope(HyperbolicTangent.decay(x));
    }

    @Override
    public Double visitCall(ElementaryFunction function, int operand) {
        return function.value(registers.get(operand));
    }
}
