package org.selfstab.coq;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** That Coq stopped at a lemma because it does not hold, and not because the text is none of Coq's. */
    static void assertRefused(String what, String reason, String lemma) {
        assertThat(reason)
                .as(what)
                .startsWith(lemma + ", line ")
                .containsPattern("The term \"|Unable to unify|[Nn]umerical evaluation failed to conclude"
                        + "|Cannot find witness|not a valid ring|not a valid field equation");
    }

    /** What Coq says of a file beside the library. */
    static Coqc.Outcome compiled(Path folder, String module, String text) throws IOException {
        return COQC.compile(folder, module, text);
    }
}
