package org.selfstab.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of commands that run trajectories. */
final class RunOptionsMixin {

    private static final int MAX_HORIZON = 100_000_000;

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
        horizon = horizon(steps, spec);
    }

    /**
     * The number of steps that {@code --horizon} asks for.
     *
     * @throws ParameterException if no run has so many
     */
    static Optional<Integer> horizon(int steps, CommandSpec spec) {
        if (steps < 1 || steps > MAX_HORIZON) {
            throw new ParameterException(
                    spec.commandLine(), "--horizon " + steps + ": a number of steps from 1 to " + MAX_HORIZON);
        }
        return Optional.of(steps);
    }

    RunOptions options() {
        return new RunOptions(projection, frame, horizon);
    }

    /** These in the numbers asked for. */
    RunOptions in(PrecisionOption precision) {
        OptionalInt digits = precision.digits();
        return digits.isPresent() ? options().withDigits(digits.getAsInt()) : options();
    }
}
