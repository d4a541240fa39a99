package org.selfstab.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.selfstab.recheck.CheckedCertificate;
import org.selfstab.report.Format;
import org.selfstab.report.PendingFile;
import org.selfstab.report.Report;
import org.selfstab.run.RunListener;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Shows what was certified, and the program's own check, by the independent checker, of the certificate that it has just written.
 *
 * @param spec the command that wrote it
 * @param report what was certified, with what the checker says
 */
record OwnCheck(
        CommandSpec spec,
        CommonOptions common,
        FormatOption format,
        Function<Optional<CheckedCertificate>, Report> report) {

    /** Shows what was certified where no certificate is written. */
    int show(int found) {
        print(Optional.empty());
        return found;
    }

    /**
     * Shows what was certified, and what came of the check: in text, which need not wait for it, as the last line, in other formats within.
     *
     * @param folder where the certificate is
     * @param certificate the file that is to be checked
     * @param summary the file of what was certified, which then tells of the check too
     * @return the exit status: what was found, but undecided at best where the checker does not confirm it
     */
    int show(
            int found,
            OwnFolder folder,
            String certificate,
            Optional<String> summary,
            Function<RunListener, CheckedCertificate> check)
            throws IOException {
        if (format.isText()) {
            print(Optional.empty());
            tellWritten(folder, certificate, summary);
        }
        CheckedCertificate checked = common.showingProgress(spec.commandLine(), "recheck", check);
        if (summary.isPresent()) {
            PendingFile.write(
                    folder.path().resolve(summary.get()), Format.JSON.write(report.apply(Optional.of(checked))));
        }
        if (!format.isText()) {
            print(Optional.of(checked));
            tellWritten(folder, certificate, summary);
        }
        tell(checked);
        return checked.isRejected() ? ExitStatus.UNDECIDED : found;
    }

    private void print(Optional<CheckedCertificate> check) {
        format.print(report.apply(check), spec.commandLine().getOut());
    }

    private void tellWritten(OwnFolder folder, String certificate, Optional<String> summary) {
        common.tellWritten(
                spec.commandLine(),
                folder,
                summary.map(name -> new String[] {certificate, name}).orElse(new String[] {certificate}));
    }

    /** In the last line of text; beside other formats, whatever they are read by, only what was not confirmed. */
    private void tell(CheckedCertificate checked) {
        Optional<String> objection = checked.firstObjection();
        if (objection.isPresent()) {
            (format.isText() ? spec.commandLine().getOut() : spec.commandLine().getErr())
                    .println("  certified, but not confirmed by the checker: " + objection.get());
        } else if (format.isText()) {
            spec.commandLine()
                    .getOut()
                    .println((checked.isConfirmed() ? "  certified, and rechecked: " : "  nothing is certified: ")
                            + checked.summary());
        }
    }
}
