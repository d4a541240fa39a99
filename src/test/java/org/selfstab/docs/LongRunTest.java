package org.selfstab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory does not grow with the horizon, as {@code performance.md} says: 10^7 steps whose trajectory goes to a file stay under 512 MiB, the
 * whole process counted.
 */
@Tag("long")
class LongRunTest {

    private static final int STEPS = 10_000_000;
    private static final long KIB_ALLOWED = 512L * 1024;
    private static final long DISK_NEEDED = 4L << 30;

    /** The exit status: the theory couples the iterates to the prediction for {@code c/eps} steps, 166 here, not for ever. */
    private static final int COUPLING_FAILS = 1;

    private static final Path JAR = Path.of("target/selfstab.jar");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    @TempDir
    Path folder;

    @BeforeEach
    void requireWhatItTakes() throws IOException {
        assumeTrue(Files.exists(JAR), "no target/selfstab.jar: run mvn package first");
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "the memory of a process is read from Linux's /proc");
        assumeTrue(
                Files.getFileStore(folder).getUsableSpace() >= DISK_NEEDED,
                "less than 4 GiB free in the folder for temporary files");
    }

    @Test
    void tenMillionStepsStayUnder512MiB() throws IOException, InterruptedException {
        Path messages = folder.resolve("messages");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        JAR.toString(),
                        "verify",
                        "examples/sharp-valley.toml",
                        "--horizon",
                        Integer.toString(STEPS),
                        "--out",
                        folder.toString(),
                        "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile())
                .start();
        long peak = peakUntilTheEndOf(run);

        Path results = folder.resolve("sharp-valley");
        assertThat(Files.readString(messages)).contains("reached the horizon of " + STEPS + " steps");
        assertThat(run.exitValue()).isEqualTo(COUPLING_FAILS);
        assertThat(rows(results.resolve("trajectory.csv"))).isEqualTo(1 + STEPS + 1);
        assertThat(Files.readString(results.resolve("summary.json"))).containsPattern("\"steps\"\\s*:\\s*" + STEPS);
        assertThat(peak).as("KiB").isPositive().isLessThan(KIB_ALLOWED);
    }

    /** The largest resident memory in KiB that was seen of a process; Linux keeps the peak, so that no sample misses one but the last. */
    private static long peakUntilTheEndOf(Process process) throws IOException, InterruptedException {
        long peak = 0;
        try {
            do {
                peak = Math.max(peak, peakOf(process));
            } while (!process.waitFor(50, TimeUnit.MILLISECONDS));
        } finally {
            process.destroy();
        }
        return peak;
    }

    private static long peakOf(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!process.isAlive()) {
            return 0;
        }
        try {
            Matcher matcher = PEAK.matcher(Files.readString(status, StandardCharsets.UTF_8));
            return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
        } catch (IOException gone) {
            if (process.isAlive()) {
                throw gone;
            }
            return 0;
        }
    }

    /** The lines of a file, the header among them. */
    private static long rows(Path csv) throws IOException {
        long lines = 0;
        byte[] block = new byte[1 << 20];
        try (InputStream content = Files.newInputStream(csv)) {
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                for (int i = 0; i < read; i++) {
                    lines += block[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
