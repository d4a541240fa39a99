package org.selfstab.loss;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A step of gradient descent on losses of ten, a hundred and a thousand terms. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProgramSizeBenchmark {

    private static final int STEPS = 100;

    /** The number of terms. */
    @Param({"10", "100", "1000"})
    private int terms;

    private GradientKernel kernel;

    /** Derives and compiles. */
    @Setup
    public void compile() {
        kernel = GradientKernel.of(ChainedLoss.ofTerms(terms));
    }

    /** Gradient descent. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[] descent() {
        double[] theta = {0.3, 0.2};
        kernel.descend(theta, 1e-4, STEPS);
        return theta;
    }
}
