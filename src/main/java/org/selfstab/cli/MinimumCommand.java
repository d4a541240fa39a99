package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Study;
import org.selfstab.certify.MinimumResult;
import org.selfstab.report.Format;
import org.selfstab.report.MinimumDocument;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab minimum}: the critical point near the end of descent. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Finds the critical point near the end of descent and proves it by Krawczyk's test: its coordinates within a radius, the signs of"
                    + " its Hessian's eigenvalues, and whether the optimizer comes to it. Says what happens where the sharpness comes to the"
                    + " edge, theory.md (44): the flip coefficient K, super- or subcritical, the amplitude of the two-cycle, and the step"
                    + " sizes at which this and other optimizers lose stability.",
            "Where minima form a manifold nothing is proved: numbers are those across it.",
            "With --out, also writes minimum.json.",
            "Exit status 0 if a critical point is proved, 3 if not."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab minimum examples/cycles/double-well.toml")
final class MinimumCommand implements Callable<Integer> {

    /** The name of the JSON in a problem's folder. */
    static final String JSON_FILE = "minimum.json";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        Study study = common.read(file, spec.commandLine().getErr());
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("minimum", record);
        MinimumResult result =
                common.showingProgress(spec.commandLine(), study.problem().name(), study::minimum);
        Report report = MinimumDocument.report(record, result);
        if (folder.isPresent()) {
            Path place = folder.get().path();
            common.writing(
                    spec.commandLine(),
                    folder.get(),
                    listener -> PendingFile.write(place.resolve(JSON_FILE), Format.JSON.write(report)),
                    JSON_FILE);
        }
        format.print(report, spec.commandLine().getOut());
        return ExitStatus.of(result.status());
    }
}
