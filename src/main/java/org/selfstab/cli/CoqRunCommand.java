package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.selfstab.coq.CertificateFiles;
import org.selfstab.coq.FormalResult;
import org.selfstab.report.FormalDocument;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab coq run}: the iterates of a certificate, proved by Coq. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        header = "Have the iterates of a certificate proved by Coq.",
        description = {
            "Writes the run of a certificate as Coq files, at most 100 steps in each: the iterates of exact gradient descent from the exact start lie in"
                    + " the certificate's balls, in up to six variables; also their sharpness, above the second eigenvalue, and the loss near a number; in three and"
                    + " more dagger_0 on the boundary, and alpha, beta and gamma there; in two, where the constrained trajectory is a point of the boundary, that point and"
                    + " the conclusions (24) to (26) with their constants.",
            "Of a certificate about a box it writes the claims. The files are written to OUT; names in them are this program's own."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab coq run results/sharp-valley/certificate.json --steps 20")
final class CoqRunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CERTIFICATE", description = "A certificate (JSON).")
    private Path file;

    @Option(names = "--steps", paramLabel = "N", description = "Only the iterates up to step N.")
    private Optional<Integer> steps;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "Write the files there; by default to coq beside the certificate.")
    private Path out;

    @Mixin
    private CoqOptions coq;

    @Mixin
    private FormatOption format;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        CertificateFiles files = CertificateFiles.of(file, steps.filter(last -> last >= 0));
        Path place = out == null ? file.toAbsolutePath().resolveSibling("coq") : out;
        List<FormalResult> results = coq.checked(
                spec.commandLine(), quiet, files.count(), (coqc, listener) -> files.check(coqc, place, listener));
        format.print(
                FormalDocument.report(
                        RunRecord.of("coq run", List.of(file), GivenOptions.of(spec)),
                        files.problem().title() + " in Coq",
                        place,
                        files.names(),
                        results),
                spec.commandLine().getOut());
        return FormalResult.accepted(results) ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }
}
