package org.selfstab.loss;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.Operation;
import org.selfstab.expression.StraightLineProgram;

/**
 * A loss as arrays of operations, for sweeps forward and back. A quotient is a product with a reciprocal; instruction i is the variable of its number for
 * the first n instructions.
 */
final class SweptProgram {

    static final byte CONSTANT = 0;
    static final byte INPUT = 1;
    static final byte ADD = 2;
    static final byte SUBTRACT = 3;
    static final byte NEGATE = 4;
    static final byte MULTIPLY = 5;
    static final byte FUNCTION = 6;

    /** Functions beside the elementary ones, after their numbers. */
    private static final List<ElementaryFunction> ELEMENTARY = List.of(ElementaryFunction.values());

    private static final int SQUARE_ROOT = ELEMENTARY.size();
    private static final int RECIPROCAL = SQUARE_ROOT + 1;
    private static final int SECH_SQUARED = SQUARE_ROOT + 2;
    private static final int POWER = SQUARE_ROOT + 3;

    final int n;
    final int size;
    final int result;
    final byte[] operation;
    final int[] left;
    /** Of a function its number. */
    final int[] right;
    /** A constant, or a function's exponent. */
    final double[] number;

    private SweptProgram(int n, int capacity, StraightLineProgram program) {
        this.n = n;
        this.operation = new byte[capacity];
        this.left = new int[capacity];
        this.right = new int[capacity];
        this.number = new double[capacity];
        Translation translation = new Translation();
        int[] place = new int[program.instructions().size()];
        for (int i = 0; i < n; i++) {
            translation.add(INPUT, i, 0, 0);
        }
        List<Instruction> instructions = program.instructions();
        for (int i = 0; i < instructions.size(); i++) {
            place[i] =
                    instructions.get(i).withOperands(operand -> place[operand]).accept(translation);
        }
        this.result = place[program.sections().get(0).outputs().get(0)];
        this.size = translation.count;
    }

    /** The program of one output. */
    static SweptProgram of(StraightLineProgram program) {
        int n = program.inputCount();
        return new SweptProgram(n, n + 2 * program.instructions().size(), program);
    }

    /** Value and derivatives up to the fourth of a function instruction. */
    void function(int instruction, double x, double[] f) {
        int function = right[instruction];
        if (function < ELEMENTARY.size()) {
            FunctionDerivatives.of(ELEMENTARY.get(function), x, f);
        } else if (function == SQUARE_ROOT) {
            FunctionDerivatives.squareRoot(x, f);
        } else if (function == RECIPROCAL) {
            FunctionDerivatives.reciprocal(x, f);
        } else if (function == SECH_SQUARED) {
            FunctionDerivatives.sechSquared(x, f);
        } else {
            FunctionDerivatives.power(x, number[instruction], f);
        }
    }

    /** Appends instructions; a visit returns the index of its result. */
    private final class Translation implements Instruction.Visitor<Integer> {

        private int count;

        int add(byte kind, int first, int second, double value) {
            operation[count] = kind;
            left[count] = first;
            right[count] = second;
            number[count] = value;
            return count++;
        }

        @Override
        public Integer visitConstant(BigFraction value) {
            return add(CONSTANT, 0, 0, NearestDouble.of(value));
        }

        @Override
        public Integer visitPi() {
            return add(CONSTANT, 0, 0, Math.PI);
        }

        @Override
        public Integer visitInput(int index) {
            return index;
        }

        @Override
        public Integer visitNegate(int operand) {
            return add(NEGATE, operand, 0, 0);
        }

        @Override
        public Integer visitBinary(Operation binary, int first, int second) {
            return switch (binary) {
                case ADD -> add(ADD, first, second, 0);
                case SUBTRACT -> add(SUBTRACT, first, second, 0);
                case MULTIPLY -> add(MULTIPLY, first, second, 0);
                case DIVIDE -> add(MULTIPLY, first, add(FUNCTION, second, RECIPROCAL, 0), 0);
            };
        }

        @Override
        public Integer visitSquareRoot(int operand) {
            return add(FUNCTION, operand, SQUARE_ROOT, 0);
        }

        @Override
        public Integer visitRationalPower(int operand, BigFraction exponent) {
            return add(FUNCTION, operand, POWER, NearestDouble.of(exponent));
        }

        @Override
        public Integer visitSechSquared(int operand) {
            return add(FUNCTION, operand, SECH_SQUARED, 0);
        }

        @Override
        public Integer visitCall(ElementaryFunction function, int operand) {
            return add(FUNCTION, operand, ELEMENTARY.indexOf(function), 0);
        }
    }
}
