package org.selfstab.loss;

import java.util.concurrent.TimeUnit;
import org.hipparchus.fraction.BigFraction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** Compiled gradients beside the same formulas written by hand: the sharp valley and a network of nine parameters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompiledGradientBenchmark {

    private static final SharpValley VALLEY = SharpValley.of(BigFraction.ONE, new BigFraction(1, 100));
    private static final FormalDerivatives NETWORK = TanhNetwork.derivatives(3, 4);

    private final GradientKernel valley = GradientKernel.of(SymbolicLossDerivatives.of(VALLEY.variables(), VALLEY.value()));
    private final GradientKernel network = GradientKernel.of(SymbolicLossDerivatives.of(NETWORK.variables(), NETWORK.value()));
    private final GradientKernel networkByTextbook = GradientKernel.of(NETWORK);
    private final HandWrittenNetwork handWrittenNetwork = new HandWrittenNetwork();
    private final double[] valleyPoint = {0.07, 6.6};
    private final double[] valleyGradient = new double[2];
    private final double[] networkPoint = {0.5, -0.3, 0.8, 0.1, -0.2, 0.3, 0.7, -0.6, 0.4};
    private final double[] networkGradient = new double[9];

    /** One gradient of the sharp valley. */
    @Benchmark
    public double[] valleyCompiled() {
        valley.gradient(valleyPoint, valleyGradient);
        return valleyGradient;
    }

    /** One gradient of the sharp valley. */
    @Benchmark
    public double[] valleyHandWritten() {
        handWrittenValley(valleyPoint, valleyGradient);
        return valleyGradient;
    }

    /** One gradient of the network, as Symja derives it. */
    @Benchmark
    public double[] networkCompiled() {
        network.gradient(networkPoint, networkGradient);
        return networkGradient;
    }

    /** One gradient of the network, with {@code tanh' = 1 - tanh^2}. */
    @Benchmark
    public double[] networkCompiledByTextbook() {
        networkByTextbook.gradient(networkPoint, networkGradient);
        return networkGradient;
    }

    /** One gradient of the network. */
    @Benchmark
    public double[] networkHandWritten() {
        handWrittenNetwork.gradient(networkPoint, networkGradient);
        return networkGradient;
    }

    /** A million steps of gradient descent on the sharp valley. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double millionStepsCompiled() {
        double[] theta = valleyPoint.clone();
        for (int step = 0; step < 1_000_000; step++) {
            valley.gradient(theta, valleyGradient);
            theta[0] -= 0.3 * valleyGradient[0];
            theta[1] -= 0.3 * valleyGradient[1];
        }
        return theta[0];
    }

    /** A million steps of gradient descent on the sharp valley. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double millionStepsHandWritten() {
        double[] theta = valleyPoint.clone();
        for (int step = 0; step < 1_000_000; step++) {
            handWrittenValley(theta, valleyGradient);
            theta[0] -= 0.3 * valleyGradient[0];
            theta[1] -= 0.3 * valleyGradient[1];
        }
        return theta[0];
    }

    private static void handWrittenValley(double[] theta, double[] gradient) {
        double x = theta[0];
        double y = theta[1];
        gradient[0] = x * y + 1.5 * x * x - 0.01;
        gradient[1] = 0.5 * x * x - 0.01;
    }
}
