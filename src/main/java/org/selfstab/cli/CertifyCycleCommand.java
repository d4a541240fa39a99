package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.Checker;
import org.selfstab.Study;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.certify.region.TwoCycleCertifier;
import org.selfstab.problem.Problem;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.CycleCertificateFile;
import org.selfstab.report.CycleDocument;
import org.selfstab.report.StatedProblems;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab certify-cycle}: existence, uniqueness and stability of an orbit of a period. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Proves that the optimizer has an orbit of period two near dagger_0 + delta u, where it settles, or near the start, that the orbit is"
                    + " unique within a stated distance, and whether it is stable: Krawczyk's test on the second iterate, and Stein's equation,"
                    + " in interval arithmetic. The points are those of every linear optimizer with the same edge S_c; stability is that of the"
                    + " optimizer's whole state.",
            "With --period P, an orbit of that period, stable or not: beside the last iterates that return near themselves after P steps,"
                    + " as those of a chaotic run do beside orbits that repel, or beside the start; of optimizers with memory the orbit is that of their whole state.",
            "With --out, also writes cycle-certificate.json, and has it verified by the independent checker (selfstab recheck) at once: where"
                    + " that does not confirm everything, the exit status is 3.",
            "Exit status 0 if an orbit is proved, stable or not; 3 if none could be proved."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab certify-cycle examples/sharp-valley.toml --set zeta=0 --out results")
final class CertifyCycleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROBLEM", description = "A problem file (TOML).")
    private Path file;

    @Option(
            names = "--period",
            paramLabel = "P",
            defaultValue = "2",
            description = "Of how many steps the orbit is, 1 to 64; 2 by default.")
    private int period;

    @Mixin
    private CommonOptions common;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        OptionLimits.requirePositive(spec, "--period", period);
        if (period > TwoCycleCertifier.LONGEST_PERIOD) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--period " + period + ": at most " + TwoCycleCertifier.LONGEST_PERIOD + " is wanted");
        }
        Study study = common.read(file, spec.commandLine().getErr());
        Problem problem = study.problem();
        RunRecord record = common.record(file, study);
        Optional<OwnFolder> folder = common.folder("certify-cycle", record);
        TwoCycleResult certification = certify(study);
        OwnCheck own = new OwnCheck(spec, common, format, check -> CycleDocument.report(record, certification, check));
        int found = ExitStatus.of(certification.status());
        if (folder.isEmpty()) {
            return own.show(found);
        }
        folder.get().take();
        Path certificate =
                CycleCertificateFile.write(folder.get().path(), folder.get().run(), certification);
        StatedProblem stated = StatedProblems.of(problem, Optional.empty());
        return own.show(
                found,
                folder.get(),
                CycleCertificateFile.FILE_NAME,
                Optional.empty(),
                listener -> Checker.recheck(certificate, Optional.of(stated), listener));
    }

    private TwoCycleResult certify(Study study) {
        return common.showingProgress(
                spec.commandLine(), study.problem().name(), listener -> study.certifyCycle(period));
    }
}
