package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;

/** What {@code noise} shows, prints and writes. */
class NoiseCommandTest {

    private static final String ITEMS = "examples/noise/four-items.toml";
    private static final String VALLEY = "examples/noise/exponential-valley.toml";

    @TempDir
    private Path folder;

    private static JsonNode json(String... more) throws IOException {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "noise";
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[more.length + 1] = "--format";
        arguments[more.length + 2] = "json";
        arguments[more.length + 3] = "--quiet";
        return new ObjectMapper().readTree(Result.of(arguments).out());
    }

    @Test
    void jsonHasTheEdgesOfAMinimum() throws IOException {
        JsonNode found = json(ITEMS, "--set", "batch=1", "--escape-runs", "4", "--escape-steps", "100");

        assertThat(found.at("/mean_square_edge").doubleValue()).isEqualTo(1.793721973094, within(1e-11));
        assertThat(found.at("/mean_square_edge_closed_form").doubleValue()).isEqualTo(1.793721973094, within(1e-11));
        assertThat(found.at("/almost_sure_edge").doubleValue()).isEqualTo(2.254732792197, within(1e-11));
        assertThat(found.at("/second_moment_growth").doubleValue())
                .isEqualTo((0.16 + 0.04 + 0.01 + 0.25) / 4, within(1e-14));
        assertThat(found.at("/eta_batch_sharpness").doubleValue()).isEqualTo(2.185445113, within(1e-9));
        assertThat(found.at("/escape")).hasSize(12);
        assertThat(found.at("/sharpness_gap").isNull()).isTrue();
        assertThat(found.at("/status").textValue()).isEqualTo("HOLDS");
    }

    @Test
    void jsonHasTheGapAtTheEdge() throws IOException {
        JsonNode found = json(VALLEY, "--set", "batch=4", "--replicas", "4", "--steps", "30000");

        assertThat(found.at("/sharpness_gap/predicted").doubleValue()).isEqualTo(0.5, within(1e-9));
        assertThat(found.at("/sharpness_gap/measured").doubleValue()).isEqualTo(0.5, within(0.05));
        assertThat(found.at("/sharpness_gap/standard_error").doubleValue()).isPositive();
        assertThat(found.at("/batch_sharpness").doubleValue())
                .isEqualTo(found.at("/sharpness_gap/batch_sharpness").doubleValue());
        assertThat(found.at("/mean_square_edge").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--replicas", "--escape-runs", "--steps", "--escape-steps"})
    void runsAndStepsAreBounded(String option) {
        Result result = Result.of("noise", ITEMS, option, "1000000000", "--quiet");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(option + " 1000000000: a number from", "000 is wanted");
    }

    /** As the runs do not depend on how many processors do them. */
    @Test
    void givesTheSameNumbersAgain() {
        String[] arguments = {"noise", VALLEY, "--replicas", "3", "--steps", "3000", "--format", "json", "--quiet"};

        assertThat(undated(Result.of(arguments))).isEqualTo(undated(Result.of(arguments)));
    }

    private static String undated(Result result) {
        return result.out().replaceFirst("\"date\" : \"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "latex", "markdown", "html", "csv"})
    void everyFormatTellsTheEdge(String format) {
        Result result =
                Result.of("noise", ITEMS, "--escape-runs", "2", "--escape-steps", "50", "--format", format, "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains(format.equals("csv") ? "1.9261637239165" : "1.926");
    }

    @Test
    void writesPageAndFigure() {
        Result result =
                Result.of("noise", ITEMS, "--escape-runs", "4", "--escape-steps", "100", "--out", folder.toString());

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).contains("written: ", "noise.html, noise.json, figures");
        Path place = folder.resolve("four-items");
        assertThat(place.resolve("noise.html")).content().contains("almost-sure edge", "<svg");
        assertThat(place.resolve("figures/noise-escape.png")).exists();
    }

    /** Neither a minimum nor an edge of progressive sharpening. */
    @Test
    void isUndecidedWhereThereIsNeither() throws IOException {
        Path file = ProblemBuilder.of("slope", "exp(x)")
                .parameter("eta", "1/10")
                .noise("gaussian", "variance", "1")
                .start("x", "0")
                .write(folder.resolve("slope.toml"));

        Result result = Result.of("noise", file.toString(), "--quiet");

        assertThat(result.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(result.out()).contains("undecided: no minimum", "in one variable no sharpness rises");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--replicas=1", "--steps=0", "--escape-runs=1", "--escape-steps=0", "--spread=0", "--radius=-1"})
    void refusesWhatIsNotPositive(String option) {
        Result result = Result.of("noise", ITEMS, option);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(option.replaceFirst("=.*", ""));
    }
}
