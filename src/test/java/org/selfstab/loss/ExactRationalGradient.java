package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.MathUtils;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.Operation;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * Value and gradient of a rational loss at rational points, exactly: for gradient descent without rounding. The iterates'
 * numerators and denominators grow exponentially with the steps, so it serves the first dozen steps of small losses.
 */
public final class ExactRationalGradient {

    /** One instruction ready to run. */
    private interface Step {
        BigFraction value(List<BigFraction> inputs, List<BigFraction> registers);
    }

    private final StraightLineProgram program;
    private final List<Step> steps;

    private ExactRationalGradient(StraightLineProgram program, List<Step> steps) {
        this.program = program;
        this.steps = steps;
    }

    /**
     * The exact gradient of a loss; empty if value or gradient need anything but sums, products, quotients and rational
     * constants.
     */
    public static Optional<ExactRationalGradient> of(LossDerivatives derivatives) {
        int n = derivatives.variables().size();
        List<Expression> gradient =
                IntStream.range(0, n).mapToObj(derivatives::gradient).toList();
        StraightLineProgram program =
                StraightLineProgram.of(derivatives.variables(), List.of(List.of(derivatives.value()), gradient));
        Translator translator = new Translator();
        List<Step> steps = program.instructions().stream()
                .flatMap(instruction -> instruction.accept(translator).stream())
                .toList();
        return steps.size() == program.instructions().size()
                ? Optional.of(new ExactRationalGradient(program, steps))
                : Optional.empty();
    }

    /** The number n of variables. */
    public int dimension() {
        return program.inputCount();
    }

    /**
     * {@code L(theta)}.
     *
     * @param theta a point of n coordinates
     * @throws ArithmeticException where the loss has a pole
     */
    public BigFraction value(List<BigFraction> theta) {
        return outputs(0, theta).get(0);
    }

    /**
     * The gradient, of n entries.
     *
     * @param theta a point of n coordinates
     * @throws ArithmeticException where the loss has a pole
     */
    public List<BigFraction> gradient(List<BigFraction> theta) {
        return outputs(1, theta);
    }

    private List<BigFraction> outputs(int section, List<BigFraction> theta) {
        MathUtils.checkDimension(theta.size(), dimension());
        List<BigFraction> registers = new ArrayList<>();
        StraightLineProgram.Section wanted = program.sections().get(section);
        steps.subList(0, wanted.end()).forEach(step -> registers.add(step.value(theta, registers)));
        return wanted.outputs().stream().map(registers::get).toList();
    }

    /** Empty for an instruction that leaves the rationals. */
    private static final class Translator implements Instruction.Visitor<Optional<Step>> {

        @Override
        public Optional<Step> visitConstant(BigFraction value) {
            return Optional.of((inputs, registers) -> value);
        }

        @Override
        public Optional<Step> visitPi() {
            return Optional.empty();
        }

        @Override
        public Optional<Step> visitInput(int index) {
            return Optional.of((inputs, registers) -> inputs.get(index));
        }

        @Override
        public Optional<Step> visitNegate(int operand) {
            return Optional.of((inputs, registers) -> registers.get(operand).negate());
        }

        @Override
        public Optional<Step> visitBinary(Operation operation, int left, int right) {
            return Optional.of((inputs, registers) -> exactly(operation, registers.get(left), registers.get(right)));
        }

        @Override
        public Optional<Step> visitSquareRoot(int operand) {
            return Optional.empty();
        }

        @Override
        public Optional<Step> visitRationalPower(int operand, BigFraction exponent) {
            return Optional.empty();
        }

        @Override
        public Optional<Step> visitSechSquared(int operand) {
            return Optional.empty();
        }

        @Override
        public Optional<Step> visitCall(ElementaryFunction function, int operand) {
            return Optional.empty();
        }

        private static BigFraction exactly(Operation operation, BigFraction left, BigFraction right) {
            return switch (operation) {
                case ADD -> left.add(right);
                case SUBTRACT -> left.subtract(right);
                case MULTIPLY -> left.multiply(right);
                case DIVIDE -> quotient(left, right);
            };
        }

        private static BigFraction quotient(BigFraction left, BigFraction right) {
            if (right.isZero()) {
                throw new ArithmeticException("division by zero: the loss has a pole here");
            }
            return left.divide(right);
        }
    }
}
