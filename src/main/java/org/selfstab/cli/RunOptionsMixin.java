package org.selfstab.cli;

import java.util.Optional;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of commands that run trajectories. */
final class RunOptionsMixin {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--frame",
            paramLabel = "FRAME",
            defaultValue = "moving",
            description = "Predicted dynamics: moving (the paper's form, the default), ambient or generalised.")
    private PredictedFrame frame;

    @Option(
            names = "--projection",
            paramLabel = "METHOD",
            defaultValue = "exact",
            description =
                    "Projection onto the stable set: exact (nearest point, the default) or linearised (the paper's code).")
    private ProjectionMethod projection;

    private Optional<Integer> horizon = Optional.empty();

    @Option(names = "--horizon", paramLabel = "N", description = "Number of steps; overrides the problem's horizon.")
    void setHorizon(int steps) {
        horizon = Horizon.of(steps, spec);
    }

    RunOptions options() {
        return new RunOptions(projection, frame, horizon);
    }

    /** These in the numbers asked for. */
    RunOptions in(PrecisionOption precision) {
        return precision.in(options());
    }
}
