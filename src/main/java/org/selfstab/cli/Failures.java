package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.selfstab.expression.ExpressionLimitException;
import org.selfstab.generate.ImpossibleRequestException;
import org.selfstab.interval.NoEnclosureException;
import org.selfstab.recheck.CertificateException;
import org.selfstab.sweep.SweepException;
import org.selfstab.symbolic.SymbolicException;
import org.selfstab.symbolic.SymbolicTimeoutException;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.ProblemFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what went wrong, and with which exit status. A class and no method references: picocli's interfaces are of an old
 * class file version, and those behind a lambda are left out of class-data archives.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** Usage that cannot be worked with, in one line: the whole usage would hide what is wrong. */
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        List<String> similar =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String advice = similar.isEmpty() ? "" : "did you mean " + String.join(" or ", similar) + "? ";
        String message = isUnknownChoice(wrong)
                ? unknownChoice(wrong)
                : wrong.getMessage().replaceAll("\\R+", " ");
        wrong.getCommandLine()
                .getErr()
                .println(FreeText.visible(
                        command + ": " + message + "; " + advice + "'" + command + " --help' shows the usage"));
        return ExitStatus.BAD_INPUT;
    }

    private static boolean isUnknownChoice(ParameterException wrong) {
        return wrong.getArgSpec() instanceof OptionSpec option && option.type().isEnum() && wrong.getValue() != null;
    }

    /** Names the choices as help and documentation do, where picocli names constants of the program. */
    private static String unknownChoice(ParameterException wrong) {
        OptionSpec option = (OptionSpec) wrong.getArgSpec();
        String choices = Arrays.stream(option.type().getEnumConstants())
                .map(choice -> ((Enum<?>) choice).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return option.longestName() + " " + wrong.getValue() + ": one of " + choices + " expected";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof ProblemFileException
                || failure instanceof InputException
                || failure instanceof ImpossibleRequestException
                || failure instanceof SweepException
                || failure instanceof CertificateException
                || failure instanceof NoEnclosureException
                || failure instanceof SymbolicException
                || failure instanceof SymbolicTimeoutException
                || failure instanceof ExpressionLimitException
                || failure.getCause() instanceof ExpressionLimitException) {
            command.getErr().println(FreeText.visible(failure.getMessage()));
            return ExitStatus.BAD_INPUT;
        }
        if (failure instanceof CancellationException || failure instanceof ClosedByInterruptException) {
            command.getErr().println("interrupted");
            return ExitStatus.INTERRUPTED;
        }
        if (failure instanceof IOException unwritable) {
            command.getErr()
                    .println(FreeText.visible(InputException.of(unwritable).getMessage()));
            return ExitStatus.BAD_INPUT;
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        command.getErr().println("selfstab: a bug of ours, please report it: " + FreeText.visible(failure.toString()));
        command.getErr().print(FreeText.visibleLines(trace.toString().replace("\t", "    ")));
        return ExitStatus.BUG;
    }
}
