package org.selfstab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.selfstab.claims.VerificationResult;
import org.selfstab.report.VerificationDocument;
import org.selfstab.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code selfstab verify}: exact iterates beside the predicted dynamics. */
@Command(
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description = {
            "Runs exact gradient descent beside the constrained trajectory and the predicted dynamics, and reports the"
                    + " smallest constants that make the theory's conclusions true on the run, with a verdict on each"
                    + " conclusion and the conditions that fail.",
            "With --out, also writes trajectory.csv, summary.json and, in pgfplots, pictures for a paper, for each problem."
        },
        footerHeading = "%nExample:%n",
        footer = {"  selfstab verify examples/sharp-valley.toml --set zeta=1/2 --precision 50 \\", "      --out results"
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "PROBLEM", description = "Problem files (TOML).")
    private List<Path> files;

    @Option(
            names = "--watch",
            description =
                    "Run again each time the file, one, is saved, and keep live.html in the folder of --out (by default results) up to"
                            + " date: open it in a browser. Ctrl-C ends.")
    private boolean watch;

    @Mixin
    private CommonOptions common;

    @Mixin
    private RunOptionsMixin run;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private CrossCheckOption crossCheck;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws IOException {
        if (watch) {
            watch();
        }
        return new Verifications(common, crossCheck.in(run.in(precision)), spec.commandLine())
                .verifyEach(files, this::show);
    }

    /** Until it is interrupted. */
    private void watch() throws IOException {
        if (files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--watch takes one problem file, not " + files.size());
        }
        common.writeByDefaultTo(Path.of("results"));
        new WatchedVerification(files.get(0), common, crossCheck.in(run.in(precision)), spec.commandLine()).watch();
    }

    private int show(RunRecord record, VerificationResult verified) {
        format.print(
                VerificationDocument.report(record, verified),
                spec.commandLine().getOut());
        return CrossCheckOption.statusOf(
                verified, ExitStatus.of(verified.assessment().ofConclusions()));
    }
}
