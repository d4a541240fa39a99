package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.report.OriginFile;
import org.selfstab.report.Recorded;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that all commands on problems share. */
final class CommonOptions {

    /** The files of one run, some of whose figures several commands write. */
    static final String RUN = "run";

    /** Absent where another command has the files written. */
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            parameterConsumer = DefinitionsByName.class,
            description = "Override a parameter; VALUE is an exact expression, for instance 1/2 or 1e-4. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write files to DIR/<problem name>/. Those of another problem or of other options are not replaced.")
    private Path out;

    @Option(names = "--force", description = "Replace what --out finds there of another problem or of other options.")
    private boolean force;

    @Option(names = "--quiet", description = "No progress and no warnings on standard error.")
    private boolean quiet;

    /**
     * The options of a run without overrides that writes files below a folder.
     *
     * @param force whether it may replace another run's
     */
    static CommonOptions writingTo(Path out, boolean force) {
        CommonOptions options = new CommonOptions();
        options.out = out;
        options.force = force;
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

    /** Has files written below a folder, if none is given. */
    void writeByDefaultTo(Path folder) {
        out = out == null ? folder : out;
    }

    /** Whether files of other runs may be replaced. */
    boolean isForced() {
        return force;
    }

    /**
     * The folder of a problem's files, to be asked for before the run, which may be long; empty if no files are wanted.
     *
     * @param files what they are: files of different kinds lie side by side
     * @param run the run of the problem
     * @throws SelfstabException if another run's files would be replaced
     */
    Optional<OwnFolder> folder(String files, RunRecord run) throws IOException {
        if (out == null) {
            return Optional.empty();
        }
        Path place = out.resolve(run.problem().orElseThrow().name());
        OwnFolder folder = new OwnFolder(place, new OriginFile(files, run), force);
        folder.requireFree();
        return Optional.of(folder);
    }

    /** What is run: a problem of a file, by this command with its options. */
    RunRecord record(Path file, Study study) {
        return RunRecord.of(
                spec == null ? "verify" : spec.commandLine().getCommandName(),
                file,
                study.text(),
                study.problem(),
                settings());
    }

    /** The options given that say what is computed, with their values. */
    Map<String, List<String>> settings() {
        return spec == null ? Map.of() : GivenOptions.of(spec);
    }

    /** Does work on something named, showing how far it is unless no progress is wanted. */
    <R> R showingProgress(CommandLine command, String name, Function<RunListener, R> work) {
        return quiet ? work.apply(RunListener.none()) : Progress.of(command, name, work);
    }

    /** Writes files into a folder, told how far it is. */
    @FunctionalInterface
    interface FilesWriter {

        void write(RunListener listener) throws IOException;
    }

    /**
     * Takes a folder and writes files into it, showing how far it is, and says what was written, unless neither is wanted.
     *
     * @param names the files and folders, of which those are told that are there
     */
    void writing(CommandLine command, OwnFolder folder, FilesWriter files, String... names) throws IOException {
        folder.take();
        writing(command, folder.path(), files, with(folder.record(), names));
    }

    /** The same in a folder that has a record of its own. */
    void writing(CommandLine command, Path folder, FilesWriter files, String... names) throws IOException {
        if (quiet) {
            files.write(RunListener.none());
            return;
        }
        String name = folder.getFileName().toString();
        try (Progress progress = Progress.of(command, name)) {
            files.write(progress.listener(name));
        }
        tell(command, folder, names);
    }

    /** Says what was written into a folder, as {@link #tell} does, unless that is not wanted. */
    void tellWritten(CommandLine command, OwnFolder folder, String... names) {
        if (!quiet) {
            tell(command, folder, names);
        }
    }

    /** Says what was written into a folder, of those names that are there, and the record of its run. */
    static void tell(CommandLine command, OwnFolder folder, String... names) {
        tell(command, folder.path(), with(folder.record(), names));
    }

    private static String[] with(String last, String... names) {
        return Stream.concat(Arrays.stream(names), Stream.of(last)).toArray(String[]::new);
    }

    /** Says what was written into a folder, of those names that are there; tables have descriptions beside them. */
    private static void tell(CommandLine command, Path folder, String... names) {
        Stream<String> descriptions =
                Arrays.stream(names).filter(name -> name.endsWith(".csv")).map(Recorded::description);
        String there = Stream.concat(Arrays.stream(names), descriptions)
                .filter(name -> Files.exists(folder.resolve(name)))
                .collect(Collectors.joining(", "));
        command.getErr().println("written: " + FreeText.visible(folder.toString()) + " (" + there + ")");
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Reads a problem with the overrides, and warns of what is dubious in it. */
    Study read(Path file, PrintWriter err) {
        Study study = Selfstab.read(file, overrides);
        warn(study, err);
        return study;
    }

    /** Prints a problem's warnings, unless none are wanted. */
    void warn(Study study, PrintWriter err) {
        if (!quiet) {
            printWarnings(study, err);
        }
    }

    /** Prints a problem's warnings. */
    static void printWarnings(Study study, PrintWriter err) {
        study.warnings().forEach(warning -> err.println("warning: " + FreeText.visible(warning.toString())));
    }
}
