package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that nobody can read is told, on standard error and by the exit status. */
@EnabledOnOs(OS.LINUX)
class StandardOutputTest {

    @TempDir
    private Path folder;

    /** Runs a line of the shell, in which SELFSTAB stands for the program. */
    private Result shell(String line) throws IOException, InterruptedException {
        String program =
                "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path") + "' " + Main.class.getName();
        return Result.of(folder, "", new ProcessBuilder("bash", "-c", line.replace("SELFSTAB", program)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "--version", "help verify", "verify --help", "generate --seed 1", "recheck --help"})
    void aFullDeviceIsTold(String command) throws Exception {
        Result result = shell("SELFSTAB " + command + " > /dev/full");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("selfstab: standard output cannot be written: ");
    }

    @Test
    void soIsAClosedOutputAfterTheFilesAreWritten() throws Exception {
        Path out = folder.resolve("results");
        Result result = shell("SELFSTAB verify examples/bare-valley.toml --quiet --out '" + out + "' >&-");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).singleElement().asString().contains("standard output cannot be written");
        assertThat(out.resolve("bare-valley/summary.json")).isNotEmptyFile();
    }

    @Test
    void aReaderThatHasReadEnoughIsNoError() throws Exception {
        Result result = shell("{ SELFSTAB --help; echo \"status $?\" >&2; } | true");

        assertThat(result.err()).isEqualTo("status 0\n");
    }

    @Test
    void standardErrorThatCannotBeWrittenChangesNothing() throws Exception {
        assertThat(shell("SELFSTAB --version 2> /dev/full").status()).isZero();
        assertThat(shell("SELFSTAB verify nowhere.toml 2>&-").status()).isEqualTo(2);
        assertThat(shell("SELFSTAB --version >&- 2>&-").status()).isEqualTo(2);
    }

    @Test
    void theFirstReasonCounts() {
        StandardOutput output = new StandardOutput(new OutputStream() {
            private int writes;

            @Override
            public void write(int octet) throws IOException {
                throw new IOException(writes++ == 0 ? "first" : "later");
            }
        });
        output.write('a');
        output.write('b');

        assertThat(output.failure())
                .hasValueSatisfying(message -> assertThat(message).contains(": first;"));
    }

    @Test
    void whatCanBeWrittenIs() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput output = new StandardOutput(bytes);
        output.write("abc".getBytes(StandardCharsets.UTF_8), 0, 3);
        output.write('d');

        assertThat(bytes).hasToString("abcd");
        assertThat(output.failure()).isEmpty();
    }
}
