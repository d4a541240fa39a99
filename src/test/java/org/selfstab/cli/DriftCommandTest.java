package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        assertThat(json.path("directions").get(0).path("kind").asText()).isEqualTo("soft");
        assertThat(json.path("margin").isNumber() || json.path("margin").isNull())
                .isTrue();
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

    /** Along the circular edge of angle phi: Gamma = 2 - 9 zeta^2, and d log alpha/dt = eta e sin(phi)^2/(cos(phi) S_c), which grows smaller as phi falls. */
    @Test
    void csvHasGammaAndTheSlopeOfAlphaAlongTheTrajectory() {
        Result result = Result.of(
                "drift", "examples/drift/circular-edge.toml", "--steps", "4000", "--format", "csv", "--quiet");

        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).endsWith("gamma,log_alpha_slope");
        List<String> first = List.of(lines.get(1).split(",", -1));
        double slope = Double.parseDouble(first.get(first.size() - 1));
        double atStart = 0.3e-3 * Math.pow(Math.sin(1.2), 2) / Math.cos(1.2) / (2 / 0.3);
        assertThat(slope).isBetween(0.9 * atStart, atStart);
        assertThat(Double.parseDouble(first.get(first.size() - 2))).isBetween(-1e-9, 1e-9);
    }

    @Test
    void writesFiles() {
        Result result = Result.of("drift", VALLEY, "--out", folder.toString());

        assertThat(result.err()).contains("written: ", "drift.html, drift.json, drift.csv, figures");
        assertThat(folder.resolve("growing-valley/figures/drift-spiral.svg")).exists();
        assertThat(folder.resolve("growing-valley/figures/drift-area.svg")).exists();
    }

    @Test
    void writesThePageOfAFamily() {
        Result result = Result.of("drift", VALLEY, "--sweep", "epsilon=1/50,1/100,1/200", "--out", folder.toString());

        assertThat(result.err()).contains("written: ", "drift-family.html, drift-family.json, figures");
        assertThat(folder.resolve("growing-valley/drift-family.html"))
                .content()
                .contains("slow drift of a family", "epsilon");
        assertThat(folder.resolve("growing-valley/figures/drift-energies.svg")).exists();
        assertThat(folder.resolve("growing-valley/figures/drift-errors.svg")).exists();
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
