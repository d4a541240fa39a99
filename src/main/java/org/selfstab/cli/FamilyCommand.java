package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.FamilyResult;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.report.FamilyCsv;
import org.selfstab.report.FamilyDocument;
import org.selfstab.report.FamilyPlot;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.ReportFolder;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab family}: the order of the errors over a family. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Runs the members of the problem's family and fits the order of each error of the theory's conclusions in its"
                    + " unit, of which the theory asserts that it is at least 1.",
            "With --out, also writes family.csv, family.json, family.html with its figures, and pgfplots/orders.tex for a"
                    + " paper."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  selfstab family examples/sharp-valley.toml \\",
            "      --sweep epsilon=1e-2,1e-3,1e-4,1e-5 --out results"
        })
final class FamilyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private MemberValues sweep;

    @Mixin
    private CommonOptions common;

    @Mixin
    private RunOptionsMixin run;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        Study study = common.read(file, spec.commandLine().getErr());
        Problem problem = study.problem();
        Family family = sweep.familyOf(study.problem(), study::with, file, common.overrides());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("family", record);
        FamilyResult result = common.showingProgress(
                spec.commandLine(), problem.name(), listener -> study.family(run.in(precision), family, listener));
        format.print(FamilyDocument.report(record, result), spec.commandLine().getOut());
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> writeFiles(folder.get(), result, listener),
                    ReportFolder.FAMILY,
                    "family.json",
                    "family.csv",
                    ReportFolder.FIGURES,
                    ReportFolder.PICTURES);
        }
        return ExitStatus.of(result.status());
    }

    private static void writeFiles(OwnFolder own, FamilyResult result, RunListener listener) throws IOException {
        Path folder = own.path();
        FamilyCsv.write(folder, own.run(), result);
        FamilyPlot.write(folder, own.run(), result);
        PendingFile.write(folder.resolve("family.json"), Format.JSON.write(FamilyDocument.report(own.run(), result)));
        ReportFolder.writeFamily(folder, own.run(), FamilyDocument.page(result), listener);
    }
}
