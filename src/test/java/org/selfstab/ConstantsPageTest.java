package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.selfstab.cli.Main;

/** The numbers in the prose and table of the constants' page are the program's; {@code DocsTest} runs its commands. */
class ConstantsPageTest {

    private static final Pattern EXAMPLE_ROW = Pattern.compile(
            "\\| \\[[^]]+]\\(\\.\\./\\.\\./\\.\\./(examples/[^)]+)\\) \\|[^|]+\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");

    @Test
    void everyExampleIsListedWithItsConstants() throws IOException {
        List<Matcher> rows = page().lines()
                .map(EXAMPLE_ROW::matcher)
                .filter(Matcher::matches)
                .toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactlyInAnyOrderElementsOf(examples());
        for (Matcher row : rows) {
            JsonNode summary = new ObjectMapper().readTree(run("verify", row.group(1), "--quiet", "--format", "json"));
            assertShown(row.group(2), summary.get("epsilon"));
            assertShown(row.group(3), summary.get("C1"));
            assertShown(row.group(4), summary.get("CL"));
            assertShown(row.group(5), summary.get("CS"));
        }
    }

    @Test
    void theFindingIsWhatTheCommandGives() throws IOException {
        JsonNode summary = new ObjectMapper()
                .readTree(run(
                        "verify",
                        "examples/sharp-valley.toml",
                        "--set",
                        "epsilon=1e-4",
                        "--projection",
                        "linearised",
                        "--frame",
                        "ambient",
                        "--quiet",
                        "--format",
                        "json"));
        assertThat(page()).contains("`C_1 = 501`");
        assertThat(Math.round(summary.get("C1").doubleValue())).isEqualTo(501);
    }

    private static void assertShown(String cell, JsonNode value) {
        if (value.isNull()) {
            assertThat(cell).isBlank();
        } else if (value.doubleValue() < 1e-9) {
            assertThat(Double.parseDouble(cell.strip())).isLessThan(1e-9);
        } else {
            assertThat(Double.parseDouble(cell.strip()))
                    .isCloseTo(value.doubleValue(), within(1e-3 * value.doubleValue()));
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/constants.md"));
    }

    private static List<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".toml"))
                    .toList();
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
        return out.toString();
    }
}
