package org.selfstab.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.Checker;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.recheck.FamilyRecheckReport;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.StatedFamily;
import org.selfstab.recheck.StatedProblem;
import org.selfstab.run.RunListener;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The program's own check of a certificate that it has just written, by the independent checker.
 *
 * @param spec the command that wrote it
 * @param isQuiet whether no progress is shown
 */
record OwnCheck(CommandSpec spec, boolean isQuiet) {

    /** Checks a certificate, and that it is about a problem. */
    RecheckResult of(Path certificate, StatedProblem own) {
        return showingProgress(listener -> Checker.recheck(certificate, Optional.of(own), listener));
    }

    /** Checks the certificate of a family, and that it is about one. */
    FamilyRecheckReport of(Path certificate, StatedFamily own) {
        return showingProgress(listener -> Checker.recheckFamily(certificate, Optional.of(own), listener));
    }

    private <R> R showingProgress(Function<RunListener, R> check) {
        return isQuiet ? check.apply(RunListener.none()) : Progress.of(spec.commandLine(), "recheck", check);
    }

    /**
     * Tells what came of it: the last line of text; where a format has no place for it, only what was not confirmed.
     *
     * @param isText whether standard output is text
     * @return the exit status: what was found, but undecided at best where the checker does not confirm it
     */
    int tell(CheckedCertificate report, boolean isText, int found) {
        Optional<String> objection = report.firstObjection();
        if (objection.isPresent()) {
            (isText ? spec.commandLine().getOut() : spec.commandLine().getErr())
                    .println("  certified, but not confirmed by the checker: " + objection.get());
        } else if (isText && report.isConfirmed()) {
            spec.commandLine().getOut().println("  certified, and rechecked: " + report.summary());
        } else if (isText) {
            spec.commandLine().getOut().println("  nothing is certified: " + report.summary());
        }
        return report.isRejected() ? ExitStatus.UNDECIDED : found;
    }
}
