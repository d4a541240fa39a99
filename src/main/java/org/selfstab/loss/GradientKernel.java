package org.selfstab.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.autodiff.LossDerivatives;

/**
 * Value and gradient of a loss in double precision, without allocation: compiled, each as a program that computes nothing else, or, of long
 * losses, by sweeps. An instance keeps intermediate values between its methods and so belongs to one thread.
 */
public abstract sealed class GradientKernel {

    private GradientKernel() {}

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
        CompiledProgram compiled = compiler.compile(gradient);
        return new Compiled(compiler.compile(value), compiled, compiler.compileDescent(gradient, compiled));
    }

    private static StraightLineProgram program(LossDerivatives derivatives, List<Expression> outputs) {
        return StraightLineProgram.of(derivatives.variables(), List.of(outputs));
    }

    /** The gradient of a loss by sweeps over its arrays. */
    static GradientKernel of(ArrayProgram program, SweepData data) {
        return new Swept(SweepPlan.atPoint(program, data, false));
    }

    /** The same code with intermediate values of its own. */
    public abstract GradientKernel forAnotherThread();

    /** The number n of variables. */
    public abstract int dimension();

    /**
     * {@code L(theta)}; not finite where the loss is not defined.
     *
     * @param theta the point, of length n
     */
    public abstract double value(double[] theta);

    /**
     * Computes the gradient.
     *
     * @param theta the point, of length n
     * @param gradient an array of length n other than {@code theta}, which receives the gradient
     */
    public abstract void gradient(double[] theta, double[] gradient);

    /**
     * Goes some steps {@code theta - eta grad L(theta)} on, without allocation where the gradient fits in one method or is swept.
     *
     * @param theta the point, of length n, which moves
     * @param eta the step size
     * @param steps how many, not negative
     */
    public abstract void descend(double[] theta, double eta, int steps);

    /**
     * The same with noise added to each gradient.
     *
     * @param theta the point, of length n, which moves
     * @param eta the step size
     * @param noise n numbers for each step, one step after another
     * @param steps how many, not negative
     */
    public abstract void descend(double[] theta, double eta, double[] noise, int steps);

    /** By programs that are derived and compiled beforehand. */
    private static final class Compiled extends GradientKernel {

        private final CompiledProgram valueProgram;
        private final CompiledProgram gradientProgram;
        private final DescentLoop.Code loop;
        private final double[] valueScratch;
        private final double[] gradientScratch;
        private final double[] value = new double[1];

        Compiled(CompiledProgram valueProgram, CompiledProgram gradientProgram, DescentLoop.Code loop) {
            this.valueProgram = valueProgram;
            this.gradientProgram = gradientProgram;
            this.loop = loop;
            this.valueScratch = valueProgram.newScratch();
            this.gradientScratch = gradientProgram.newScratch();
        }

        @Override
        public GradientKernel forAnotherThread() {
            return new Compiled(valueProgram, gradientProgram, loop);
        }

        @Override
        public int dimension() {
            return gradientProgram.inputCount();
        }

        @Override
        public double value(double[] theta) {
            valueProgram.run(0, theta, valueScratch, value);
            return value[0];
        }

        @Override
        public void gradient(double[] theta, double[] gradient) {
            gradientProgram.run(0, theta, gradientScratch, gradient);
        }

        @Override
        public void descend(double[] theta, double eta, int steps) {
            loop.descend(theta, eta, steps);
        }

        @Override
        public void descend(double[] theta, double eta, double[] noise, int steps) {
            loop.descend(theta, eta, noise, steps);
        }
    }

    /** By sweeps. */
    private static final class Swept extends GradientKernel {

        private final SweepPlan plan;
        private final Sweep sweep;
        private final double[] gradient;

        Swept(SweepPlan plan) {
            this.plan = plan;
            this.sweep = new Sweep(plan);
            this.gradient = new double[plan.program.n];
        }

        @Override
        public GradientKernel forAnotherThread() {
            return new Swept(plan);
        }

        @Override
        public int dimension() {
            return gradient.length;
        }

        @Override
        public double value(double[] theta) {
            sweep.moveTo(theta);
            sweep.run(false, 0);
            return sweep.result();
        }

        @Override
        public void gradient(double[] theta, double[] result) {
            sweep.moveTo(theta);
            Arrays.fill(result, 0, dimension(), 0.0);
            sweep.output(result);
            sweep.run(true, 0);
        }

        @Override
        public void descend(double[] theta, double eta, int steps) {
            for (int step = 0; step < steps; step++) {
                gradient(theta, gradient);
                for (int i = 0; i < gradient.length; i++) {
                    theta[i] -= eta * gradient[i];
                }
            }
        }

        @Override
        public void descend(double[] theta, double eta, double[] noise, int steps) {
            for (int step = 0; step < steps; step++) {
                gradient(theta, gradient);
                for (int i = 0; i < gradient.length; i++) {
                    theta[i] -= eta * (gradient[i] + noise[step * gradient.length + i]);
                }
            }
        }
    }
}
