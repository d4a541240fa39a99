package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are ended from outside while they write. */
@DisabledOnOs(OS.WINDOWS)
class EndedCommandTest {

    private static final String VALLEY = "examples/sharp-valley.toml";

    @TempDir
    private Path folder;

    private Path results() {
        return folder.resolve("results/sharp-valley");
    }

    /** A run of a million steps, which has begun to write. */
    private Process begun() throws IOException, InterruptedException {
        List<Path> before = unfinished();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        VALLEY,
                        "--horizon",
                        "1000000",
                        "--quiet",
                        "--out",
                        folder.resolve("results").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        while (process.isAlive() && before.containsAll(unfinished())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(process.isAlive()).isTrue();
        return process;
    }

    private List<Path> unfinished() throws IOException {
        if (!Files.isDirectory(results())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(results())) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    private static int end(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        return process.waitFor();
    }

    /** As the shell says it: 128 and the signal's number. */
    @ParameterizedTest
    @CsvSource({"HUP, 129", "INT, 130", "TERM, 143"})
    void aSignalEndsItWithItsStatusAndWithoutUnfinishedFiles(String signal, int status) throws Exception {
        assertThat(end(begun(), signal)).isEqualTo(status);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void whatAKilledOneLeavesTheNextRemoves() throws Exception {
        assertThat(end(begun(), "KILL")).isEqualTo(137);
        List<Path> left = unfinished();
        assertThat(left).isNotEmpty();

        Process other = begun();
        List<Path> written = unfinished();
        assertThat(written).isNotEmpty().doesNotContainAnyElementsOf(left);
        assertThat(Result.ofProcess(
                                folder,
                                "",
                                "verify",
                                VALLEY,
                                "--horizon",
                                "20",
                                "--quiet",
                                "--out",
                                folder.resolve("results").toString())
                        .status())
                .isZero();
        assertThat(unfinished()).as("those of a process that runs").containsExactlyElementsOf(written);
        end(other, "KILL");
    }
}
