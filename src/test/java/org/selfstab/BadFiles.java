package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.selfstab.vocabulary.SelfstabException;

/** Files that have, in a comment in their first line, the place and the message of their error. */
public final class BadFiles {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private BadFiles() {}

    /** Those of a folder of the test resources. */
    public static List<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            return files.filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList();
        }
    }

    /** Asserts that reading a file is refused with the message in its first line, which tells what would be right. */
    public static void assertRefused(Path file, Consumer<Path> read) throws IOException {
        String expected =
                Files.readString(file).lines().findFirst().orElseThrow().substring(2);
        SelfstabException error = assertTimeoutPreemptively(
                AT_MOST, () -> catchThrowableOfType(SelfstabException.class, () -> read.accept(file)));
        assertThat(error).hasMessage(file + ":" + expected);
        assertThat(expected).as("what is wrong; what would be right").contains("; ");
    }
}
