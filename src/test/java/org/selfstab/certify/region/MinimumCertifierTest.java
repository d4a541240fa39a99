package org.selfstab.certify.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Study;
import org.selfstab.certify.MinimumResult;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.Verdict;

class MinimumCertifierTest {

    private static final String SECTION_13 =
            "(4*x^2 + y^2)/2 + x^3/5 + x^2*y/2 + x*y^2/4 + y^3/10 - x^4/40 + y^4/10 + x^3*y/7";

    private static MinimumResult minimum(ProblemBuilder problem) {
        return Study.of(problem.problem()).minimum(RunListener.none());
    }

    private static ProblemBuilder section13(String gap) {
        return ProblemBuilder.of("section 13", SECTION_13)
                .parameter("eta", "2/(4 - " + gap + ")")
                .start("x", "1/20")
                .start("y", "1/20");
    }

    /** Theory.md section 13: K = 4.68, and the cycle's amplitude squared over that of (44). */
    @ParameterizedTest
    @CsvSource({"396/10000, 1.0047, 5e-5", "4/1000, 1.00046, 2e-5"})
    void theTwoCycleIsThatOfTheFlipCoefficient(String gap, double ratio, double tolerance) {
        MinimumResult.Critical point = minimum(section13(gap)).critical().orElseThrow();
        MinimumResult.Flip flip = point.flip().orElseThrow();
        assertThat(flip.coefficient()).isCloseTo(4.68, within(1e-12));
        assertThat(flip.kind()).isEqualTo("supercritical");
        double found = flip.found().orElseThrow() / flip.predicted().orElseThrow();
        assertThat(found * found).isCloseTo(ratio, within(tolerance));
        assertThat(point.stability().attracts()).isEqualTo(Verdict.Status.FAILS);
        assertThat(point.stability().isProved()).isTrue();
    }

    /** {@code 3 L'''^2/L'' - L''''} at the minimum 1 of the double well is {@code 3 36/2 - 6 = 48}. */
    @Test
    void aMinimumIsProvedAndAttracts() {
        MinimumResult result = minimum(
                ProblemBuilder.of("well", "(x^2-1)^2/4").parameter("eta", "1/2").start("x", "3/10"));
        MinimumResult.Critical point = result.critical().orElseThrow();
        assertThat(result.status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(point.radius().orElseThrow()).isLessThan(1e-12);
        assertThat(point.kind()).isEqualTo("minimum");
        assertThat(point.flip().orElseThrow().coefficient()).isCloseTo(48, within(1e-12));
        assertThat(point.flip().orElseThrow().predicted()).isEmpty();
        assertThat(point.stability()).isEqualTo(new MinimumResult.Stability(Verdict.Status.HOLDS, true, 0));
        assertThat(point.lost().get(0).eta()).isEqualTo(1);
    }

    /** K = -6 < 0: the unstable cycle {@code x = sqrt(2/eta - 1)} lies below the edge, and its amplitude tends to that of (44). */
    @Test
    void aSubcriticalFlipHasItsCycleBelowTheEdge() {
        MinimumResult.Flip flip = minimum(ProblemBuilder.of("quartic", "x^2/2 + x^4/4")
                        .parameter("eta", "199/100")
                        .start("x", "1/100"))
                .critical()
                .orElseThrow()
                .flip()
                .orElseThrow();
        assertThat(flip.kind()).isEqualTo("subcritical");
        assertThat(flip.coefficient()).isCloseTo(-6, within(1e-12));
        assertThat(flip.found().orElseThrow()).isCloseTo(Math.sqrt(2 / 1.99 - 1), within(1e-12));
        assertThat(flip.predicted().orElseThrow()).isCloseTo(flip.found().orElseThrow(), within(1e-12));
    }

    /** Minima of a product form a curve; across it the coefficient is that of the double well on the diagonal, {@code 48/2}, and S is 2 there: below 2/eta or above. */
    @ParameterizedTest
    @CsvSource({"9/10, HOLDS", "11/10, FAILS", "1, UNDECIDED"})
    void aManifoldOfMinimaOfASquareIsProvedAcrossIt(String eta, Verdict.Status attracts) {
        MinimumResult result = minimum(ProblemBuilder.of("product", "(x*y-1)^2/2")
                .parameter("eta", eta)
                .start("x", "1")
                .start("y", "1"));
        MinimumResult.Critical point = result.critical().orElseThrow();
        assertThat(result.status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(point.kind()).isEqualTo("degenerate");
        assertThat(point.zero()).isEqualTo(1);
        assertThat(point.enclosures().get(0).contains(2)).isTrue();
        assertThat(point.stability().attracts()).isEqualTo(attracts);
        assertThat(point.stability().isProved()).isEqualTo(attracts != Verdict.Status.UNDECIDED);
        assertThat(point.flip().orElseThrow().coefficient()).isCloseTo(24, within(1e-9));
        assertThat(point.alongManifold().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    /** Nothing tells there that minima are exact. */
    @Test
    void aManifoldOfMinimaOfNoSumOfSquaresIsNotProved() {
        MinimumResult result = minimum(ProblemBuilder.of("product", "logcosh(x*y-1)")
                .parameter("eta", "1/2")
                .start("x", "1/2")
                .start("y", "1/2"));
        assertThat(result.status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(result.critical().orElseThrow().kind()).isEqualTo("degenerate");
    }

    @Test
    void aSaddleRepels() {
        MinimumResult.Critical saddle = minimum(ProblemBuilder.of("saddle", "(x^2-1)^2/4 + y^2")
                        .parameter("eta", "1/2")
                        .start("x", "0")
                        .start("y", "0"))
                .critical()
                .orElseThrow();
        assertThat(saddle.kind()).isEqualTo("saddle");
        assertThat(saddle.eigenvalues()).isEqualTo(List.of(2.0, -1.0));
        assertThat(saddle.stability().attracts()).isEqualTo(Verdict.Status.FAILS);
        assertThat(saddle.lost()).isEmpty();
    }

    @Test
    void aLossWithoutMinimumHasNone() {
        assertThat(minimum(ProblemBuilder.of("slope", "softplus(-x)")
                                .parameter("eta", "1")
                                .start("x", "0")
                                .maxSteps(500))
                        .status())
                .isEqualTo(Verdict.Status.UNDECIDED);
    }

    /** Heavy ball has its edge at {@code 2 (1 + m)/eta}, and the same cycle beyond it. */
    @Test
    void otherOptimizersHaveTheSameCycle() {
        MinimumResult.Critical heavy = minimum(section13("396/10000")
                        .parameter("eta", "2*8/5/(4 - 396/10000)")
                        .optimizer("heavy_ball", "momentum", "3/5"))
                .critical()
                .orElseThrow();
        MinimumResult.Critical plain =
                minimum(section13("396/10000")).critical().orElseThrow();
        assertThat(heavy.flip().orElseThrow().found().orElseThrow())
                .isCloseTo(plain.flip().orElseThrow().found().orElseThrow(), within(1e-12));
        assertThat(heavy.lost().get(0).eta()).isCloseTo(0.8, within(1e-15));
    }
}
