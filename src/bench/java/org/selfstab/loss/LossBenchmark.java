package org.selfstab.loss;

import org.selfstab.dynamics.DerivedLoss;
import java.util.concurrent.TimeUnit;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.Field;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.selfstab.ExampleLoss;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.interval.IntervalField;

/** One evaluation of a loss: value, gradient and contractions in doubles, gradients in many digits and in intervals. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LossBenchmark {

    /** Two and nine variables. */
    @Param({"sharp-valley", "tanh-network"})
    private String example;

    private GradientKernel gradients;
    private DerivativeKernel derivatives;
    private double[] point;
    private double[] vector;
    private double[] matrix;
    private Gradient<?> decimal;
    private Gradient<?> interval;
    private Gradient<?> decimalInterval;

    /** A loss and a point in some numbers. */
    private record Gradient<T extends CalculusFieldElement<T>>(Loss<T> loss, FieldVector<T> theta) {

        static <T extends CalculusFieldElement<T>> Gradient<T> of(ExampleLoss example, Field<T> field, double[] point) {
            FieldVector<T> theta = new ArrayFieldVector<>(field, point.length);
            for (int i = 0; i < point.length; i++) {
                theta.setEntry(i, field.getOne().newInstance(point[i]));
            }
            return new Gradient<>(InterpretedLoss.of(DerivedLoss.of(example), field), theta);
        }

        FieldVector<T> value() {
            return loss.at(theta).gradient();
        }
    }

    /** Derives and compiles. */
    @Setup
    public void compile() {
        ExampleLoss loss = ExampleLoss.of(example);
        int n = loss.problem().variables().size();
        CompiledLoss compiled = CompiledLoss.of(DerivedLoss.of(loss));
        gradients = compiled.gradientKernel();
        derivatives = compiled.derivativeKernel();
        point = new double[n];
        for (int i = 0; i < n; i++) {
            point[i] = 0.1 * (i + 1);
        }
        vector = new double[n];
        matrix = new double[n * n];
        derivatives.moveTo(point);
        decimal = Gradient.of(loss, new DfpField(50), point);
        interval = Gradient.of(loss, IntervalField.getInstance(), point);
        decimalInterval = Gradient.of(loss, new DecimalIntervalField(40), point);
    }

    /** {@code L}. */
    @Benchmark
    public double value() {
        return gradients.value(point);
    }

    /** {@code grad L}. */
    @Benchmark
    public double[] gradient() {
        gradients.gradient(point, vector);
        return vector;
    }

    /** {@code L}, {@code grad L} and {@code H}. */
    @Benchmark
    public double hessian() {
        derivatives.moveTo(point);
        return derivatives.value();
    }

    /** {@code D3L(a, ., .)} once more at the same point. */
    @Benchmark
    public double[] third() {
        derivatives.third(point, matrix);
        return matrix;
    }

    /** {@code D4L(a, b, ., .)} once more at the same point. */
    @Benchmark
    public double[] fourth() {
        derivatives.fourth(point, point, matrix);
        return matrix;
    }

    /** The gradient with 50 decimal digits. */
    @Benchmark
    public Object gradientInFiftyDigits() {
        return decimal.value();
    }

    /** The gradient's enclosure in doubles. */
    @Benchmark
    public Object gradientInIntervals() {
        return interval.value();
    }

    /** The gradient's enclosure in 40 decimal digits. */
    @Benchmark
    public Object gradientInDecimalIntervals() {
        return decimalInterval.value();
    }
}
