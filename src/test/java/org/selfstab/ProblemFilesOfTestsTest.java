package org.selfstab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests take their problems from {@link ProblemBuilder}, {@link Problems} and the test resources; whole problem files in TOML stand only where their text is what is tested. */
class ProblemFilesOfTestsTest {

    private static final Path TESTS = Path.of("src/test/java");

    /** The heads of the two tables that every problem has, at the start of a line of a text block or of a string. */
    private static final Pattern PARAMETERS = Pattern.compile("(?m)(?:^\\s*|\\\\n|\")\\[parameters](?:$|\\\\n)");

    private static final Pattern START = Pattern.compile("(?m)(?:^\\s*|\\\\n|\")\\[start(?:_random)?](?:$|\\\\n)");

    /** Which tests hold whole problem files, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "ProblemReaderTest", "errors and warnings with their lines and columns",
            "HostileTextTest", "control characters and other hostile text in each place of a file",
            "DataTest", "tables of data with the lines of their errors",
            "LongLossTest", "a loss over the lines of a multi-line string");

    @Test
    void wholeProblemFilesStandOnlyWhereTheirTextIsTested() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java") && holdsAProblem(file))
                            .map(file -> file.getFileName().toString().replace(".java", "")))
                    .as("build problems with ProblemBuilder, or name them in Problems")
                    .containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
        }
    }

    private static boolean holdsAProblem(Path file) {
        try {
            return isWholeProblem(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWholeProblem(String source) {
        return PARAMETERS.matcher(source).find() && START.matcher(source).find();
    }

    @Test
    void textBlocksAndStringsAreFound() {
        String parameters = "[parameters]";
        assertThat(isWholeProblem("    " + parameters + "\n    eta = 1\n    [start]\n"))
                .isTrue();
        assertThat(isWholeProblem("\"title = 1\\n" + parameters + "\\neta = 1\\n[start]\\nx = 1\""))
                .isTrue();
        assertThat(isWholeProblem("// add it to " + parameters + " or to [start]\n"))
                .isFalse();
    }
}
