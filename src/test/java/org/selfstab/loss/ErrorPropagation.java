package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Instruction;
import org.selfstab.expression.NearestDouble;
import org.selfstab.expression.Operation;
import org.selfstab.expression.StraightLineProgram;

/**
 * First-order bounds of how far two evaluations of a program in double precision can lie apart when each instruction's
 * result may differ by some units in the last place.
 */
final class ErrorPropagation implements Instruction.Visitor<Double> {

    private static final double ULPS = 8.0;

    private final List<Double> values;
    private final List<Double> bounds = new ArrayList<>();

    private ErrorPropagation(List<Double> values) {
        this.values = values;
    }

    /** The bound of each output of all sections, one after the other. */
    static List<Double> outputBounds(StraightLineProgram program, double... inputs) {
        List<Double> values = DoubleReference.registers(program, inputs);
        ErrorPropagation propagation = new ErrorPropagation(values);
        for (int i = 0; i < values.size(); i++) {
            Instruction instruction = program.instructions().get(i);
            double own = instruction.isRematerializable() ? 0.0 : ulps(instruction) * Math.ulp(values.get(i));
            propagation.bounds.add(own + instruction.accept(propagation));
        }
        return program.sections().stream()
                .flatMap(section -> section.outputs().stream())
                .map(propagation.bounds::get)
                .toList();
    }

    /** Hipparchus's error function goes through an incomplete gamma function that stops at a relative 1e-15. */
    private static double ulps(Instruction instruction) {
        return instruction instanceof Instruction.Call call && call.function() == ElementaryFunction.ERF
                ? 4 * ULPS
                : ULPS;
    }

    @Override
    public Double visitConstant(BigFraction value) {
        return 0.0;
    }

    @Override
    public Double visitPi() {
        return 0.0;
    }

    @Override
    public Double visitInput(int index) {
        return 0.0;
    }

    @Override
    public Double visitNegate(int operand) {
        return bounds.get(operand);
    }

    @Override
    public Double visitBinary(Operation operation, int left, int right) {
        double x = Math.abs(values.get(left));
        double y = Math.abs(values.get(right));
        double dx = bounds.get(left);
        double dy = bounds.get(right);
        return switch (operation) {
            case ADD, SUBTRACT -> dx + dy;
            case MULTIPLY -> x * dy + y * dx + dx * dy;
            case DIVIDE -> y > dy ? (dx + dy * x / y) / (y - dy) : Double.POSITIVE_INFINITY;
        };
    }

    @Override
    public Double visitSquareRoot(int operand) {
        return bounds.get(operand) / Math.sqrt(values.get(operand));
    }

    @Override
    public Double visitRationalPower(int operand, BigFraction exponent) {
        double p = NearestDouble.of(exponent);
        return 2.0 * Math.abs(p) * Math.pow(values.get(operand), p - 1.0) * bounds.get(operand);
    }

    @Override
    public Double visitSechSquared(int operand) {
        return 2.0 * bounds.get(operand) / Math.pow(Math.cosh(values.get(operand)), 2);
    }

    @Override
    public Double visitCall(ElementaryFunction function, int operand) {
        double dx = bounds.get(operand);
        return dx == 0.0 ? 0.0 : 2.0 * dx * (slope(function, values.get(operand)) + dx);
    }

    private static double slope(ElementaryFunction function, double x) {
        return Math.abs(function.value(new UnivariateDerivative1(x, 1.0)).getFirstDerivative());
    }
}
