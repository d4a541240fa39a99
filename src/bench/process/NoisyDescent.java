package org.selfstab.noise;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.RealValue;

/** Stochastic gradients as the program takes them, timed within the process like noise.c. Arguments: PROBLEM STEPS and parameters, NAME=VALUE. */
public final class NoisyDescent {

    private static final int WARM_UP = 2_000_000;

    private NoisyDescent() {}

    /** Prints the nanoseconds of processor time of one step, after a run that warms up, and the last iterate. */
    public static void main(String[] arguments) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            int sign = arguments[i].indexOf('=');
            parameters.put(arguments[i].substring(0, sign), arguments[i].substring(sign + 1));
        }
        Problem problem =
                ProblemReader.read(Path.of(arguments[0]), parameters).problem();
        NoiseSource source = NoiseSource.of(problem, new CompiledBackend().loss(DerivedLoss.of(problem)));
        descent(problem, source).steps(WARM_UP);
        StochasticDescent descent = descent(problem, source);
        int steps = Integer.parseInt(arguments[1]);
        var thread = ManagementFactory.getThreadMXBean();
        long begin = thread.getCurrentThreadCpuTime();
        descent.steps(steps);
        double nanoseconds = thread.getCurrentThreadCpuTime() - begin;
        descent.look();
        System.out.printf("%.3f %s %s%n", nanoseconds / steps, descent.point()[0], descent.point()[1]);
    }

    private static StochasticDescent descent(Problem problem, NoiseSource source) {
        double[] start = problem.startPoint().stream().mapToDouble(RealValue::of).toArray();
        return new StochasticDescent(MethodMatrices.of(problem), source, start, new Xoshiro256(1));
    }
}
