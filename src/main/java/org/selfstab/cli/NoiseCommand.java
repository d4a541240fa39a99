package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.NoiseOptions;
import org.selfstab.claims.NoiseResult;
import org.selfstab.problem.Problem;
import org.selfstab.problem.RunSettings;
import org.selfstab.report.Format;
import org.selfstab.report.NoiseDocument;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.figure.NoiseFigures;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Digits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab noise}: stochastic gradients. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "For a problem with [noise]. Where Newton's method finds a minimum from the start: the step sizes above which the second moment of"
                    + " the linearization grows (mean-square edge, by enumeration of batches and by closed form) and above which it grows"
                    + " almost surely, the batch sharpness there, and how many runs leave the minimum by their step size.",
            "Otherwise, at the edge of progressive sharpening: the gap below the edge at which the sharpness settles, predicted beside runs of"
                    + " the exact stochastic iterates, each of its own stream of random numbers, the same on every machine.",
            "With --out, also writes noise.json, and noise.html with its figures.",
            "Exit status 0 if prediction and runs agree, or edges were found at a certified minimum; 1 if they disagree; 3 if that is undecided."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab noise examples/noise/four-items.toml --set batch=1 --out results")
final class NoiseCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "noise.json";

    /** More than this is told beforehand. */
    private static final double MANY_GRADIENTS = 5e9;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--replicas",
            paramLabel = "R",
            defaultValue = "" + NoiseOptions.REPLICAS,
            description = "Independent runs at the edge; ${DEFAULT-VALUE} by default.")
    private int replicas;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of each, of which the first quarter is not measured; " + NoiseOptions.STEPS
                    + " by default, fewer for batches above 46 items.")
    private Integer steps;

    @Option(
            names = "--escape-runs",
            paramLabel = "R",
            description = "Runs beside a minimum for each step size; 200 by default, fewer for batches above 44 items.")
    private Integer escapeRuns;

    @Option(
            names = "--escape-steps",
            paramLabel = "T",
            defaultValue = "2000",
            description = "Steps within which they leave; ${DEFAULT-VALUE} by default.")
    private int escapeSteps;

    @Option(
            names = "--spread",
            paramLabel = "SIGMA",
            defaultValue = "0.01",
            description = "The standard deviation of each coordinate of their starts; ${DEFAULT-VALUE} by default.")
    private double spread;

    @Option(
            names = "--radius",
            paramLabel = "R",
            defaultValue = "0.5",
            description = "How far from the minimum a run has left; ${DEFAULT-VALUE} by default.")
    private double radius;

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        requireWithinLimits();
        Study study = common.read(file, spec.commandLine().getErr());
        NoiseOptions options = options(NoiseOptions.defaults(study.problem()));
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("noise", record);
        tellCost(study.problem(), options);
        NoiseResult result = common.showingProgress(
                spec.commandLine(), study.problem().name(), listener -> study.noise(options, listener));
        Report report = NoiseDocument.report(record, result);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> write(folder.get().path(), result, report, listener),
                    ReportFolder.NOISE,
                    JSON_FILE,
                    ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return ExitStatus.of(result.status());
    }

    /** Beforehand, where it may take long. */
    private void tellCost(Problem problem, NoiseOptions options) {
        int batch = NoiseOptions.itemsOfGradient(problem);
        double gradients = options.mostGradients(batch);
        if (gradients > MANY_GRADIENTS && !common.isQuiet()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Digits.LOCALE,
                            "up to %.1e gradients of single items (batch = %d), of which a processor does some 10^8 in a second at best; --escape-runs and --escape-steps, or --replicas and --steps, make them fewer%n",
                            gradients,
                            batch);
        }
    }

    private void requireWithinLimits() {
        OptionLimits.requireWithin(spec, "--replicas", replicas, 2, NoiseOptions.MOST_RUNS);
        if (steps != null) {
            OptionLimits.requireWithin(spec, "--steps", steps, 1, RunSettings.MAX_STEPS);
        }
        if (escapeRuns != null) {
            OptionLimits.requireWithin(spec, "--escape-runs", escapeRuns, 2, NoiseOptions.MOST_RUNS);
        }
        OptionLimits.requireWithin(spec, "--escape-steps", escapeSteps, 1, RunSettings.MAX_STEPS);
        OptionLimits.requirePositive(spec, "--spread", spread);
        OptionLimits.requirePositive(spec, "--radius", radius);
    }

    private NoiseOptions options(NoiseOptions defaults) {
        return new NoiseOptions(
                replicas,
                steps == null ? defaults.steps() : steps,
                new NoiseOptions.Escapes(
                        escapeRuns == null ? defaults.escape().runs() : escapeRuns, escapeSteps, spread, radius));
    }

    private static void write(Path folder, NoiseResult result, Report report, RunListener listener) throws IOException {
        PendingFile.write(folder.resolve(JSON_FILE), Format.JSON.write(report));
        ReportFolder.writeNoise(folder, report.run(), NoiseDocument.page(result, NoiseFigures.of(result)), listener);
    }
}
