package org.selfstab.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses options whose numbers are too small or too large. */
final class OptionLimits {

    private OptionLimits() {}

    /**
     * Requires a number from one to another.
     *
     * @param option as it is written
     */
    static void requireWithin(CommandSpec command, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " " + value + ": a number from " + least + " to " + most + " is wanted");
        }
    }

    /**
     * Requires a positive, finite number.
     *
     * @param option as it is written
     */
    static void requirePositive(CommandSpec command, String option, Number value) {
        if (!(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
            throw new ParameterException(command.commandLine(), option + " " + value + ": a positive number is wanted");
        }
    }
}
