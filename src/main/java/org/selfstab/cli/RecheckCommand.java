package org.selfstab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.selfstab.problem.ProblemReader;
import org.selfstab.recheck.RecheckReport;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.report.RecheckText;
import org.selfstab.report.StatedProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab recheck}: a certificate, verified without the prover. */
@Command(
        name = "recheck",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Verifies a certificate that certify, certify-cycle or certify-box --out wrote, by a separate checker in decimal arithmetic of "
                    + Rechecker.DIGITS
                    + " digits (or more, where it says so) with directed rounding: rebuilds the problem, verifies each step from the one"
                    + " before, the orbit, or each part of the box, and derives the bounds of each claim anew.",
            "CONFIRMED means that the claim's verdict, as stated, is proved of the problem shown; REJECTED that it does not follow from"
                    + " the certificate; EMPTY that the claim states nothing.",
            "With a problem file, everything is rejected unless the certificate is about that problem: variables, loss, parameters, start,"
                    + " at_edge, horizon, max_steps and thresholds; of a cycle or a box variables, loss and parameters.",
            "Exit status 0 if all claims that state something are confirmed, 1 if one is rejected or there is no claim, 3 if all are"
                    + " empty, 2 if the file is no certificate."
        },
        footerHeading = "%nExample:%n",
        footer = "  selfstab recheck results/sharp-valley/certificate.json examples/sharp-valley.toml")
final class RecheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A certificate (JSON).")
    private Path file;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PROBLEM",
            description = "The problem file (TOML) that the certificate has to be about.")
    private Path problem;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            parameterConsumer = DefinitionsByName.class,
            description = "Override a parameter of PROBLEM, as it was for certify. Repeatable.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "Number of steps instead of PROBLEM's horizon, as it was for certify.")
    private Integer horizon;

    @Option(names = "--quiet", description = "No progress on standard error.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (problem == null && (horizon != null || !overrides.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--set and --horizon change a problem; give PROBLEM too");
        }
        RecheckReport report = recheck();
        PrintWriter out = spec.commandLine().getOut();
        out.print(RecheckText.of(report, Optional.ofNullable(problem).map(Path::toString)));
        if (report.isRejected()) {
            return ExitStatus.FAILS;
        }
        return report.isConfirmed() ? ExitStatus.HOLDS : ExitStatus.UNDECIDED;
    }

    private RecheckReport recheck() {
        if (quiet) {
            return recheck(step -> {});
        }
        try (Progress progress = Progress.of(spec.commandLine())) {
            return recheck(step -> progress.reach("recheck", step));
        }
    }

    private RecheckReport recheck(IntConsumer progress) {
        if (problem == null) {
            return Rechecker.check(file, progress);
        }
        StatedProblem own =
                StatedProblems.of(ProblemReader.read(problem, overrides).problem(), Optional.ofNullable(horizon));
        return Rechecker.check(file, own, progress);
    }
}
