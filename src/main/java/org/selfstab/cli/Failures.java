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
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return option.longestName() + " " + wrong.getValue() + ": one of " + choices + " expected";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof CancellationException || failure instanceof ClosedByInterruptException) {
            command.getErr().println("interrupted");
            return ExitStatus.INTERRUPTED;
        }
        if (failure instanceof IOException unwritten && command.getCommandSpec().findOption("--out") == null) {
            return told(unwritable("", unwritten), fileOf(arguments), command.getErr());
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
        err.println((line.isAboutTheLoss() ? line.at(Location.startOf(file)) : line).getMessage());
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

    /** A file that cannot be written; files that cannot be read are told as errors in the problem. */
    static SelfstabException unwritable(IOException failure) {
        return unwritable("--out: ", failure);
    }

    private static SelfstabException unwritable(String option, IOException failure) {
        String what = failure instanceof FileSystemException place && place.getReason() == null
                ? place.getFile() + ": " + reason(place)
                : String.valueOf(failure.getMessage());
        return new SelfstabException(
                option + "cannot write " + what.replaceAll("\\R+", " "), "give a folder that can be written to");
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
