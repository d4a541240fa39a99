package org.selfstab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.selfstab.recheck.CheckedClaim;
import org.selfstab.recheck.RecheckReport;
import org.selfstab.recheck.Rechecker;
import org.selfstab.vocabulary.FreeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab recheck}: a certificate, verified without the prover. */
@Command(
        name = "recheck",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Verifies a certificate that certify --out wrote, by a separate checker in decimal arithmetic of "
                    + Rechecker.DIGITS
                    + " digits with directed rounding: rebuilds the problem, verifies each step from the one before, and derives"
                    + " the bounds of each claim anew.",
            "CONFIRMED means that the claim's verdict, as stated, is proved; REJECTED that it does not follow from the certificate.",
            "Exit status 0 if all claims are confirmed, 1 if one is rejected, 2 if the file is no certificate."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab recheck results/sharp-valley/certificate.json")
final class RecheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A certificate (JSON).")
    private Path file;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Override
    public Integer call() {
        RecheckReport report = recheck();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.problem().title());
        out.println("  loss " + report.problem().loss() + " with "
                + report.problem().parameters());
        for (CheckedClaim claim : report.claims()) {
            out.println(FreeText.visible((claim.confirmed() ? "CONFIRMED" : "REJECTED ") + "  " + claim.verdict() + "  "
                    + claim.name() + ": " + claim.quantity() + ": " + claim.reason()));
        }
        long confirmed =
                report.claims().stream().filter(CheckedClaim::confirmed).count();
        out.println(
                confirmed + " of " + report.claims().size() + " claims confirmed over t = 0 to " + report.lastStep());
        return report.isConfirmed() ? ExitStatus.HOLDS : ExitStatus.FAILS;
    }

    private RecheckReport recheck() {
        if (quiet) {
            return Rechecker.check(file, step -> {});
        }
        try (Progress progress = Progress.of(spec.commandLine())) {
            return Rechecker.check(file, step -> progress.reach("recheck", step));
        }
    }
}
