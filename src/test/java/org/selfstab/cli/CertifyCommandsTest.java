package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;

/** {@code selfstab certify-box} and {@code selfstab certify-cycle} as a user calls them. */
class CertifyCommandsTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void manyVariablesAreRefused() throws IOException {
        Path file = ProblemBuilder.of("many", "sum(i, 1, 65, x[i]^2)/2")
                .parameter("eta", "1")
                .start("x[1..65]", "x[i]", "1/i")
                .write(folder.resolve("many.toml"));

        assertThat(Result.of("certify", file.toString()).err().replaceAll("\\s+", " "))
                .contains("a certificate of 65 variables takes too long: it is meant for 64 at most");
    }

    @Test
    void claimsOverABoxAreProvedOrRefuted() {
        assertThat(run(
                        "certify-box",
                        "examples/sharp-valley.toml",
                        "--box",
                        "x=-0.001:0.001",
                        "--box",
                        "y=6:7",
                        "--box",
                        "zeta=0.4:0.6",
                        "--claim",
                        "alpha > 0",
                        "--claim",
                        "eta_lambda_2 < 1"))
                .isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).containsPattern("HOLDS +alpha > 0 ").contains("zeta in [0.39999999999999997");
        assertThat(run(
                        "certify-box",
                        "examples/sharp-valley.toml",
                        "--box",
                        "x=0:0",
                        "--box",
                        "y=6:7",
                        "--claim",
                        "eta_sharpness < 2"))
                .isEqualTo(ExitStatus.FAILS);
        assertThat(out.toString()).contains("refuted at x = 0.0, y = 7.0");
    }

    /** What is read by programs tells of the own check too; without a certificate there is none. */
    @Test
    void theOwnCheckStandsInEveryForm() throws IOException {
        String out = folder.toString();
        String valley = "examples/sharp-valley.toml";
        String[] run = {"certify", valley, "--horizon", "2", "--quiet"};
        String confirmed =
                "\"recheck\" : {\n    \"confirmed\" : true,\n    \"rejected\" : false,\n    \"summary\" : \"16 of 16";
        assertThat(output(run, "--format", "json")).contains("\"recheck\" : null");
        assertThat(output(run, "--format", "json", "--out", out)).contains(confirmed);
        assertThat(Files.readString(folder.resolve("sharp-valley/certification.json")))
                .contains(confirmed);
        assertThat(output(run, "--format", "markdown", "--out", out))
                .contains("rechecked", "16 of 16 claims confirmed");
        assertThat(output(run, "--out", out)).containsOnlyOnce("rechecked").contains("certified, and rechecked: 16 of");
        assertThat(output(new String[] {"certify-cycle", valley, "--quiet"}, "--format", "json", "--out", out))
                .contains("\"recheck\" : {\n    \"confirmed\" : true");
        assertThat(output(
                        new String[] {"certify-box", valley, "--quiet", "--box", "x=0:0", "--box", "y=6:7"},
                        "--claim",
                        "alpha > 0",
                        "--format",
                        "json",
                        "--out",
                        out))
                .contains("\"recheck\" : {\n    \"confirmed\" : true");
    }

    private String output(String[] command, String... options) {
        StringBuffer written = out.getBuffer();
        written.setLength(0);
        run(Stream.concat(Arrays.stream(command), Arrays.stream(options)).toArray(String[]::new));
        return written.toString();
    }

    @Test
    void whatIsNoBoxOrNoClaimIsRefusedInOneLine() {
        assertRefused("--box must state the variable y", "--box", "x=0:1", "--claim", "alpha > 0");
        assertRefused(
                "no variable or parameter z",
                "--box",
                "x=0:1",
                "--box",
                "y=6:7",
                "--box",
                "z=0:1",
                "--claim",
                "alpha > 0");
        assertRefused("states x twice", "--box", "x=0:1", "--box", "x=0:2", "--box", "y=6:7", "--claim", "alpha > 0");
        assertRefused("QUANTITY > NUMBER", "--box", "x=0:1", "--box", "y=6:7", "--claim", "alpha");
        assertRefused("at least 1", "--box", "x=0:1", "--box", "y=6:7", "--claim", "alpha > 0", "--budget", "0");
    }

    private void assertRefused(String message, String... options) {
        err.getBuffer().setLength(0);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "certify-box";
        arguments[1] = "examples/sharp-valley.toml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertThat(run(arguments)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).contains(message).hasLineCount(1);
    }

    @Test
    void anOrbitOfPeriodTwoIsProved() {
        assertThat(run("certify-cycle", "examples/sharp-valley.toml")).isEqualTo(ExitStatus.HOLDS);
        assertThat(out.toString()).contains("orbit of period two").contains("it is stable");
    }

    @Test
    void whereThereIsNoOrbitNothingIsClaimed() {
        assertThat(run("certify-cycle", "examples/log-cosh.toml")).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(out.toString()).contains("UNDECIDED");
    }

    /** {@code 0*log(x)} is undefined where x may be negative: what is certified lies where it is not, and is confirmed. */
    @Test
    void aTermWithoutEffectKeepsItsDomain() {
        String file = "src/test/resources/certificates/zero-times-log.toml";
        assertThat(run("certify", file, "--out", folder.toString())).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(out.toString()).contains("UNDECIDED").contains("certified, and rechecked");
        String[] box = {
            "certify-box",
            file,
            "--box",
            "x=-0.001:0.001",
            "--box",
            "y=6:7",
            "--claim",
            "alpha > 0",
            "--out",
            folder.toString()
        };
        assertThat(run(box)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("may not be defined everywhere", "nothing is certified");
        box[3] = "x=0.001:0.002";
        box[box.length - 1] = folder.resolve("right").toString();
        assertThat(run(box)).isEqualTo(ExitStatus.HOLDS);
        assertThat(run("certify-cycle", file, "--out", folder.toString())).isEqualTo(ExitStatus.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sin(log(-1))", "1 + 0*sin(log(-1))", "1 + 0*acos(2)", "0*sqrt(-eta)", "0^(-1)*0"})
    void parametersWithoutARealValueAreRefused(String value) {
        for (String command : List.of("certify", "certify-cycle")) {
            assertThat(run(command, "examples/sharp-valley.toml", "--set", "zeta=" + value))
                    .isEqualTo(ExitStatus.BAD_INPUT);
        }
        assertThat(run(
                        "certify-box",
                        "examples/sharp-valley.toml",
                        "--set",
                        "zeta=" + value,
                        "--box",
                        "x=0:0",
                        "--box",
                        "y=6:7",
                        "--claim",
                        "alpha > 0"))
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"certify", "certify-box", "certify-cycle"})
    void helpShowsAnExample(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString())
                .contains("Example")
                .containsPattern("selfstab " + command + " (--family )?examples/");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
