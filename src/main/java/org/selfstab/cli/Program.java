package org.selfstab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the programs of this package have in common: how arguments are read, how failures are told, and how the process ends. */
final class Program {

    private Program() {}

    /** Does the work of a process, which takes where to print and gives an exit status, and ends the process. */
    static void exit(ToIntBiFunction<PrintWriter, PrintWriter> work) {
        StandardOutput output = new StandardOutput();
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = work.applyAsInt(out, err);
        out.flush();
        Optional<String> missing = output.failure();
        missing.ifPresent(err::println);
        err.flush();
        System.exit(missing.isPresent() ? ExitStatus.worst(status, ExitStatus.BAD_INPUT) : status);
    }

    /** Makes a command read its arguments, and tell its version and what is wrong, as all do. */
    static CommandLine prepared(CommandLine program) {
        tellVersion(program, new Version());
        Failures failures = new Failures();
        return program.registerConverter(Path.class, new Place())
                .setCaseInsensitiveEnumValuesAllowed(true)
                // an argument is what it says, and no file of arguments
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** A path as it is given; nothing, as of a shell's variable that is not set, would be the current folder. */
    private static final class Place implements ITypeConverter<Path> {

        @Override
        public Path convert(String text) {
            if (text.isEmpty()) {
                throw new TypeConversionException("no path is given; give one, . for the current folder");
            }
            try {
                return Path.of(text);
            } catch (InvalidPathException noPath) {
                throw new TypeConversionException("this is not a path: " + noPath.getReason());
            }
        }
    }

    /** Here and not by the annotation of each command, for which picocli would look by reflection into what it names. */
    private static void tellVersion(CommandLine command, Version version) {
        command.getCommandSpec().versionProvider(version);
        command.getSubcommands().values().forEach(subcommand -> tellVersion(subcommand, version));
    }

    /** Runs a command that prints to the given writers, and returns its exit status. */
    static int execute(CommandLine program, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return program.setOut(out).setErr(err).execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            err.println("selfstab: out of memory; give Java more with java -Xmx..., or a smaller problem");
            return ExitStatus.BAD_INPUT;
        } catch (StackOverflowError tooDeep) {
            err.println("selfstab: internal error; please report it: the stack overflowed");
            return ExitStatus.BUG;
        }
    }
}
