package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

    private static final String CROOKED = "title=\"A\"\nvariables = [\"x\"]\n";
    private static final String STRAIGHT = "title     = \"A\"\nvariables = [\"x\"]\n";

    @TempDir
    private Path folder;

    private Path crooked;
    private Path straight;

    @BeforeEach
    void write() throws Exception {
        crooked = Files.writeString(folder.resolve("crooked.toml"), CROOKED);
        straight = Files.writeString(folder.resolve("straight.toml"), STRAIGHT);
    }

    @Test
    void writesWhatChangesAndSaysSo() throws Exception {
        Result result = Result.of("fmt", crooked.toString(), straight.toString());
        assertThat(result.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(result.out()).isEqualTo(crooked + ": formatted" + System.lineSeparator());
        assertThat(crooked).hasContent(STRAIGHT);
        assertThat(Result.of("fmt", "--check", crooked.toString()).status()).isEqualTo(ExitStatus.HOLDS);
    }

    @Test
    void checkWritesNothing() {
        Result result = Result.of("fmt", "--check", crooked.toString(), straight.toString());
        assertThat(result.status()).isEqualTo(ExitStatus.FAILS);
        assertThat(result.out()).contains("crooked.toml").doesNotContain("straight.toml");
        assertThat(crooked).hasContent(CROOKED);
    }

    /** The file is the user's own: a link to it stays one, and nobody else may read what nobody else could. */
    @Test
    void aFileStaysWhereItIsAndAsPrivateAsItWas() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.toml"), Path.of("crooked.toml"));
        Files.setPosixFilePermissions(crooked, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(Result.of("fmt", link.toString()).status()).isEqualTo(ExitStatus.HOLDS);

        assertThat(link).isSymbolicLink();
        assertThat(crooked).hasContent(STRAIGHT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(crooked)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void oneThatIsNotTomlLeavesAllAsTheyAre() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.toml"), "title = \n");
        Result result = Result.of("fmt", crooked.toString(), broken.toString());
        assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(result.err()).startsWith(broken + ":1:").hasLineCount(1);
        assertThat(crooked).hasContent(CROOKED);
    }
}
