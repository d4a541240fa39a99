package org.selfstab.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.vocabulary.SelfstabException;

/** Each file in {@code bad-problems} has, in a comment in its first line, the place and the message of its error. */
class BadProblemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/bad-problems");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWithTheMessageInItsFirstLine(Path file) throws IOException {
        String expected =
                Files.readString(file).lines().findFirst().orElseThrow().substring(2);
        SelfstabException error = assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> catchThrowableOfType(SelfstabException.class, () -> ProblemReader.read(file)));
        assertThat(error).hasMessage(file + ":" + expected);
        assertThat(expected).as("what is wrong; what would be right").contains("; ");
    }
}
