package org.selfstab.loss;

import java.util.List;
import java.util.stream.IntStream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * Value and gradient of a loss in double precision, compiled, each as a program that computes nothing else, and without
 * allocation. An instance keeps intermediate values between its methods and so belongs to one thread.
 */
public final class GradientKernel {

    private final CompiledProgram valueProgram;
    private final CompiledProgram gradientProgram;
    private final DescentLoop.Code loop;
    private final double[] valueScratch;
    private final double[] gradientScratch;
    private final double[] value = new double[1];

    private GradientKernel(CompiledProgram valueProgram, CompiledProgram gradientProgram, DescentLoop.Code loop) {
        this.valueProgram = valueProgram;
        this.gradientProgram = gradientProgram;
        this.loop = loop;
        this.valueScratch = valueProgram.newScratch();
        this.gradientScratch = gradientProgram.newScratch();
    }

    /**
     * Compiles value and gradient.
     *
     * @param derivatives a loss without symbols other than its variables
     * @throws IllegalArgumentException if value or gradient contain another symbol
     */
    public static GradientKernel of(LossDerivatives derivatives) {
        return of(derivatives, LossCompiler.separate());
    }

    /** The same by a compiler. */
    static GradientKernel of(LossDerivatives derivatives, LossCompiler compiler) {
        int n = derivatives.variables().size();
        StraightLineProgram value = program(derivatives, List.of(derivatives.value()));
        StraightLineProgram gradient = program(
                derivatives,
                IntStream.range(0, n).mapToObj(derivatives::gradient).toList());
        return new GradientKernel(
                compiler.compile(value), compiler.compile(gradient), compiler.compileDescent(gradient));
    }

    private static StraightLineProgram program(LossDerivatives derivatives, List<Expression> outputs) {
        return StraightLineProgram.of(derivatives.variables(), List.of(outputs));
    }

    /** The same compiled code with intermediate values of its own. */
    public GradientKernel forAnotherThread() {
        return new GradientKernel(valueProgram, gradientProgram, loop);
    }

    /** The number n of variables. */
    public int dimension() {
        return gradientProgram.inputCount();
    }

    /**
     * {@code L(theta)}; not finite where the loss is not defined.
     *
     * @param theta the point, of length n
     */
    public double value(double[] theta) {
        valueProgram.run(0, theta, valueScratch, value);
        return value[0];
    }

    /**
     * Computes the gradient.
     *
     * @param theta the point, of length n
     * @param gradient an array of length n other than {@code theta}, which receives the gradient
     */
    public void gradient(double[] theta, double[] gradient) {
        gradientProgram.run(0, theta, gradientScratch, gradient);
    }

    /**
     * Goes some steps {@code theta - eta grad L(theta)} on, without allocation where the gradient fits in one method.
     *
     * @param theta the point, of length n, which moves
     * @param eta the step size
     * @param steps how many, not negative
     */
    public void descend(double[] theta, double eta, int steps) {
        loop.descend(theta, eta, steps);
    }
}
