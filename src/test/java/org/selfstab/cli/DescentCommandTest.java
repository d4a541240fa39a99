package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;

/** What {@code descent} shows, prints and writes. */
class DescentCommandTest {

    private static final String VALLEY = "src/test/resources/problems/explored-valley.toml";

    @TempDir
    private Path folder;

    @Test
    void showsTheCourse() {
        Result result = Result.of("descent", VALLEY, "--measure", "--steps", "300", "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains(
                        "gradient descent did 300 steps",
                        "at the start",
                        "lambda_2",
                        "numeric run in double precision");
        assertThat(result.out().lines().skip(1)).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "latex", "markdown", "html", "json"})
    void everyFormatTellsHowFarItCame(String format) {
        Result result = Result.of("descent", VALLEY, "--steps", "7", "--format", format, "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("gradient descent did 7 steps");
    }

    @Test
    void callsAnotherOptimizerByItsName() {
        Result result = Result.of("descent", "examples/optimizers/heavy-ball-valley.toml", "--steps", "7", "--quiet");

        assertThat(result.out()).contains("heavy ball did 7 steps", "Along heavy ball");
    }

    /** The iterate after the start is y = 0 exactly, where the observable divides by zero. */
    @Test
    void saysWhereAnObservableIsNotDefined() throws IOException {
        Path file = ProblemBuilder.of("square", "y^2/2")
                .parameter("eta", "1")
                .start("y", "3")
                .observe("inverse", "1/y")
                .write(folder.resolve("square.toml"));

        Result result = Result.of("descent", file.toString(), "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("1/y is not defined at step 1");
    }

    /** So many variables that no matrix is kept. */
    @Test
    void saysThatTheHessianOfManyVariablesIsNotFinite(@TempDir Path folder) throws IOException {
        Path file = ProblemBuilder.of("steep", "sum(i, 1, 40, exp(10^200*x[i])/10^60 + x[i]^2)")
                .parameter("eta", "1/10")
                .start("x[1..40]", "x[i]", "0")
                .write(folder.resolve("steep.toml"));

        Result result = Result.of("descent", file.toString(), "--measure", "--quiet");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .startsWith(file + ":1:1: at the start")
                .contains("the Hessian of the loss is not finite")
                .hasLineCount(1);
    }

    @Test
    void csvHasAllRows() {
        List<String> measured = Result.of(
                        "descent", VALLEY, "--measure", "--steps", "40", "--every", "2", "--format", "csv", "--quiet")
                .out()
                .lines()
                .toList();

        assertThat(measured).hasSize(22).startsWith("t,loss,sharpness,lambda2,alpha,beta,delta,kappa_3,gamma");
        assertThat(measured.get(21)).startsWith("40,");
        assertThat(Result.of("descent", VALLEY, "--steps", "1", "--format", "csv", "--quiet")
                        .out())
                .startsWith("t,loss,gradient_norm\n0,");
    }

    @Test
    void writesAPageWithFiguresAndTheTable() {
        Result result = Result.of("descent", VALLEY, "--measure", "--steps", "50", "--out", folder.toString());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).contains("written: ", "descent.html, descent.json, descent.csv, figures");
        Path place = folder.resolve("explored-valley");
        assertThat(place.resolve("descent.html")).content().contains("Sharpness along gradient descent", "<svg");
        assertThat(place.resolve("descent.csv")).content().hasLineCount(52);
        assertThat(place.resolve("figures/descent-loss.png")).exists();
        assertThat(Result.of("descent", VALLEY, "--steps", "9", "--out", folder.toString())
                        .err())
                .contains("the files of another descent lie here");
    }

    @Test
    void divergenceIsNoSuccess() throws Exception {
        Path steep = ProblemBuilder.of("steep", "x^4")
                .parameter("eta", "1")
                .start("x", "3")
                .write(folder.resolve("steep.toml"));

        Result result = Result.of("descent", steep.toString(), "--quiet");

        assertThat(result.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(result.out()).contains("diverge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--steps=0", "--every=0", "--every=-1", "--steps=x"})
    void numbersArePositive(String option) {
        Result result = Result.of("descent", VALLEY, option);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines()).hasSize(1);
    }
}
