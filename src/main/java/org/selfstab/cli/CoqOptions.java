package org.selfstab.cli;

import java.io.IOException;
import java.util.List;
import org.selfstab.coq.Coqc;
import org.selfstab.coq.FormalResult;
import org.selfstab.run.RunListener;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The limits within which coqc works. */
final class CoqOptions {

    @Option(
            names = "--coq-seconds",
            paramLabel = "N",
            defaultValue = "600",
            description = "Processor time that coqc may take for each file, in seconds; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--coq-memory",
            paramLabel = "MIB",
            defaultValue = "2048",
            description = "Memory that coqc may take for each file, in MiB; default ${DEFAULT-VALUE}.")
    private int mebibytes;

    /** What Coq is to do. */
    @FunctionalInterface
    interface Work {

        /** Has Coq do it, and tells how many files are done. */
        List<FormalResult> with(Coqc coqc, RunListener listener) throws IOException;
    }

    /**
     * Has Coq do some work, showing how far it is.
     *
     * @param files how many there are
     */
    List<FormalResult> checked(CommandLine command, boolean quiet, int files, Work work) throws IOException {
        if (quiet) {
            return work.with(coqc(), RunListener.none());
        }
        try (Progress progress = new Progress(ProgressDisplay.of(command), System::nanoTime)) {
            return work.with(coqc(), (file, done) -> {
                if (done > 0) {
                    progress.reach("coqc, " + file, 0, done, files, "files");
                }
            });
        }
    }

    private Coqc coqc() {
        return new Coqc(Math.max(1, seconds), Math.max(1, mebibytes));
    }
}
