package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shell as its user meets it, fed from a pipe. */
class ShellCommandTest {

    private static final String HOLDS = "verify examples/sharp-valley.toml --horizon 5 --quiet";
    private static final String FAILS =
            "verify examples/sharp-valley.toml --set epsilon=1e-4 --projection linearised --frame ambient --quiet";
    private static final String UNDECIDED = "verify examples/scalar-product.toml --quiet";
    private static final String BAD_INPUT = "verify nowhere.toml";

    /** What a shell left behind. */
    private record Result(int status, String out, String err) {
        long runs() {
            return out.lines()
                    .filter(line -> line.contains("reached the horizon"))
                    .count();
        }
    }

    private static Result run(List<String> options, String... lines) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = options.toArray(String[]::new);
        byte[] input = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        int status = Main.run(new ByteArrayInputStream(input), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Result(status, out.toString(), err.toString());
    }

    private static Result shell(String... lines) {
        return run(List.of("shell"), lines);
    }

    @Test
    void runsEachLine() {
        Result result = shell(HOLDS, "", "# a comment", "  selfstab " + HOLDS + "  # another", "exit", BAD_INPUT);

        assertThat(result.status()).isZero();
        assertThat(result.runs()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        assertThat(shell("quit", BAD_INPUT)).isEqualTo(shell());
    }

    @Test
    void theWorstStatusIsItsOwn() {
        assertThat(shell(UNDECIDED, HOLDS).status()).isEqualTo(3);
        assertThat(shell(UNDECIDED, FAILS, HOLDS).status()).isEqualTo(1);
        assertThat(shell(BAD_INPUT, FAILS, UNDECIDED).status()).isEqualTo(2);
    }

    @Test
    void saysWhichLineEndedHow() {
        assertThat(shell(HOLDS, "  " + BAD_INPUT).err().lines())
                .containsExactly(
                        "nowhere.toml:1:1: no such file; give the path of a problem file",
                        "standard input:2:3: exit status 2");
    }

    @Test
    void goesOnAfterAWrongLineUnlessItIsToStop() {
        Result result = shell("verify 'a", HOLDS);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.runs()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("standard input:1:8: the quote ' is not closed;")
                .hasLineCount(1);

        for (String wrong : List.of("verify 'a", UNDECIDED, FAILS, BAD_INPUT)) {
            Result stopped = run(List.of("shell", "--stop"), HOLDS, wrong, HOLDS);
            assertThat(stopped.status()).isEqualTo(shell(wrong).status()).isNotZero();
            assertThat(stopped.out()).isEqualTo(shell(HOLDS, wrong).out());
        }
    }

    @Test
    void doesNotRunWithinItself() {
        Result result = shell("shell", HOLDS);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.runs()).isEqualTo(1);
        assertThat(result.err().lines())
                .containsExactly(
                        "selfstab shell: a shell cannot run within a shell; give the commands to this one",
                        "standard input:1:1: exit status 2");
    }

    @Test
    void helpIsThatOfTheProgram() {
        assertThat(shell("help")).isEqualTo(run(List.of("--help")));
        assertThat(shell("shell --help").out()).contains("Example:", "selfstab shell", "--stop", "Ctrl-C");
        assertThat(shell("help shell")).isEqualTo(run(List.of("shell", "--help")));
    }

    @Test
    void completesWhatThereIs() {
        ShellCommand.CommandCompletion completion = new ShellCommand.CommandCompletion();
        assertThat(completion.candidates(List.of(""), 0))
                .contains("verify", "test", "help", "exit")
                .doesNotContain("shell");
        assertThat(completion.candidates(List.of("verify", "--f"), 1)).contains("--format", "--frame", "--set");
        assertThat(completion.candidates(List.of("verify", "--frame", ""), 2)).contains("moving", "ambient");
        assertThat(completion.candidates(List.of("verify", ""), 1)).isEmpty();
        assertThat(completion.candidates(List.of("verify", "examples/sh"), 1)).isEmpty();
    }
}
