package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftResult;
import org.selfstab.problem.Family;
import org.selfstab.problem.RunSettings;
import org.selfstab.report.DriftCsv;
import org.selfstab.report.DriftDocument;
import org.selfstab.report.DriftFamilyDocument;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.figure.DriftFigures;
import org.selfstab.run.FloorDirections;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab drift}: whether the oscillation dies, lasts or grows. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "The theorem's horizon is O(1/eps) steps, over which the energy of the oscillation is conserved to leading order. Over 1/eps^2 steps"
                    + " it drifts: d log I/dt = eps^2 Gamma (theory.md section 18). This command follows the exact iterates for so long, computes Gamma and"
                    + " alpha along the constrained trajectory, and compares the change of log I and log J that they predict with the energy of"
                    + " each whole period observed.",
            "The verdict is damped, sustained or growing; FAILS where prediction and measurement disagree; UNDECIDED where the run is"
                    + " too short, or curvature off u is neither soft nor stiff and no root of (D16) decides; NOT APPLICABLE where a hypothesis is not met.",
            "With --family or --sweep it follows every member of a family and estimates the order of the law's error in epsilon.",
            "With --out, also writes drift.csv, drift.json, and drift.html with its figures, or drift-family.json and drift-family.html."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  selfstab drift examples/drift/damped-valley.toml",
            "  selfstab drift examples/sharp-valley.toml --set zeta=1/4 --out results",
            "  selfstab drift examples/drift/damped-valley.toml \\",
            "      --sweep epsilon=4e-3,2e-3,1e-3"
        })
final class DriftCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "drift.json";
    /** That of a family. */
    static final String FAMILY_FILE = "drift-family.json";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "The last step; by default as many as show the drift, and at least the problem's horizon.")
    private Integer steps;

    @Option(
            names = "--stiff",
            paramLabel = "X",
            defaultValue = "10",
            description = "Directions with b lambda >= X eps are stiff; 10 by default.")
    private double stiff;

    @Option(
            names = "--soft",
            paramLabel = "X",
            defaultValue = "0.1",
            description = "Directions with b |lambda| <= X eps are soft; 0.1 by default.")
    private double soft;

    @Mixin
    private MemberValues sweep;

    @Option(
            names = "--family",
            description =
                    "Follow all members of the problem's [family], and fit the order of the law's error in epsilon.")
    private boolean wholeFamily;

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        Study study = common.read(file, spec.commandLine().getErr());
        DriftOptions options = options();
        if (wholeFamily || sweep.isGiven()) {
            return followFamily(study, options);
        }
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("drift", record);
        DriftResult result = common.showingProgress(
                spec.commandLine(), study.problem().name(), listener -> study.drift(options, listener));
        Report report = DriftDocument.report(record, result);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> write(folder.get().path(), result, report, listener),
                    ReportFolder.DRIFT,
                    JSON_FILE,
                    DriftCsv.FILE_NAME,
                    ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return ExitStatus.of(result.verdict().status());
    }

    private int followFamily(Study study, DriftOptions options) throws IOException {
        Family family = sweep.familyOf(study.problem(), study::with, file, common.overrides());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("drift-family", record);
        DriftFamilyResult result = common.showingProgress(
                spec.commandLine(), study.problem().name(), listener -> study.driftFamily(options, family, listener));
        Report report = DriftFamilyDocument.report(record, result);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> {
                        PendingFile.write(folder.get().path().resolve(FAMILY_FILE), Format.JSON.write(report));
                        ReportFolder.writeDriftFamily(
                                folder.get().path(), report.run(), DriftFamilyDocument.page(result), listener);
                    },
                    ReportFolder.DRIFT_FAMILY,
                    FAMILY_FILE,
                    ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return ExitStatus.of(result.status());
    }

    private DriftOptions options() {
        if (steps != null) {
            OptionLimits.requireWithin(spec, "--steps", steps, 1, RunSettings.MAX_STEPS);
        }
        if (!(soft > 0) || !(stiff > soft) || !Double.isFinite(stiff)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--soft " + soft + ", --stiff " + stiff + ": two positive numbers are wanted, the second larger");
        }
        return new DriftOptions(Optional.ofNullable(steps), new FloorDirections.Limits(stiff, soft));
    }

    private static void write(Path folder, DriftResult result, Report report, RunListener listener) throws IOException {
        PendingFile.write(folder.resolve(JSON_FILE), Format.JSON.write(report));
        DriftCsv.write(folder, report.run(), result);
        ReportFolder.writeDrift(folder, report.run(), DriftDocument.page(result, DriftFigures.of(result)), listener);
    }
}
