package org.selfstab.claims.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Study;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.Lyapunov;
import org.selfstab.run.RunListener;

/** Against theory.md section 16: exact on cycles, else figures of an independent implementation with 5e6 steps. */
class LyapunovTest {

    private static Lyapunov lyapunov(ProblemBuilder problem, int steps) {
        return Study.of(problem.problem())
                .descent(new DescentOptions(20_000, 20_000, false, steps), RunListener.none())
                .exponents()
                .orElseThrow();
    }

    private static ProblemBuilder product(String eta) {
        return ProblemBuilder.of("product", "(x*y-1)^2/2")
                .parameter("eta", eta)
                .start("x", "3/10")
                .start("y", "3/10");
    }

    private static double value(Estimate estimate) {
        return estimate.value();
    }

    /** The sharpness dimension of a stable two-cycle need not vanish. */
    @Test
    void aTwoCycleHasExactFigures() {
        Lyapunov found = lyapunov(product("6/5"), 1000);
        assertThat(value(found.exponents().get(0))).isCloseTo(Math.log(0.68) / 2, within(1e-12));
        assertThat(value(found.exponents().get(1))).isCloseTo(Math.log(0.6) / 2, within(1e-12));
        assertThat(value(found.kaplanYorke())).isZero();
        assertThat(value(found.sharpnessExponents().get(0))).isCloseTo(0.044560126836, within(1e-12));
        assertThat(value(found.sharpnessExponents().get(1))).isCloseTo(-0.492804179125, within(1e-12));
        assertThat(value(found.sharpnessDimension())).isCloseTo(1.09042156849, within(5e-12));
        assertThat(found.isChaotic()).isFalse();
    }

    @Test
    void threeVariablesHaveThree() {
        Lyapunov found = lyapunov(
                ProblemBuilder.of("product", "(x*y*z-1)^2/2")
                        .parameter("eta", "7/10")
                        .start("x", "9/10")
                        .start("y", "9/10")
                        .start("z", "9/10"),
                1000);
        assertThat(value(found.exponents().get(0))).isCloseTo(-0.0137167844275, within(1e-11));
        assertThat(value(found.exponents().get(2))).isCloseTo(-0.256921261168, within(1e-11));
        assertThat(value(found.sharpnessDimension())).isCloseTo(2.412838, within(5e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "27/20, 0.27699, -0.67857, 1.4082, 0.38247, 1.4878",
        "3/2, 0.49125, -0.7437, 1.6605, 0.55648, 1.6879",
        "8/5, 0.6822, -0.5416, 2, 0.7204, 2"
    })
    void chaosHasThoseOfTheTable(
            String eta, double first, double second, double kaplanYorke, double sharpness, double dimension) {
        Lyapunov found = lyapunov(product(eta), 200_000);
        assertIsChaos(found, first, second, kaplanYorke, sharpness, dimension);
    }

    /** A loss without a symmetric subspace. */
    @ParameterizedTest
    @CsvSource({"5/2, 0.43629, -2.22347, 1.19622, 0.58554, 1.24678", "3, 0.7828, -1.2901, 1.6068, 0.91436, 1.6432"})
    void chaosOfTheCosineToo(
            String eta, double first, double second, double kaplanYorke, double sharpness, double dimension) {
        Lyapunov found = lyapunov(
                ProblemBuilder.of("cosine", "1 - cos(x + y/2) + x^2/20 + y^2/4")
                        .parameter("eta", eta)
                        .start("x", "3/10")
                        .start("y", "1/5"),
                100_000);
        assertIsChaos(found, first, second, kaplanYorke, sharpness, dimension);
    }

    private static void assertIsChaos(
            Lyapunov found, double first, double second, double kaplanYorke, double sharpness, double dimension) {
        isWithin(found.exponents().get(0), first);
        isWithin(found.exponents().get(1), second);
        isWithin(found.kaplanYorke(), kaplanYorke);
        isWithin(found.sharpnessExponents().get(0), sharpness);
        isWithin(found.sharpnessDimension(), dimension);
        assertThat(found.isChaotic()).isTrue();
    }

    private static void isWithin(Estimate found, double figure) {
        assertThat(found.value()).isCloseTo(figure, within(5 * found.standardError() + 5e-4));
    }

    @Test
    void dimensionsFollowTheFormula() {
        assertThat(LyapunovFinder.dimension(new double[] {-1, -2})).isZero();
        assertThat(LyapunovFinder.dimension(new double[] {1, -2})).isEqualTo(1.5);
        assertThat(LyapunovFinder.dimension(new double[] {1, -0.5})).isEqualTo(2);
    }

    @Test
    void chaosIsAVerdict() {
        assertThat(Study.of(product("3/2").maxSteps(5000).problem())
                        .read("run.chaotic")
                        .text())
                .isEqualTo("holds");
        assertThat(Study.of(product("6/5").maxSteps(5000).problem())
                        .read("run.chaotic")
                        .text())
                .isEqualTo("fails");
        assertThat(Study.of(product("1/1000").maxSteps(10).problem())
                        .read("run.chaotic")
                        .text())
                .isEqualTo("undecided");
    }
}
