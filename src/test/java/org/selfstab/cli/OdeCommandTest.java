package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.selfstab.ProblemBuilder;

/** {@code selfstab ode} as a user meets it. */
class OdeCommandTest {

    @TempDir
    private Path folder;

    private record Outcome(int status, String out, String err) {}

    private static Outcome ode(String... options) {
        List<String> arguments = new ArrayList<>(List.of("ode"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }

    /** The output on one line, however wide its lines were. */
    private static String words(Outcome outcome) {
        return outcome.out().replaceAll("\\s+", " ");
    }

    @Test
    void comparesAnExampleAndWritesItsFiles() throws IOException {
        Outcome outcome = ode(
                "examples/sharp-valley.toml",
                "--quiet",
                "--set",
                "zeta=0",
                "--horizon",
                "400",
                "--out",
                folder.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(outcome.out())
                .contains(
                        "largest distance in (X, Y)",
                        "period in steps (19)",
                        "Whole periods, in steps",
                        "after k periods",
                        "blow-up",
                        "not a proof");
        List<String> csv = Files.readAllLines(folder.resolve("sharp-valley/ode.csv"));
        assertThat(csv).hasSize(402);
        assertThat(csv.get(0)).isEqualTo("t,tau,X,Y,X_map,Y_map,X_ode,Y_ode,X_frozen,Y_frozen,stage");
        assertThat(csv.get(1)).startsWith("0,0.0,").endsWith("blow_up");
        assertThat(folder.resolve("sharp-valley/ode.json"))
                .content()
                .contains("\"max_sharpness\"", "\"cycles\"", "\"central_flow\"");
    }

    @Test
    void showsTheCentralFlowAndWritesIt() throws IOException {
        Outcome outcome = ode("examples/sharp-valley.toml", "--quiet", "--horizon", "400", "--out", folder.toString());

        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(outcome.out())
                .contains(
                        "reached the horizon of 400 steps",
                        "at the edge throughout",
                        "from the constrained trajectory",
                        "sigma^2/delta^2",
                        "windowed mean x^2/sigma^2",
                        "windowed mean loss elevation/(sigma^2/eta) (23)");
        List<String> csv = Files.readAllLines(folder.resolve("sharp-valley/central-flow.csv"));
        assertThat(csv).hasSize(402);
        assertThat(csv.get(0))
                .isEqualTo("t,theta_x,theta_y,loss,sharpness,sigma2,averaged_loss,delta2,from_dagger,from_mean_theta,"
                        + "mean_x2,mean_loss");
        assertThat(csv.get(1)).startsWith("0,").endsWith(",,,");
        assertThat(csv.get(201).split(",")).hasSize(12).doesNotContain("");
        JsonNode flow = new ObjectMapper()
                .readTree(folder.resolve("sharp-valley/ode.json").toFile())
                .get("central_flow");
        assertThat(flow.get("largest_drift").doubleValue()).isLessThan(1e-10);
        assertThat(flow.get("ratios").get(0).get("mean").doubleValue()).isCloseTo(1, within(0.01));
    }

    /** Two sharpnesses of which the second, {@code 6 + w}, grows and comes to the edge as well. */
    /** Another direction that comes to the edge at t = 22.2. */
    private static final ProblemBuilder TWO_DIRECTIONS = ProblemBuilder.of(
                    "two directions", "y*x^2/2 - y/100 + (6 + w)*v^2/2 - w/10")
            .parameter("eta", "3/10")
            .start("x", "sqrt(2/100)/2")
            .start("y", "2/eta")
            .start("v", "0")
            .start("w", "0")
            .atEdge()
            .horizon("60");

    @Test
    void theCentralFlowStopsWithItsReason() throws IOException {
        Path file = Files.writeString(
                folder.resolve("two.toml"), TWO_DIRECTIONS.toml().replace("[run]", "[run]\nunstable = 1"));
        Outcome outcome = ode(file.toString(), "--quiet");

        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(words(outcome)).contains("the central flow stopped at t = 22.2", "the top eigenvalue is not simple");
    }

    @Test
    void theCentralFlowGoesOnWithAnotherEigenvalue() throws IOException {
        Path file = Files.writeString(folder.resolve("two.toml"), TWO_DIRECTIONS.toml());
        Outcome outcome = ode(file.toString(), "--quiet");

        assertThat(outcome.status()).isEqualTo(ExitStatus.HOLDS);
        assertThat(words(outcome))
                .contains("the central flow reached the horizon of 60 steps")
                .contains("enters the edge S = 2/eta at t = 22.2222")
                .contains("of several there is the central flow (40)");
    }

    @Test
    void moreDigitsGiveTheSameNumbers() throws IOException {
        List<String> options = List.of("examples/disk-valley.toml", "--quiet", "--format", "json", "--horizon", "60");
        JsonNode inDoubles = json(options);
        List<String> withDigits = new ArrayList<>(options);
        withDigits.addAll(List.of("--precision", "30"));
        JsonNode precise = json(withDigits);

        for (int i = 0; i < inDoubles.get("deviations").size(); i++) {
            assertThat(inDoubles.get("deviations").get(i).get("distance").doubleValue())
                    .isCloseTo(precise.get("deviations").get(i).get("distance").doubleValue(), within(1e-8));
        }
        for (int i = 0; i < inDoubles.get("quantities").size(); i++) {
            double predicted = precise.get("quantities").get(i).get("predicted").doubleValue();
            assertThat(inDoubles.get("quantities").get(i).get("predicted").doubleValue())
                    .isCloseTo(predicted, within(1e-9 * predicted));
        }
    }

    private static JsonNode json(List<String> options) throws IOException {
        return new ObjectMapper().readTree(ode(options.toArray(String[]::new)).out());
    }

    @Test
    void aFamilyTellsTheOrders() throws IOException {
        Outcome outcome = ode(
                "examples/sharp-valley.toml",
                "--quiet",
                "--sweep",
                "epsilon=1e-2,1e-3,1e-4",
                "--set",
                "zeta=1/2",
                "--out",
                folder.toString());

        assertThat(outcome.out())
                .contains("X, Y, equation along the run", "computed / theoretical", "at least 1", "not a proof")
                .containsPattern("period \\(19\\) .* HOLDS");
        JsonNode family = new ObjectMapper()
                .readTree(folder.resolve("sharp-valley/ode-family.json").toFile());
        assertThat(family.get("members")).hasSize(3);
        JsonNode along = family.get("orders").get(0);
        assertThat(along.get("error").textValue()).isEqualTo("along_run");
        assertThat(along.get("slope").doubleValue()).isGreaterThan(0.95);
        assertThat(along.get("verdict").textValue()).isEqualTo("HOLDS");
    }

    @Test
    void aFamilyHasToBeThere() throws IOException {
        String text = Files.readString(Path.of("examples/sharp-valley.toml"));
        Path file = Files.writeString(folder.resolve("alone.toml"), text.substring(0, text.indexOf("[family]")));
        Outcome outcome = ode(file.toString(), "--quiet", "--family");

        assertThat(outcome.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outcome.err()).contains("the problem has no [family]");
    }

    @Test
    void aRunAsATable() {
        assertThat(ode("examples/sharp-valley.toml", "--quiet", "--format", "markdown")
                        .out())
                .contains("\n# Sharp valley, codimension one\n\nthe equation along the run is within ")
                .contains("\n| quantity | predicted | observed |\n|---|---:|---:|\n")
                .contains("| period in steps (19) | 156.536 | 150.593 |");
    }

    @Test
    void withoutAnEdgeThereIsNothingToCompare() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bowl.toml"),
                ProblemBuilder.of("bowl", "x^2/2 + y^2/4")
                        .parameter("eta", "3/10")
                        .start("x", "1")
                        .start("y", "1")
                        .maxSteps(50)
                        .toml());
        Outcome outcome = ode(file.toString(), "--quiet");

        assertThat(outcome.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(words(outcome))
                .contains("no comparison with the reduced equation", "edge of stability was not reached");
    }

    @Test
    void helpHasAnExample() {
        assertThat(ode("--help").out()).contains("Examples:", "selfstab ode examples/sharp-valley.toml");
    }

    /** The laws of second order and of the slow drift are those of one. */
    @Test
    void laterOrdersRefuseSeveralUnstableEigenvalues() {
        for (List<String> words : List.of(List.of("ode", "--second-order"), List.of("drift"))) {
            Result refused = Result.of(Stream.concat(words.stream(), Stream.of("examples/unstable/two-directions.toml"))
                    .toArray(String[]::new));
            assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(refused.err())
                    .contains("is for one unstable eigenvalue, and [run] says unstable = 2; ")
                    .hasLineCount(1);
        }
    }
}
