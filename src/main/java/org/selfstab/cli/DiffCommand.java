package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.selfstab.report.OriginFile;
import org.selfstab.report.Report;
import org.selfstab.report.ReportFolder;
import org.selfstab.report.comparison.Comparison;
import org.selfstab.report.comparison.ComparisonDocument;
import org.selfstab.report.comparison.SavedOutput;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab diff}: two outputs of the program beside each other. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Compares two outputs in JSON of the same command: which verdicts, numbers, texts and settings differ. Each is a file that"
                    + " --format json printed or --out wrote, or the folder that --out wrote for a problem.",
            "With --out DIR, a page comparison.html with both trajectories in one picture, where both folders have one.",
            "Exit status 0 if the same was found, whatever was asked for, 1 if something differs, 2 if the two cannot be compared."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab diff first/sharp-valley second/sharp-valley \\", "      --tolerance 1e-9 --out comparison"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "An output in JSON, or the folder with it.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Another of the same command.")
    private Path second;

    @Option(
            names = "--beside",
            paramLabel = "MORE",
            description = "Another output, for the picture of several optimizers in units of the theory. Repeatable.")
    private List<Path> beside = List.of();

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            defaultValue = "0",
            description = "Numbers that are apart by at most X, relative to the larger, are the same (default 0).")
    private double tolerance;

    @Option(
            names = "--all",
            description = "Compare also the steps and points at which extremes are attained, and the remarks on them.")
    private boolean all;

    @Option(names = "--out", paramLabel = "DIR", description = "Write comparison.html and its figures to DIR.")
    private Path out;

    @Option(names = "--force", description = "Replace what --out finds there of another comparison.")
    private boolean force;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new SelfstabException("--tolerance " + tolerance, "it must be a number that is not negative");
        }
        Comparison comparison = Comparison.of(SavedOutput.read(first), SavedOutput.read(second), tolerance, all);
        RunRecord record =
                RunRecord.of(spec.commandLine().getCommandName(), List.of(first, second), GivenOptions.of(spec));
        List<SavedOutput> more = new ArrayList<>();
        for (Path each : beside) {
            more.add(SavedOutput.read(each));
        }
        Report report = ComparisonDocument.report(record, comparison, more);
        if (out != null) {
            OwnFolder folder = new OwnFolder(out, new OriginFile("comparison", record), force);
            folder.requireFree();
            folder.take();
            ReportFolder.writeComparison(folder.path(), record, report.document());
            CommonOptions.tell(spec.commandLine(), folder, ReportFolder.COMPARISON, ReportFolder.FIGURES);
        }
        format.print(report, spec.commandLine().getOut());
        return comparison.isSame() ? ExitStatus.HOLDS : ExitStatus.FAILS;
    }
}
