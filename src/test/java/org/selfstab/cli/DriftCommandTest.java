package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code drift} shows, prints and writes. */
class DriftCommandTest {

    private static final String VALLEY = "examples/drift/growing-valley.toml";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text", "latex", "markdown", "html", "csv"})
    void everyFormatShowsTheDrift(String format) {
        Result result = Result.of("drift", VALLEY, "--format", format, "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains(format.equals("csv") ? "log_area_predicted" : "growing");
    }

    @Test
    void jsonHasTheKeysOfTheLaw() throws IOException {
        Result result = Result.of("drift", VALLEY, "--format", "json", "--quiet");

        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(json.path("verdict").asText()).isEqualTo("growing");
        assertThat(json.path("gamma").path("start").asDouble()).isBetween(1.4374, 1.4376);
        assertThat(json.path("gamma").path("mean").asDouble()).isBetween(1.4374, 1.4376);
        assertThat(json.path("log_j_measured").asDouble()
                        / json.path("log_j_predicted").asDouble())
                .isBetween(0.995, 1.005);
        assertThat(json.path("log_area_measured").asDouble()
                        / json.path("log_area_predicted").asDouble())
                .isBetween(0.995, 1.005);
        assertThat(json.path("halving_steps").asDouble()).isPositive();
        assertThat(json.path("alpha_soft").asDouble()).isEqualTo(0.001);
        assertThat(json.path("beta_soft").asDouble()).isEqualTo(1);
    }

    @Test
    void jsonHasTheRootThatDecides() throws IOException {
        Result result = Result.of("drift", "examples/drift/intermediate-curvature.toml", "--format", "json", "--quiet");

        JsonNode json = new ObjectMapper().readTree(result.out());
        assertThat(json.path("verdict").asText()).isEqualTo("damped");
        JsonNode small = json.path("small_oscillation");
        assertThat(small.path("predicted").path("real_over_epsilon").asDouble()).isBetween(-0.311, -0.310);
        assertThat(small.path("measured").path("real_over_epsilon").asDouble()).isBetween(-0.311, -0.308);
    }

    @Test
    void writesFiles() {
        Result result = Result.of("drift", VALLEY, "--out", folder.toString());

        assertThat(result.err()).contains("written: ", "drift.html, drift.json, drift.csv, figures");
        assertThat(folder.resolve("growing-valley/figures/drift-spiral.svg")).exists();
        assertThat(folder.resolve("growing-valley/figures/drift-area.svg")).exists();
    }

    @Test
    void tellsWhereNothingIsDecided() {
        assertThat(Result.of("drift", "examples/drift/intermediate-curvature.toml", "--steps=3000", "--quiet")
                        .status())
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(Result.of("drift", "examples/optimizers/weight-decay.toml", "--quiet")
                        .status())
                .isEqualTo(ExitStatus.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--steps=0", "--soft=-1", "--soft=20"})
    void refusesOptions(String option) {
        assertThat(Result.of("drift", VALLEY, option).status()).isEqualTo(ExitStatus.BAD_INPUT);
    }
}
