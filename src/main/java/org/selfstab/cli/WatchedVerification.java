package org.selfstab.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.Selfstab;
import org.selfstab.claims.VerificationResult;
import org.selfstab.problem.ProblemReader;
import org.selfstab.report.LivePage;
import org.selfstab.report.VerificationDocument;
import org.selfstab.run.RunOptions;
import org.selfstab.run.RunRecord;
import org.selfstab.vocabulary.SelfstabException;
import picocli.CommandLine;

/** Verifies a problem each time its file is saved, and keeps {@code live.html} up to date, until the thread is interrupted. */
final class WatchedVerification {

    private final Path file;
    private final CommonOptions common;
    private final RunOptions options;
    private final CommandLine command;
    private final PrintWriter err;
    private final LivePage page;

    /** A watch of a file whose reports go below the folder of {@code --out}. */
    WatchedVerification(Path file, CommonOptions common, RunOptions options, CommandLine command) {
        this.file = file;
        this.common = common;
        this.options = options;
        this.command = command;
        this.err = command.getErr();
        this.page = new LivePage(common.out().resolve(ProblemReader.nameOf(file)));
    }

    /**
     * Watches.
     *
     * @throws IOException if files cannot be written
     * @throws java.util.concurrent.CancellationException once the thread is interrupted
     */
    void watch() throws IOException {
        page.begin();
        PrintWriter out = command.getOut();
        out.println("watching " + file + "; open " + page.page().toUri() + " in a browser; Ctrl-C ends");
        out.flush();
        FileWatch saved = new FileWatch(file);
        while (true) {
            if (saved.await()) {
                // Before the run, so that what is saved during it counts as new.
                dataFiles().ifPresent(saved::alsoWatch);
                run();
            } else {
                String gone = file + ": is not there; it is read once it is";
                page.tellFailed(gone);
                err.println(gone);
                err.flush();
            }
        }
    }

    /** The data files that the problem names; empty if it cannot be read, perhaps for one of them, so that those known stay watched. */
    private Optional<Set<Path>> dataFiles() {
        try {
            return Optional.of(Selfstab.read(file).data().keySet().stream()
                    .map(file::resolveSibling)
                    .collect(Collectors.toSet()));
        } catch (SelfstabException unreadable) {
            return Optional.empty();
        }
    }

    private void run() throws IOException {
        page.tellRunning();
        StringWriter told = new StringWriter();
        int status = toldTo(told);
        if (status == ExitStatus.BAD_INPUT) {
            page.tellFailed(told.toString().strip().lines().reduce("", (before, line) -> line));
        } else {
            page.show(Instant.now().toEpochMilli());
        }
    }

    /** Verifies, with a copy of what goes to standard error. */
    private int toldTo(StringWriter copy) {
        command.setErr(new PrintWriter(new Tee(err, copy), true));
        try {
            return new Verifications(common, options, command).verifyEach(List.of(file), this::show);
        } finally {
            command.setErr(err);
        }
    }

    /** Writes everything twice. */
    private static final class Tee extends FilterWriter {

        private final StringWriter copy;

        Tee(PrintWriter out, StringWriter copy) {
            super(out);
            this.copy = copy;
        }

        @Override
        public void write(int character) throws IOException {
            super.write(character);
            copy.write(character);
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            super.write(characters, from, length);
            copy.write(characters, from, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            super.write(text, from, length);
            copy.write(text, from, length);
        }
    }

    private int show(RunRecord record, VerificationResult verified) {
        PrintWriter out = command.getOut();
        out.println(VerificationDocument.report(record, verified).document().summary());
        out.flush();
        return CrossCheckOption.statusOf(
                verified, ExitStatus.of(verified.assessment().ofConclusions()));
    }
}
