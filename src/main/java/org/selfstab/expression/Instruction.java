package org.selfstab.expression;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.hipparchus.fraction.BigFraction;

/** One assignment of a straight-line program; operands are the indices of earlier instructions. */
public sealed interface Instruction {

    /** Calls the visitor's method for this kind of instruction. */
    <R> R accept(Visitor<R> visitor);

    /** What it does with its operands: instructions of one operation with the same operands have the same value. */
    default Object operation() {
        return getClass();
    }

    /** The indices of the instructions whose values this one needs, in order. */
    default List<Integer> operands() {
        return List.of();
    }

    /** Whether the value is there without computing: a constant or an input. */
    default boolean isRematerializable() {
        return operands().isEmpty();
    }

    /** The same instruction with each operand's index replaced. */
    default Instruction withOperands(IntUnaryOperator renumbering) {
        return this;
    }

    /** An exact constant. */
    record LoadConstant(BigFraction value) implements Instruction {
        @Override
        public Object operation() {
            return value;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConstant(value);
        }
    }

    /** The circle constant. */
    record LoadPi() implements Instruction {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitPi();
        }
    }

    /** The program's input of an index. */
    record LoadInput(int index) implements Instruction {
        @Override
        public Object operation() {
            return index;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitInput(index);
        }
    }

    /** The negative of an operand. */
    record Negate(int operand) implements Instruction {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public Instruction withOperands(IntUnaryOperator renumbering) {
            return new Negate(renumbering.applyAsInt(operand));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNegate(operand);
        }
    }

    /** A binary operation. */
    record Binary(Operation operation, int left, int right) implements Instruction {
        @Override
        public List<Integer> operands() {
            return List.of(left, right);
        }

        @Override
        public Instruction withOperands(IntUnaryOperator renumbering) {
            return new Binary(operation, renumbering.applyAsInt(left), renumbering.applyAsInt(right));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(operation, left, right);
        }
    }

    /** The square root of an operand. */
    record SquareRoot(int operand) implements Instruction {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public Instruction withOperands(IntUnaryOperator renumbering) {
            return new SquareRoot(renumbering.applyAsInt(operand));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSquareRoot(operand);
        }
    }

    /** A positive rational power of an operand, neither an integer nor a half-integer. */
    record RationalPower(int operand, BigFraction exponent) implements Instruction {
        @Override
        public Object operation() {
            return exponent;
        }

        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public Instruction withOperands(IntUnaryOperator renumbering) {
            return new RationalPower(renumbering.applyAsInt(operand), exponent);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitRationalPower(operand, exponent);
        }
    }

    /**
     * {@code cosh(x)^-2}, the derivative of tanh, of an operand. One instruction, as doubles have it almost for nothing where they
     * have the tanh.
     */
    record SechSquared(int operand) implements Instruction {
        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public Instruction withOperands(IntUnaryOperator renumbering) {
            return new SechSquared(renumbering.applyAsInt(operand));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSechSquared(operand);
        }
    }

    /** An elementary function of an operand. */
    record Call(ElementaryFunction function, int operand) implements Instruction {
        @Override
        public Object operation() {
            return function;
        }

        @Override
        public List<Integer> operands() {
            return List.of(operand);
        }

        @Override
        public Instruction withOperands(IntUnaryOperator renumbering) {
            return new Call(function, renumbering.applyAsInt(operand));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(function, operand);
        }
    }

    /**
     * One method for each kind of instruction.
     *
     * @param <R> what a visit returns
     */
    interface Visitor<R> {
        R visitConstant(BigFraction value);

        R visitPi();

        R visitInput(int index);

        R visitNegate(int operand);

        R visitBinary(Operation operation, int left, int right);

        R visitSquareRoot(int operand);

        R visitRationalPower(int operand, BigFraction exponent);

        R visitSechSquared(int operand);

        R visitCall(ElementaryFunction function, int operand);
    }
}
