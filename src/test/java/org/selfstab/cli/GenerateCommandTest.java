package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code selfstab generate}. */
class GenerateCommandTest {

    private static final Path GENERATED = Path.of("examples/generated");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int generate(String options) {
        return run(("generate " + options).strip().split(" +", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--beta 0            ; --beta 0 is impossible: beta = |gradS_perp|^2 is positive",
                "--beta -1/2         ; --beta -1/2 is impossible",
                "--gamma 3/2         ; --gamma 3/2 is impossible: a cosine is at most 1",
                "--gamma sqrt(2)     ; --gamma sqrt(2) is impossible: a cosine is at most 1",
                "--gamma 0           ; --gamma 0 is impossible: gamma has the sign of alpha",
                "--alpha 0           ; --alpha 0 is impossible: without progressive sharpening",
                "--alpha -1/100      ; --alpha -1/100 is impossible: without progressive sharpening",
                "--eta 0             ; --eta 0 is impossible: a step size is positive",
                "--energy -1/10      ; --energy -1/10 is impossible: the energy (16) is at least 0",
                "--eta-lambda 2      ; --eta-lambda 2 is impossible: at 2 this direction is at the edge as u is",
                "--eta-lambda 195/100; --eta-lambda 39/20 breaks the eigengap, which is 19/10",
                "--violate eigengap --eta-lambda 2 ; --eta-lambda 2 is impossible",
                "--dimension 1       ; --dimension 1 is too small: u and gradS_perp need 2, and gamma < 1",
                "--dimension 2       ; --dimension 2 is too small: u and gradS_perp need 2, and gamma < 1",
                "--dimension 3 --eta-lambda 1,1/2,1/3; --dimension 3 is too small for 3 --eta-lambda",
                "--dimension 13      ; the dimension is 13; at most 12 variables are generated",
                "--dimension 2 --gamma 1 --violate smoothness ; --dimension 2 is too small: to break smoothness alone",
                "--dimension 2 --gamma 1 --violate progressive_sharpening ; --dimension 2 is too small: to break",
                "--violate nearest_point ; --violate nearest_point is impossible: the exact projection meets it on every loss",
                "--violate everything ; --violate everything is no hypothesis; give one of progressive_sharpening",
                "--alpha 1           ; epsilon = eta sqrt(alpha) = 0.5 is too large for the energy 1/2",
                "--kappa3 100        ; kappa_3 = 100 is too large for epsilon = 0.01",
                "--fourth 10000      ; the fourth derivative 10000 is too large for epsilon = 0.01",
                "--alpha 1/0         ; --alpha = 1/0",
                "--alpha log(0)      ; --alpha = log(0)",
                "--alpha sqrt(-1)    ; --alpha = sqrt(-1) has no finite real value",
                "--alpha zeta        ; --alpha = zeta: ",
                "--seed many         ; selfstab generate: --seed many: a whole number of at most 9223372036854775807 expected",
            })
    void refusesTheImpossibleInOneLine(String options, String message) {
        assertThat(generate(options)).isEqualTo(ExitStatus.BAD_INPUT);

        assertThat(err.toString().strip()).startsWith(message).contains(";").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    /** The source line of a file is the command that gives it again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--plain",
                "--seed 5 --alpha random --beta random --gamma random --eta-lambda random,random --energy random",
                "--beta 2 --gamma sqrt(3)/2 --kappa3 -1 --dimension 6",
                "--gamma 1 --eta-lambda 0 --violate smoothness",
                "--gamma 1 --eta-lambda 0 --violate eigengap",
                "--gamma 1 --eta-lambda 0 --violate progressive_sharpening",
                "--violate edge_reached",
                "--violate memory --plain",
            })
    void theSourceReproducesTheFile(String options) {
        assertThat(generate(options)).isEqualTo(ExitStatus.HOLDS);
        String text = out.toString();
        out.getBuffer().setLength(0);

        assertThat(run(sourceOf(text))).as(err.toString()).isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).isEqualTo(text);
    }

    static Stream<Path> generatedExamples() throws IOException {
        try (Stream<Path> files = Files.list(GENERATED)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("generatedExamples")
    void theExamplesAreWhatTheirSourceGenerates(Path file) throws IOException {
        String text = Files.readString(file);

        assertThat(run(sourceOf(text))).isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).isEqualTo(text);
    }

    @Test
    void thereIsAnExampleForEachHypothesisThatALossCanBreak() throws IOException {
        assertThat(generatedExamples().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder(
                        "holds.toml",
                        "progressive_sharpening.toml",
                        "eigengap.toml",
                        "smoothness.toml",
                        "non_worst_case.toml",
                        "axis_distance.toml",
                        "small_start.toml",
                        "memory.toml",
                        "edge_reached.toml");
    }

    @Test
    void theDefaultIsVerifiedWithSmallConstants(@TempDir Path folder) {
        String file = folder.resolve("deep/mine.toml").toString();
        assertThat(run("generate", "--alpha", "1/1024", "--out", file)).isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).isEmpty();

        assertThat(run("verify", file, "--quiet")).isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).containsPattern("C_1 +[0-9]\\.[0-9]+ ");
    }

    @Test
    void helpShowsExamplesAndEveryDefault() {
        run("generate", "--help");

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Examples:", "--violate eigengap", "Default: 1/2500.", "progressive_sharpening");
    }

    private static String[] sourceOf(String text) {
        String command = text.lines()
                .filter(line -> line.startsWith("source "))
                .findFirst()
                .orElseThrow();
        String words = command.substring(command.indexOf('"') + 1, command.lastIndexOf('"'));
        List<String> arguments = Stream.of(words.split(" (?=--)|(?<=selfstab) ", -1))
                .map(word -> word.replace("'", ""))
                .toList();
        assertThat(arguments.get(0)).isEqualTo("selfstab");
        return arguments.subList(1, arguments.size()).toArray(String[]::new);
    }
}
