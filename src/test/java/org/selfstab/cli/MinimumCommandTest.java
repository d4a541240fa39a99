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
import org.selfstab.Problems;

/** What {@code minimum} shows, prints and writes. */
class MinimumCommandTest {

    private static final String WELL = "examples/minima/double-well-cycle.toml";

    @TempDir
    private Path folder;

    private Path problem(String loss) throws IOException {
        return Problems.inPlane(loss, "3/5", "11/10", "1/10")
                .start("z", "1/20")
                .optimizer("heavy_ball", "momentum", "3/10")
                .write(folder.resolve("problem.toml"));
    }

    private static JsonNode json(Path file) throws IOException {
        Result result = Result.of("minimum", file.toString(), "--format", "json", "--quiet");
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    /** K, and the roots of the Hessian's characteristic polynomial, by mpmath. */
    @Test
    void jsonHasTheFlipCoefficientOfThreeVariables() throws IOException {
        JsonNode found =
                json(problem("3*x^2/2 + y^2 + z^2/2 + x*y/4 + x^3/6 + x^2*z/3 + y^3/5 + x^4/9 + x^2*y^2/2 + z^4/7"));

        assertThat(found.at("/certified").booleanValue()).isTrue();
        assertThat(found.at("/kind").textValue()).isEqualTo("minimum");
        assertThat(found.at("/flip_coefficient").doubleValue()).isEqualTo(-0.8987027518407367, within(1e-13));
        assertThat(found.at("/hessian_eigenvalues/0").doubleValue()).isEqualTo(3.05901699437495, within(1e-14));
        assertThat(found.at("/hessian_eigenvalues/1").doubleValue()).isEqualTo(1.94098300562505, within(1e-14));
        assertThat(found.at("/bifurcation").textValue()).isEqualTo("subcritical");
        assertThat(found.at("/edge").doubleValue()).isEqualTo(13 / 3.0, within(1e-14));
    }

    /** Of the sum of squares {@code (x (1 + y) - 1)^2/2 + z^2/2}: at the minimum the Hessian's nonzero eigenvalues are {@code (1 + y)^2 + x^2} and 1. */
    @Test
    void aManifoldOfMinimaOfASumOfSquaresIsProved() throws IOException {
        JsonNode found = json(problem("(x*(1 + y) - 1)^2/2 + z^2/2"));

        assertThat(found.at("/certified").booleanValue()).isTrue();
        assertThat(found.at("/kind").textValue()).isEqualTo("degenerate");
        double x = found.at("/point/x").doubleValue();
        assertThat(found.at("/point/y").doubleValue()).isEqualTo(1 / x - 1, within(1e-12));
        assertThat(found.at("/eigenvalue_bounds/0/lower").doubleValue()).isLessThanOrEqualTo(x * x + 1 / x / x);
        assertThat(found.at("/eigenvalue_bounds/0/upper").doubleValue()).isEqualTo(x * x + 1 / x / x, within(1e-10));
        assertThat(found.at("/eigenvalue_bounds/2/upper").doubleValue()).isZero();
        assertThat(found.at("/stability_proved").booleanValue()).isFalse();
    }

    /** Where nothing is proved, the status says so. */
    @Test
    void aManifoldOfMinimaIsUndecided() throws IOException {
        Result result =
                Result.of("minimum", problem("logcosh(x*(1 + y) - 1) + z^2/2").toString(), "--quiet");

        assertThat(result.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(result.out()).contains("not proved: a degenerate minimum with S = ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "latex", "markdown", "html"})
    void everyFormatTellsTheCoefficient(String format) {
        Result result = Result.of("minimum", WELL, "--format", format, "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("48");
    }

    @Test
    void writesItsJson() {
        Result result = Result.of("minimum", WELL, "--out", folder.toString(), "--quiet");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(folder.resolve("double-well-cycle/minimum.json")).content().contains("\"flip_coefficient\" : 48.0");
    }
}
