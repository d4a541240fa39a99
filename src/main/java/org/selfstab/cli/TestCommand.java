package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.SuiteDocument;
import org.selfstab.report.SuiteJUnitXml;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import org.selfstab.suite.ClaimFile;
import org.selfstab.suite.ClaimFinder;
import org.selfstab.suite.FileResult;
import org.selfstab.suite.SuiteRun;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab test}: the claims of problem files and statement files. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Finds every problem file and every statement file below the folders and judges what they claim: the [expect] of"
                    + " problems, the checks of statements.",
            "With --mutate, also tries wrong variants of each claim that passes and reports those that pass as well, since a"
                    + " check that cannot fail is not a check: verdicts are exchanged, bounds moved tenfold, values moved by a"
                    + " hundredth and in sign, equations given wrong signs, factors and exponents.",
            "The folders' files are problems if they have a loss, statements if they have a statement; other TOML files,"
                    + " hidden folders and folders named target are left out.",
            "--precision is that of problems' runs; noise, drift and where the optimizer ends are then undecided, and the checks"
                    + " of statements state their own."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab test examples theory --junit-xml claims.xml")
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders or single files (TOML).")
    private List<Path> places;

    @Option(names = "--mutate", description = "Also report claims that cannot fail.")
    private boolean mutate;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private JUnitOption junit;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write DIR/index.html, the status of every claim, and the report of each problem, which"
                    + " verifies it. Those of another PLACE are not replaced.")
    private Path folder;

    @Option(names = "--force", description = "Replace what --out finds there of another PLACE.")
    private boolean force;

    @Option(names = "--quiet", description = "No progress and no warnings on standard error.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        List<ClaimFile> files = ClaimFinder.find(places, options());
        if (files.isEmpty()) {
            throw Location.startOf(places.get(0))
                    .error(
                            "no problem file and no statement file below",
                            "give a folder" + " with *.toml files that have a loss or a statement");
        }
        warn(files);
        if (folder != null) {
            index().requireFree();
        }
        List<FileResult> results = resultsOf(files);
        format.print(
                SuiteDocument.report(record(), options(), results),
                spec.commandLine().getOut());
        junit.write(() -> SuiteJUnitXml.write(results));
        int status = statusOf(results);
        return folder == null ? status : ExitStatus.worst(status, writePages(results));
    }

    private RunRecord record() {
        Map<String, List<String>> settings = new LinkedHashMap<>(settings());
        if (mutate) {
            settings.put("--mutate", List.of());
        }
        return RunRecord.of(spec.commandLine().getCommandName(), places, settings);
    }

    /** What else than the places decides what is computed. */
    private Map<String, List<String>> settings() {
        OptionalInt digits = precision.digits();
        return digits.isPresent() ? Map.of("--precision", List.of(Integer.toString(digits.getAsInt()))) : Map.of();
    }

    private RunOptions options() {
        return precision.in(RunOptions.defaults());
    }

    private OwnFolder index() {
        return OwnFolder.ofIndex(spec.commandLine().getCommandName(), folder, places, settings(), force);
    }

    private int writePages(List<FileResult> results) throws IOException {
        OwnFolder index = index();
        index.take();
        SuiteReports reports = new SuiteReports(folder, options(), force, quiet, spec.commandLine());
        ReportFolder.writeIndex(folder, index.run(), SuiteDocument.index(options(), results, reports.write(results)));
        if (!quiet) {
            CommonOptions.tell(spec.commandLine(), index, ReportFolder.INDEX);
        }
        return reports.status();
    }

    private void warn(List<ClaimFile> files) {
        if (!quiet) {
            files.stream()
                    .flatMap(file -> file.warnings().stream())
                    .forEach(warning -> spec.commandLine().getErr().println("warning: " + FreeText.visible(warning)));
        }
    }

    private List<FileResult> resultsOf(List<ClaimFile> files) {
        int threads = Runtime.getRuntime().availableProcessors();
        SuiteRun run = mutate ? SuiteRun.mutating(threads) : SuiteRun.judging(threads);
        return run.run(files, result -> show(result, files.size()));
    }

    /** The files done are the progress; errors are told as they come, in any case. */
    private void show(FileResult result, int files) {
        PrintWriter err = spec.commandLine().getErr();
        result.error().map(FreeText::visible).ifPresent(err::println);
        if (!quiet) {
            err.println(FreeText.visible(result.file().file().toString()) + " (of " + files + "): "
                    + result.count(Verdict.Status.HOLDS) + " passed of "
                    + result.file().claims().size());
        }
    }

    /** A file without claims has no part in the status; if no file has any, nothing is decided. */
    private static int statusOf(List<FileResult> results) {
        return results.stream()
                .filter(result -> !result.isWithoutClaims())
                .map(TestCommand::statusOf)
                .reduce(ExitStatus::worst)
                .orElse(ExitStatus.UNDECIDED);
    }

    private static int statusOf(FileResult result) {
        if (result.error().isPresent()) {
            return ExitStatus.BAD_INPUT;
        }
        if (result.count(Verdict.Status.FAILS) > 0 || result.survivors() > 0) {
            return ExitStatus.FAILS;
        }
        return result.count(Verdict.Status.UNDECIDED) > 0 ? ExitStatus.UNDECIDED : ExitStatus.HOLDS;
    }
}
