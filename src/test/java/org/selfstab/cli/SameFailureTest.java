package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;

/** The same bad input gives the same line and exit status from every command that reads a problem. */
class SameFailureTest {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("verify"),
            List.of("check"),
            List.of("family", "--sweep", "epsilon=1/10,1/20"),
            List.of("ode"),
            List.of("ode", "--sweep", "epsilon=1/10,1/20"),
            List.of("derive"),
            List.of("certify"),
            List.of("certify", "--family", "--sweep", "epsilon=1/10,1/20"),
            List.of("certify-box", "--claim", "alpha > 0", "--box", "x=0:1", "--box", "y=0:1"),
            List.of("certify-cycle"),
            List.of("sweep", "--grid", "epsilon=1/20:1/10:2", "--quantity", "alpha"),
            List.of("drift"),
            List.of("noise"),
            List.of("explore"),
            List.of("descent"),
            List.of("minimum"),
            List.of("bifurcation", "--range", "1/10:1"),
            List.of("coq box", "--claim", "alpha > 0", "--box", "x=0:1", "--box", "y=0:1"));

    private static final String LOSS = "x^2*(1 + y)/2 + epsilon*y";

    private static final Map<String, String> GOOD = Map.of("LOSS", LOSS, "ETA", "1", "START", "1");

    private static final String VALLEY = ProblemBuilder.of("Valley", "LOSS")
            .parameter("epsilon", "1/10")
            .parameter("eta", "ETA")
            .start("x", "1/10")
            .start("y", "START")
            .toml();

    @TempDir
    private Path folder;

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of(Map.of("ETA", "0"), ":6:7: the step size eta is 0.0; it must be positive"),
                Arguments.of(Map.of("ETA", "1/0"), ":6:9: division by exactly zero; the divisor must not vanish"),
                Arguments.of(Map.of("LOSS", LOSS + " + z"), ":3:37: z is not declared; "),
                Arguments.of(
                        Map.of("START", "log(0-1)"), ":9:5: the start of variable y is log(-1), which has no finite"),
                Arguments.of(Map.of("LOSS", LOSS + " + 2^(10^9)"), ":3:38: an exponent beyond 1000; "),
                Arguments.of(
                        Map.of("LOSS", LOSS + "+ 0*y^(1/3)*(y-1)^(1/2)"),
                        ":3:8: the gradient of the loss is not finite"),
                Arguments.of(Map.of("LOSS", LOSS + "\""), ":3:"));
    }

    /** Also where a certificate, an output or a file to be laid out is asked for: none of them writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"verify", "recheck", "fmt", "diff", "coq run", "sweep --grid epsilon=1/20:1/10:2"})
    void aFileThatIsNotThere(String command) {
        String missing = folder.resolve("missing").toString();
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.add(missing);
        if (command.equals("diff")) {
            arguments.add(missing);
        }
        Result result = Result.of(arguments.toArray(String[]::new));
        assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(result.err()).hasLineCount(1).startsWith(missing + ":1:1: no such file; give the path of a ");
    }

    /** What a shell makes of a variable that is not set; to Java it is the current folder. */
    @ParameterizedTest
    @ValueSource(strings = {"verify", "recheck", "fmt", "test", "theory", "coq run", "verify bad.toml --out"})
    void aPathThatIsEmpty(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.add("");
        Result result = Result.of(arguments.toArray(String[]::new));
        assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(result.err()).hasLineCount(1).contains(": no path is given; give one");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void fromEveryCommand(Map<String, String> texts, String line) throws IOException {
        String problem = VALLEY;
        for (String text : GOOD.keySet()) {
            problem = problem.replace(text, texts.getOrDefault(text, GOOD.get(text)));
        }
        Path file = Files.writeString(folder.resolve("bad.toml"), problem);
        List<Result> results = new ArrayList<>();
        for (List<String> command : COMMANDS) {
            List<String> arguments = new ArrayList<>(List.of(command.get(0).split(" ", -1)));
            arguments.add(file.toString());
            arguments.addAll(command.subList(1, command.size()));
            results.add(Result.of(arguments.toArray(String[]::new)));
        }
        assertThat(results).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).hasLineCount(1).startsWith(file.toString()).contains(line);
        });
        assertThat(results.stream().map(Result::err).distinct()).hasSize(1);
    }
}
