package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what went wrong, and with which exit status. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String WHOLE = "a whole number of at most ";
    private static final Map<Class<?>, String> NUMBERS = Map.of(
            int.class, WHOLE + Integer.MAX_VALUE,
            Integer.class, WHOLE + Integer.MAX_VALUE,
            long.class, WHOLE + Long.MAX_VALUE,
            Long.class, WHOLE + Long.MAX_VALUE,
            double.class, "a number",
            Double.class, "a number");

    /** Usage that cannot be worked with, in one line: the whole usage would hide what is wrong. */
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        List<String> similar =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String advice = similar.isEmpty() ? "" : "did you mean " + String.join(" or ", similar) + "? ";
        String message =
                isUnusable(wrong) ? expected(wrong) : wrong.getMessage().replaceAll("\\R+", " ");
        wrong.getCommandLine()
                .getErr()
                .println(FreeText.visible(
                        command + ": " + message + "; " + advice + "'" + command + " --help' shows the usage"));
        return ExitStatus.BAD_INPUT;
    }

    /** Whether an option's value is no choice or no number, of which picocli tells in names of the program and of Java. */
    private static boolean isUnusable(ParameterException wrong) {
        return wrong.getArgSpec() instanceof OptionSpec option
                && wrong.getValue() != null
                && (option.type().isEnum() || NUMBERS.containsKey(option.type()));
    }

    private static String expected(ParameterException wrong) {
        OptionSpec option = (OptionSpec) wrong.getArgSpec();
        String value = option.type().isEnum()
                ? "one of "
                        + Arrays.stream(option.type().getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : NUMBERS.get(option.type());
        return option.longestName() + " " + wrong.getValue() + ": " + value + " expected";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof CancellationException || failure instanceof ClosedByInterruptException) {
            command.getErr().println("interrupted");
            return ExitStatus.INTERRUPTED;
        }
        if (failure instanceof SelfstabException || failure instanceof IOException) {
            return told(failure, fileOf(arguments), command.getErr());
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        command.getErr().println("selfstab: internal error; please report it: " + FreeText.visible(failure.toString()));
        command.getErr().print(FreeText.visibleLines(trace.toString().replace("\t", "    ")));
        return ExitStatus.BUG;
    }

    /**
     * Tells what cannot be done as asked for, in one line.
     *
     * @param failure a {@link SelfstabException} or an {@link IOException}
     * @param file the file it is about, which is its place if it is about the problem as a whole
     * @return the exit status
     */
    static int told(Exception failure, String file, PrintWriter err) {
        SelfstabException line = failure instanceof SelfstabException known ? known : unwritable((IOException) failure);
        err.println((line.isAboutTheProblem() ? line.at(Location.startOf(file)) : line).getMessage());
        return ExitStatus.BAD_INPUT;
    }

    /** Commands name the file that they are about first. */
    private static String fileOf(CommandLine.ParseResult arguments) {
        CommandLine.ParseResult command = arguments;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        return command.matchedPositionals().stream()
                .flatMap(positional -> positional.originalStringValues().stream())
                .findFirst()
                .orElse(command.commandSpec().name());
    }

    /** A file that cannot be written; those who read files tell themselves that one cannot be read. */
    static SelfstabException unwritable(IOException failure) {
        String what = failure instanceof FileSystemException place && place.getReason() == null
                ? place.getFile() + ": " + reason(place)
                : String.valueOf(failure.getMessage());
        return new SelfstabException(
                FreeText.visible("cannot write " + what.replaceAll("\\R+", " ")),
                "give a place that can be written to");
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof FileAlreadyExistsException) {
            return "it exists and is not a folder";
        }
        return failure instanceof AccessDeniedException
                ? "access denied"
                : failure.getClass().getSimpleName();
    }
}
