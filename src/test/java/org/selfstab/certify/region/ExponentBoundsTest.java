package org.selfstab.certify.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.certify.CycleExponents;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.interval.Interval;
import org.selfstab.problem.Problem;

/** Against theory.md section 16, closed forms, and figures of another implementation with 30 digits. */
class ExponentBoundsTest {

    private static CycleExponents of(Problem problem, int period) {
        return new TwoCycleCertifier(problem, period)
                .certify()
                .orbit()
                .flatMap(TwoCycleResult.Orbit::exponents)
                .orElseThrow();
    }

    private static Problem product(String loss, String eta, String... variables) {
        ProblemBuilder problem = ProblemBuilder.of("product", loss).parameter("eta", eta);
        for (String variable : variables) {
            problem = problem.start(variable, "9/10");
        }
        return problem.problem();
    }

    private static void assertAbout(List<Interval> found, double width, double... expected) {
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertAbout(found.get(i), width, expected[i]);
        }
    }

    private static void assertAbout(Interval found, double width, double expected) {
        assertThat(found.width()).isLessThan(width);
        assertThat(found.midpoint()).isBetween(expected - width, expected + width);
    }

    /** The products of the factors over the cycle are {@code 9 - 2 (1 + eta)^2} along the diagonal and {@code 3 - 2 eta} across. */
    @Test
    void theSharpnessDimensionOfAStableCycleNeedNotVanish() {
        CycleExponents found = of(product("(x*y-1)^2/2", "6/5", "x", "y"), 2);
        assertAbout(found.exponents(), 1e-9, Math.log(0.68) / 2, Math.log(0.6) / 2);
        assertThat(found.kaplanYorke()).isEqualTo(Interval.of(0));
        assertAbout(found.sharpnessExponents(), 1e-9, 0.044560126836, -0.492804179125);
        assertAbout(found.sharpnessDimension(), 1e-9, 1.09042156849);
    }

    @Test
    void ofAnUnstableCycleTheKaplanYorkeDimensionIsThatOfItsMultipliers() {
        CycleExponents found = of(product("(x*y-1)^2/2", "13/10", "x", "y"), 2);
        double along = Math.log(2 * 2.3 * 2.3 - 9) / 2;
        double across = Math.log(0.4) / 2;
        assertAbout(found.exponents(), 1e-9, along, across);
        assertAbout(found.kaplanYorke(), 1e-9, 1 - along / across);
    }

    @Test
    void threeVariables() {
        CycleExponents found = of(product("(x*y*z-1)^2/2", "7/10", "x", "y", "z"), 2);
        assertAbout(found.exponents(), 2e-6, -0.013717, -0.013717, -0.256920);
        assertAbout(found.sharpnessDimension(), 1e-6, 2.412838);
    }

    /** Two complex pairs, of the whole state of heavy ball. */
    @Test
    void withMomentum() {
        Problem problem = Problems.coupledWells("8/5")
                .optimizer("heavy_ball", "momentum", "3/5")
                .problem();
        CycleExponents found = of(problem, 2);
        assertAbout(
                found.exponents(),
                1e-9,
                -0.0585397854976749,
                -0.0585397854976749,
                -0.452285838268316,
                -0.452285838268316);
        assertAbout(
                found.sharpnessExponents(),
                1e-9,
                0.736932503095228,
                0.153025736654514,
                -0.663851360420505,
                -1.24775812686122);
    }

    /** A superstable orbit has no exponents: its derivative vanishes. */
    @Test
    void ofASuperstableOrbitNothingIsEnclosed() {
        Problem bowl = ProblemBuilder.of("bowl", "x^2/2")
                .parameter("eta", "1")
                .start("x", "1/2")
                .problem();
        TwoCycleResult found = new TwoCycleCertifier(bowl, 1).certify();
        assertThat(found.orbit()).isPresent();
        assertThat(found.orbit().orElseThrow().exponents()).isEmpty();
    }
}
