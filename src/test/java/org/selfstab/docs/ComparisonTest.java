package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The comparison that {@code performance.md} describes works, one run instead of seven: our results agree with those of C, NumPy and SymPy,
 * which the script insists on. How fast either is is not tested.
 */
@Tag("long")
class ComparisonTest {

    @Test
    void oursAgreeWithThoseOfOtherPrograms() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("target/selfstab.jar")), "no target/selfstab.jar: run mvn package first");
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/gcc"))
                        && succeeds("/usr/bin/python3", "-c", "import numpy, sympy"),
                "no gcc, or no /usr/bin/python3 with NumPy and SymPy");
        Process comparison = new ProcessBuilder("python3", "src/bench/compare.py", "1")
                .redirectErrorStream(true)
                .start();
        String table = new String(comparison.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(comparison.waitFor()).as(table).isZero();
        assertThat(table).contains("| what | selfstab | instead | ratio |", "16,666 steps");
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
