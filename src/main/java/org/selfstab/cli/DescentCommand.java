package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.Lyapunov;
import org.selfstab.geometry.UndefinedGeometryException;
import org.selfstab.report.DescentCsv;
import org.selfstab.report.DescentDocument;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.figure.DescentFigures;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab descent}: gradient descent alone. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Runs exact gradient descent from the problem's start, without a constrained trajectory or a prediction, and tells the loss"
                    + " along it. With --measure also sharpness, second eigenvalue, alpha, beta, delta, kappa_3 and gamma at the"
                    + " iterates: what of the theory can be measured on networks for which the rest takes too long.",
            "Says where the iterates end: at a point or on a cycle, found by Newton's method, that attracts and that they have come to or"
                    + " approach at the rate of its multiplier; bounded and not periodic; diverged; or undecided, with the reason.",
            "With --out, also writes descent.csv, descent.json, and descent.html with its figures.",
            "Exit status 0 if all steps were done, or the iterates return in every digit before; 3 if they diverge or leave the loss's domain."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab descent examples/tanh-network.toml --measure --steps 500 \\", "      --out results"})
final class DescentCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "descent.json";

    private static final int MOST_EXPONENT_STEPS = 1_000_000_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(names = "--measure", description = "Look at the Hessian and D3L along u, too.")
    private boolean isMeasured;

    @Option(
            names = "--lyapunov",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "1000000",
            defaultValue = "0",
            description =
                    "Lyapunov exponents, Kaplan-Yorke and sharpness dimension over N further steps, a million by default.")
    private int exponentSteps;

    @Option(names = "--steps", paramLabel = "N", description = "The last step; by default max_steps of [run].")
    private Integer steps;

    @Option(
            names = "--every",
            paramLabel = "K",
            defaultValue = "1",
            description = "Look at every K-th iterate and the last; 1 by default.")
    private int every;

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        OptionLimits.requirePositive(spec, "--every", every);
        Study study = common.read(file, spec.commandLine().getErr());
        int last = steps == null ? study.problem().run().maxSteps() : steps;
        OptionLimits.requirePositive(spec, "--steps", last);
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("descent", record);
        DescentResult result = descended(study, new DescentOptions(last, every, isMeasured, batches()));
        Report report = DescentDocument.report(record, result);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> write(folder.get().path(), result, report, listener),
                    ReportFolder.DESCENT,
                    JSON_FILE,
                    DescentCsv.FILE_NAME,
                    ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return result.end().failure().isEmpty() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }

    /** Rounded up to whole batches. */
    private int batches() {
        if (exponentSteps < 0 || exponentSteps > MOST_EXPONENT_STEPS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--lyapunov " + exponentSteps + ": a number up to " + MOST_EXPONENT_STEPS + " is wanted");
        }
        return (exponentSteps + Lyapunov.BATCHES - 1) / Lyapunov.BATCHES * Lyapunov.BATCHES;
    }

    private DescentResult descended(Study study, DescentOptions options) {
        try {
            return common.showingProgress(
                    spec.commandLine(), study.problem().name(), listener -> study.descent(options, listener));
        } catch (UndefinedGeometryException atStart) {
            throw new SelfstabException(
                            "at the start " + atStart.getMessage(), "move the start, or leave --measure out")
                    .at(Location.startOf(file.toString()));
        }
    }

    private static void write(Path folder, DescentResult result, Report report, RunListener listener)
            throws IOException {
        PendingFile.write(folder.resolve(JSON_FILE), Format.JSON.write(report));
        DescentCsv.write(folder, report.run(), result);
        ReportFolder.writeDescent(
                folder, report.run(), DescentDocument.page(result, DescentFigures.of(result)), listener);
    }
}
