package org.selfstab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    private static final String FOLDER = "src/test/resources/problems/";
    private static final String VALLEY = "examples/sharp-valley.toml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    /** The products of the third derivative's rows are symmetric but for rounding, and their eigenvalues are found all the same. */
    @Test
    void aNetworkHasItsConditions() {
        assertThat(run("check", FOLDER + "network-21.toml", "--quiet")).isEqualTo(ExitStatus.FAILS);
    }

    @ParameterizedTest
    @CsvSource({
        "mild-valley.toml,           0, 0",
        "far-start.toml,             1, 1",
        "two-eigenvalue-valley.toml, 1, 1",
        "descending-valley.toml,     1, 3",
        "curved-floor.toml,          1, 0",
        "level-floor.toml,           3, 3",
        "triple-product-floor.toml,  3, 0",
        "three-variables-crash.toml, 0, 0",
        "curved.toml,                0, 0",
        "four-eigen.toml,            0, 0",
    })
    void theExitStatusIsTheWorstVerdict(String file, int check, int verify) {
        assertThat(run("check", FOLDER + file, "--quiet")).as(out + "" + err).isEqualTo(check);
        assertThat(run("verify", FOLDER + file, "--quiet")).as(out + "" + err).isEqualTo(verify);
    }

    @Test
    void aFailureNamesValueThresholdStepPointAndDirection() {
        run("check", FOLDER + "two-eigenvalue-valley.toml", "--quiet");
        assertThat(out.toString())
                .containsPattern("FAILS +max eta lambda_2 +1\\.98000 +<= 1\\.900 +\\d+")
                .containsPattern("witness: t = \\d+, point \\(.*\\), direction \\(.*\\)")
                .contains("evidence: numeric run in double precision, not a proof");
    }

    @Test
    void verifyShowsTheBrokenHypothesisBesideTheConclusion() {
        run("verify", VALLEY, "--quiet", "--set", "epsilon=1e-4", "--projection", "linearised");
        assertThat(out.toString())
                .containsPattern("FAILS +C_1 +916\\.155 +<= 100\\.0 +400")
                .contains("violated hypotheses: edge reached, nearest point, not too close to the axis")
                .contains("min |x*|/delta: 0.04230 < 0.05000 at t = 1389");
    }

    @Test
    void jsonHoldsEveryConditionWithItsMeasures() throws IOException {
        assertThat(run("check", VALLEY, "--quiet", "--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.at("/eta_sharpness/largest").isDouble()).isTrue();
        assertThat(json.get("frame").textValue()).isEqualTo("moving");
        JsonNode conditions = json.get("conditions");
        assertThat(conditions.findValuesAsText("name"))
                .containsExactly(
                        "edge.reached",
                        "condition.nearest_point",
                        "condition.progressive_sharpening",
                        "condition.eigengap",
                        "condition.smoothness",
                        "condition.non_worst_case",
                        "condition.axis_distance",
                        "condition.small_start",
                        "condition.memory");
        assertThat(conditions.findValuesAsText("evidence")).containsOnly("NUMERIC");
    }

    /** Nesterov's edge is (2/eta)(1 + m)/(1 + 2m), its growth rate eta (1 + 2m)^2/(1 + 3m), its drift rate eta/(1 - m). */
    @Test
    void jsonHasTheOptimizersEdgeAndRates() throws IOException {
        run("check", "examples/optimizers/nesterov-disk.toml", "--quiet", "--horizon", "3", "--format", "json");
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("edge").doubleValue()).isCloseTo(50.0 / 9, within(1e-12));
        assertThat(json.get("growth_rate").doubleValue()).isCloseTo(2.7 / 7, within(1e-12));
        assertThat(json.get("drift_rate").doubleValue()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void latexIsATableOfBalancedRows() {
        assertThat(run("check", VALLEY, "--quiet", "--format", "latex")).isZero();
        assertThat(out.toString().lines().filter(line -> line.matches(".*holds & .*")))
                .hasSize(14)
                .allSatisfy(line -> assertThat(line.split(" & ", -1)).hasSize(5));
        assertThat(out.toString()).contains("\\emph{eigengap}", "$\\max \\eta \\lambda_2$ & ", "evidence: numeric run");
    }

    @Test
    void theHelpListsTheThresholds() {
        assertThat(run("check", "--help")).isZero();
        assertThat(out.toString()).contains("condition.eigengap = 1.9", "condition.memory.sign_change = 0.5");
    }
}
