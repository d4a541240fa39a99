package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new problem passes as it is. */
class NewCommandTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"valley", "product", "network", "data"})
    void whatItWritesHolds(String kind) throws Exception {
        Path file = folder.resolve("mine.toml");
        Result written = Result.of("new", folder.resolve("mine").toString(), "--from", kind);
        assertThat(written.status()).as(written.err()).isZero();
        assertThat(Files.readString(file)).contains("title     = \"mine\"").doesNotContain("@");

        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo("#:schema https://selfstab.org/schemas/problem-file.schema.json");
        assertThat(Result.of("fmt", "--check", file.toString()).status()).isZero();

        Result tested = Result.of("test", file.toString());
        assertThat(tested.status()).as(tested.out() + tested.err()).isZero();
        if (Files.readString(file).contains("[family]")) {
            Result family = Result.of("family", file.toString(), "--quiet");
            assertThat(family.status()).as(family.out() + family.err()).isIn(ExitStatus.HOLDS, ExitStatus.UNDECIDED);
        }
        Result verified = Result.of("verify", file.toString());
        assertThat(verified.err()).doesNotContain("warning");
        assertThat(verified.status()).as(verified.out()).isZero();
    }

    @Test
    void takesAPathWithItsEnding() {
        assertThat(Result.of("new", folder.resolve("other.toml").toString()).status())
                .isZero();
        assertThat(folder.resolve("other.toml")).exists();
    }

    @Test
    void replacesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.toml"), "mine");
        Result refused = Result.of("new", folder.resolve("mine").toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains("is there already").hasLineCount(1);
        assertThat(file).hasContent("mine");
    }

    /** It has no --out that could be blamed. */
    @Test
    void saysWhereItCannotWrite() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Result refused = Result.of("new", file.resolve("mine").toString());
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).startsWith("cannot write " + file).hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "-x", ".hidden", "a\"b", "naïve"})
    void refusesWhatIsNoName(String name) {
        Result refused = Result.of("new", "--", folder + "/" + name);
        assertThat(refused.status()).as(refused.out()).isEqualTo(ExitStatus.BAD_INPUT);
    }
}
