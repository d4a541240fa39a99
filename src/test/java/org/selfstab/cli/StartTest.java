package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a short run does without, as it takes as long to load as to run. */
class StartTest {

    /**
     * Computer algebra, drawing, pages, JSON; Java's data of locales, and the decimal series, from which the horizon of the example, a
     * square root, needs none.
     */
    private static final List<String> UNUSED = List.of(
            "org.matheclipse.",
            "org.knowm.xchart.",
            "com.github.mustachejava.",
            "com.fasterxml.jackson.",
            "org.hipparchus.ode.",
            "org.hipparchus.dfp.",
            "sun.util.locale.provider.",
            "org.selfstab.interval.DecimalFunctions");

    @Test
    void aShortRunLoadsWhatItUses() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        "examples/sharp-valley.toml",
                        "--quiet"))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines())
                    .anyMatch(line -> line.startsWith("Sharp valley, codimension one"))
                    .anyMatch(line -> line.contains("org.selfstab.interval.CertainRounding"))
                    .noneMatch(line -> UNUSED.stream().anyMatch(line::contains));
        }
    }
}
