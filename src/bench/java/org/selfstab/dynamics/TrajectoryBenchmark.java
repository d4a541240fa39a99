package org.selfstab.dynamics;




import java.util.concurrent.TimeUnit;
import org.hipparchus.util.Binary64;
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
import org.selfstab.ExampleLoss;
import org.selfstab.geometry.LocalGeometry;
import org.selfstab.geometry.Projection;
import org.selfstab.geometry.SignConvention;
import org.selfstab.geometry.StableSetProjection;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;

/** One step, in double precision: geometry, projection, plain, constrained and coupled trajectories. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrajectoryBenchmark {

    private static final int STEPS = 1000;

    /** Two, three and nine variables; their starts are at the edge or before it. */
    @Param({"sharp-valley", "disk-valley", "tanh-network"})
    private String example;

    private Model<Binary64> model;
    private StableSetProjection<Binary64> projection;

    /** Compiles the loss. */
    @Setup
    public void compile() {
        model = ExampleLoss.of(example).in(new CompiledBackend());
        projection = model.projection(ProjectionMethod.EXACT);
    }

    /** Everything of theory.md section 1 at a point, but Hess S. */
    @Benchmark
    public LocalGeometry<Binary64> geometry() {
        return model.geometry().evaluate(model.start(), SignConvention.largestComponentPositive());
    }

    /** The nearest point of the stable set. */
    @Benchmark
    public Projection<Binary64> projection() {
        return projection.project(model.start(), SignConvention.largestComponentPositive());
    }

    /** Plain gradient descent. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object gradientDescent() {
        Descent<Binary64> descent = model.descent(model.start());
        descent.steps(STEPS);
        return descent.iterate();
    }

    /** The constrained trajectory. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Object constrainedTrajectory() {
        ConstrainedTrajectory<Binary64> constrained = model.constrained(model.start(), ProjectionMethod.EXACT);
        for (int step = 0; step < STEPS; step++) {
            constrained.step();
        }
        return constrained.present();
    }

    /** Exact iterates, constrained trajectory and prediction together, without any claim. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public RunEnd coupledRun() {
        return new CoupledRun<>(model, RunOptions.defaults())
                .run(model.start(), new Horizon.Fixed(STEPS), step -> {});
    }
}
