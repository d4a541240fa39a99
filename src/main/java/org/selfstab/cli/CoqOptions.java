package org.selfstab.cli;

import org.selfstab.coq.Coqc;
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

    Coqc coqc() {
        return new Coqc(Math.max(1, seconds), Math.max(1, mebibytes));
    }
}
