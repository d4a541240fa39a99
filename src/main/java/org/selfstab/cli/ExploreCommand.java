package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.claims.Exploration;
import org.selfstab.report.ExplorationDocument;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.figure.ExplorationFigures;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab explore}: which step sizes meet the edge. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Follows gradient flow from the problem's start and draws the sharpness along it: a step size eta meets the edge where the"
                    + " sharpness rises to 2/eta. For the file's own eta and some others it runs plain gradient descent until it is"
                    + " there, and tells alpha, beta, epsilon and delta at that point, and whether alpha is positive, so that"
                    + " self-stabilization is possible; and lines to paste that start a run there.",
            "With --out, also writes explore.html, its figures and explore.json.",
            "Exit status 0 if some step size meets the edge from below, or none along the whole flow; 3 if none does so far and the flow still"
                    + " moves after max_steps."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab explore examples/tanh-network.toml --eta 1/9,1/8,1/7 --out results")
final class ExploreCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "explore.json";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--eta",
            paramLabel = "A,B,...",
            split = ",",
            description =
                    "Step sizes to try besides the file's own, exact expressions; by default five where the sharpness rises.")
    private List<String> stepSizes = List.of();

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        Study study = common.read(file, spec.commandLine().getErr());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("explore", record);
        Exploration exploration = common.showingProgress(
                spec.commandLine(), study.problem().name(), listener -> study.explore(stepSizes, listener));
        Report report = ExplorationDocument.report(record, exploration);
        if (folder.isPresent()) {
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> write(folder.get().path(), exploration, report, listener),
                    ReportFolder.EXPLORE,
                    JSON_FILE,
                    ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return exploration.flow().end().isComplete() || !exploration.ranges().isEmpty()
                ? ExitStatus.HOLDS
                : ExitStatus.UNDECIDED;
    }

    private static void write(Path folder, Exploration exploration, Report report, RunListener listener)
            throws IOException {
        PendingFile.write(folder.resolve(JSON_FILE), Format.JSON.write(report));
        ReportFolder.writeExploration(
                folder,
                report.run(),
                ExplorationDocument.page(exploration, ExplorationFigures.of(exploration)),
                listener);
    }
}
