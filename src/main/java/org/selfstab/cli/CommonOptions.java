package org.selfstab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.problem.ReadProblem;
import org.selfstab.vocabulary.FreeText;
import picocli.CommandLine.Option;

/** The options that all commands on problems share. */
final class CommonOptions {

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            parameterConsumer = DefinitionsByName.class,
            description = "Override a parameter; VALUE is an exact expression, for instance 1/2 or 1e-4. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Write files to DIR/<problem name>/.")
    private Path out;

    @Option(names = "--quiet", description = "No progress and no warnings on standard error.")
    private boolean quiet;

    /** The options of a run without overrides that writes files below a folder. */
    static CommonOptions writingTo(Path out) {
        CommonOptions options = new CommonOptions();
        options.out = out;
        options.quiet = true;
        return options;
    }

    Map<String, String> overrides() {
        return overrides;
    }

    /** The output folder; null if no files are asked for. */
    Path out() {
        return out;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Reads a problem with the overrides, and warns of what is dubious in it. */
    Problem read(Path file, PrintWriter err) {
        ReadProblem read = ProblemReader.read(file, overrides);
        warn(read, err);
        return read.problem();
    }

    /** Prints a problem's warnings, unless none are wanted. */
    void warn(ReadProblem read, PrintWriter err) {
        if (!quiet) {
            read.warnings().forEach(warning -> err.println("warning: " + FreeText.visible(warning.toString())));
        }
    }
}
