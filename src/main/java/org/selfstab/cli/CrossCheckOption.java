package org.selfstab.cli;

import org.selfstab.claims.VerificationResult;
import org.selfstab.run.RunOptions;
import picocli.CommandLine.Option;

/** The choice of {@code --cross-check}. */
final class CrossCheckOption {

    static final String NAME = "--cross-check";

    @Option(
            names = NAME,
            description = {
                "Compare the derivatives that the run used with those by computer algebra, at the start and at iterates of the run;"
                        + " exit status 1 if they differ."
            })
    private boolean wanted;

    RunOptions in(RunOptions options) {
        return wanted ? options.withCrossCheck() : options;
    }

    /** The exit status of a problem, that of a failure where its derivatives differ. */
    static int statusOf(VerificationResult verified, int status) {
        boolean differ = verified.crossCheck().filter(check -> !check.agrees()).isPresent();
        return differ ? ExitStatus.worst(status, ExitStatus.FAILS) : status;
    }
}
