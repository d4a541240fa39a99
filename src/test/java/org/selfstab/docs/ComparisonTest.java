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
 * which the script insists on. How fast either is is not tested. Where something that it needs is absent, the script says so.
 */
class ComparisonTest {

    /** Python without its installed packages stands for a machine that lacks them. */
    @Test
    void saysInOneLineWhatIsMissing() throws IOException, InterruptedException {
        assumeTrue(succeeds("python3", "--version"), "no python3");
        Process comparison = new ProcessBuilder("python3", "-S", "src/bench/compare.py", "1")
                .redirectErrorStream(true)
                .start();
        String said = new String(comparison.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(comparison.waitFor()).isEqualTo(1);
        assertThat(said.lines())
                .singleElement()
                .asString()
                .startsWith("missing: ")
                .contains("numpy (python3 -m pip install numpy, or Debian's package python3-numpy")
                .contains("sympy");
    }

    @Test
    @Tag("long")
    void oursAgreeWithThoseOfOtherPrograms() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("target/selfstab.jar")), "no target/selfstab.jar: run mvn package first");
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/gcc")) && succeeds("python3", "-c", "import numpy, sympy"),
                "no gcc, or no python3 with NumPy and SymPy");
        Process comparison = new ProcessBuilder("python3", "src/bench/compare.py", "1")
                .redirectErrorStream(true)
                .start();
        String table = new String(comparison.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(comparison.waitFor()).as(table).isZero();
        assertThat(table).contains("| what | selfstab | instead | ratio |", "16,666 steps");
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
