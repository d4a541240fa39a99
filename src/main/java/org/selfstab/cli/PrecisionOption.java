package org.selfstab.cli;

import java.util.OptionalInt;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.run.RunOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The choice of {@code --precision}. */
final class PrecisionOption {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    private OptionalInt digits = OptionalInt.empty();

    @Option(
            names = "--precision",
            paramLabel = "double|DIGITS",
            description =
                    "Numbers of the run: double (the default) or decimal floating point with the given number of digits.")
    void setPrecision(String precision) {
        digits = precision.equalsIgnoreCase("double") ? OptionalInt.empty() : OptionalInt.of(digits(precision));
    }

    private int digits(String precision) {
        String wanted = "--precision takes 'double' or a number of digits from " + DecimalBackend.MIN_DIGITS + " to "
                + DecimalBackend.MAX_DIGITS + ", not '" + precision + "'";
        try {
            int value = Integer.parseInt(precision);
            if (value >= DecimalBackend.MIN_DIGITS && value <= DecimalBackend.MAX_DIGITS) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new ParameterException(spec.commandLine(), wanted, notANumber);
        }
        throw new ParameterException(spec.commandLine(), wanted);
    }

    /** Runs in the numbers asked for. */
    RunOptions in(RunOptions options) {
        return digits.isPresent() ? options.withDigits(digits.getAsInt()) : options;
    }

    /** The number of decimal digits; empty for double precision. */
    OptionalInt digits() {
        return digits;
    }
}
