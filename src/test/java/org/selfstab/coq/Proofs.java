package org.selfstab.coq;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Coq in tests, which are skipped where it is missing. */
final class Proofs {

    /** Of the tests' small files. */
    static final Coqc COQC = new Coqc(240, 2048);

    private Proofs() {}

    /** Skips the test without Coq, with a line. */
    static void require() {
        Coqc.missing().ifPresent(reason -> {
            System.err.println("skipped: " + reason);
            Assumptions.abort(reason);
        });
    }

    /** What Coq says of a file beside the library. */
    static Coqc.Outcome compiled(Path folder, String module, String text) throws IOException {
        return COQC.compile(folder, module, text);
    }
}
