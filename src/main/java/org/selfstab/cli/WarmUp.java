package org.selfstab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Work after which Java has loaded and compiled what most commands need. */
final class WarmUp {

    /** A sharp valley: theory.md section 9. */
    private static final String PROBLEM = """
            title     = "Warm-up"
            variables = ["x", "y"]
            loss      = "(y + zeta*x)*x^2/2 - epsilon*(x + y)"

            [parameters]
            eta     = "3/10"
            zeta    = "1/2"
            epsilon = "1/1000000"

            [start]
            x = "sqrt(2*epsilon)/2"
            y = "2/eta"

            [run]
            at_edge = true
            horizon = 16000
            """;

    /** After about as many, further ones hardly become faster. */
    private static final int ROUNDS = 12;

    private WarmUp() {}

    /** Verifies a problem some times. */
    static void run() throws IOException {
        Path file = Files.createTempFile("selfstab", ".toml");
        try {
            Files.writeString(file, PROBLEM);
            for (int round = 0; round < ROUNDS; round++) {
                verify(file);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void verify(Path file) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int status = Main.run(nowhere, nowhere, "verify", file.toString());
        if (status != ExitStatus.HOLDS && status != ExitStatus.UNDECIDED) {
            throw new IllegalStateException("the warm-up ends with status " + status);
        }
    }
}
