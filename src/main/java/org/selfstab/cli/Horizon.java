package org.selfstab.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The value of {@code --horizon}. */
final class Horizon {

    private static final int MAX_HORIZON = 100_000_000;

    private Horizon() {}

    /**
     * The number of steps that {@code --horizon} asks for.
     *
     * @throws ParameterException if no run has so many
     */
    static Optional<Integer> of(int steps, CommandSpec spec) {
        if (steps < 1 || steps > MAX_HORIZON) {
            throw new ParameterException(
                    spec.commandLine(), "--horizon " + steps + ": a number of steps from 1 to " + MAX_HORIZON);
        }
        return Optional.of(steps);
    }
}
