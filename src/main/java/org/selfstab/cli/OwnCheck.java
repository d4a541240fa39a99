package org.selfstab.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.recheck.RecheckResult;
import org.selfstab.recheck.Rechecker;
import org.selfstab.recheck.StatedProblem;
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
        if (isQuiet) {
            return Rechecker.check(certificate, own, step -> {});
        }
        try (Progress progress = Progress.of(spec.commandLine(), "recheck")) {
            return Rechecker.check(certificate, own, step -> progress.reach("recheck", step));
        }
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
