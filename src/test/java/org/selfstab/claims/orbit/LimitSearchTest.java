package org.selfstab.claims.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.Limit;
import org.selfstab.claims.Reading;
import org.selfstab.run.RunListener;

class LimitSearchTest {

    private static Limit limit(Study study, int steps) {
        return study.descent(new DescentOptions(steps, steps, false), RunListener.none())
                .limit();
    }

    private static Limit limit(ProblemBuilder problem, int steps) {
        return limit(Study.of(problem.problem()), steps);
    }

    private static ProblemBuilder doubleWell(String eta) {
        return ProblemBuilder.of("well", "(x^2-1)^2/4").parameter("eta", eta).start("x", "3/10");
    }

    /** Periods from a scan of the attractor; theory.md section 17 has the doublings between them. */
    @ParameterizedTest
    @CsvSource({"1/2, POINT, 1", "11/10, CYCLE, 2", "5/4, CYCLE, 4", "129/100, CYCLE, 8", "13/10, CYCLE, 16"})
    void findsThePeriodsOfTheDoubleWell(String eta, Limit.Kind kind, int period) {
        Limit limit = limit(doubleWell(eta), 20_000);
        assertThat(limit.kind()).isEqualTo(kind);
        assertThat(limit.period()).contains(period);
        assertThat(limit.multiplier().orElseThrow().norm()).isLessThan(1);
    }

    /** At the minimum 1 the multiplier is {@code 1 - 2 eta}, on the two-cycle {@code 9 - 2 (1 + eta)^2}. */
    @Test
    void multipliersAreThoseOfTheFormulas() {
        assertThat(limit(doubleWell("9/10"), 5000).multiplier().orElseThrow().getReal())
                .isCloseTo(-0.8, within(1e-12));
        assertThat(limit(doubleWell("6/5"), 5000).multiplier().orElseThrow().getReal())
                .isCloseTo(-0.68, within(1e-12));
    }

    @Test
    void aFewStepsOfASlowApproachAreEnough() {
        Limit limit = limit(doubleWell("1/20"), 120);
        assertThat(limit.kind()).isEqualTo(Limit.Kind.POINT);
        assertThat(limit.point().orElseThrow().at().get(0)).isCloseTo(1, within(1e-14));
        assertThat(limit.evidence()).contains("at the rate of its multiplier");
    }

    /** {@code x' = x - x^3}: the approach is algebraic. */
    @Test
    void aDegenerateMinimumIsApproachedSlowly() {
        Limit limit = limit(
                ProblemBuilder.of("quartic", "x^4/4").parameter("eta", "1").start("x", "1/2"), 100_000);
        assertThat(limit.kind()).isEqualTo(Limit.Kind.POINT);
        assertThat(limit.evidence()).contains("more slowly than geometrically");
    }

    @Test
    void chaosIsBoundedAndNotPeriodic() {
        Limit limit = limit(doubleWell("3/2"), 20_000);
        assertThat(limit.kind()).isEqualTo(Limit.Kind.BOUNDED);
        assertThat(limit.period()).isEmpty();
    }

    @Test
    void whatOverflowsDiverges() {
        assertThat(limit(doubleWell("21/10"), 1000).kind()).isEqualTo(Limit.Kind.DIVERGED);
    }

    /** Logistic regression of separable data: the infimum is at infinity, and the iterates go on for ever. */
    @Test
    void whatStillMovesIsUndecided() {
        Limit limit = limit(
                ProblemBuilder.of("separable", "softplus(-x)")
                        .parameter("eta", "1")
                        .start("x", "0"),
                5000);
        assertThat(limit.kind()).isEqualTo(Limit.Kind.UNDECIDED);
        assertThat(limit.evidence()).contains("more steps may tell");
        assertThat(limit(doubleWell("1/20"), 8).kind()).isEqualTo(Limit.Kind.UNDECIDED);
    }

    /** Exact iterates stay on a maximum at which they start. */
    @Test
    void saysThatAPointRepels() {
        ProblemBuilder atTop =
                ProblemBuilder.of("top", "(x^2-1)^2/4").parameter("eta", "1/2").start("x", "0");
        assertThat(limit(atTop, 1000).kind()).isEqualTo(Limit.Kind.POINT);
        assertThat(limit(atTop, 1000).evidence()).contains("repels");
    }

    /** Minima of {@code (x y - 1)^2/2} form a curve; at (x, 1/x) the multiplier across it is {@code 1 - eta (x^2 + 1/x^2)}. */
    @Test
    void tellsALimitOnAManifold() {
        Limit limit = limit(
                ProblemBuilder.of("product", "(x*y-1)^2/2")
                        .parameter("eta", "1/10")
                        .start("x", "2")
                        .start("y", "1/5"),
                5000);
        double x = limit.point().orElseThrow().at().get(0);
        assertThat(limit.neutral()).isEqualTo(1);
        assertThat(limit.multiplier().orElseThrow().getReal()).isCloseTo(1 - (x * x + 1 / (x * x)) / 10, within(1e-9));
    }

    /** After Ahn et al., arXiv:2212.07469; the figures are of an independent implementation. */
    @Test
    void findsTheLimitOfTheThresholdNeuron() {
        Study study = Selfstab.read(Path.of("src/test/resources/cases/threshold-neuron.toml"));
        double sharpness = limit(study, 20_000).point().orElseThrow().sharpness();
        assertThat(sharpness).isCloseTo(1.456178, within(5e-7));
        assertThat(sharpness * 12 * Math.PI / 100).isCloseTo(0.548966, within(5e-7));
    }

    @Test
    void findsTheCycleOfLogisticRegression() {
        Limit limit = limit(Selfstab.read(Path.of("src/test/resources/cases/logistic-cycle.toml")), 2000);
        assertThat(limit.orbit()).hasSize(2);
        assertThat(limit.orbit().get(0).at().get(0)).isCloseTo(0.27143339, within(5e-9));
        assertThat(limit.orbit().get(1).at().get(0)).isCloseTo(0.90151647, within(5e-9));
    }

    /** Orbits of period two do not depend on the optimizer: heavy ball with step 2 (1 + m)/S_c has that of gradient descent with 2/S_c. */
    @Test
    void otherOptimizersHaveTheSameTwoCycle() {
        Limit heavy =
                limit(doubleWell("11/10*3/2").start("x", "11/10").optimizer("heavy_ball", "momentum", "1/2"), 20_000);
        Limit plain = limit(doubleWell("11/10"), 20_000);
        assertThat(heavy.period()).contains(2);
        assertThat(heavy.point().orElseThrow().at().get(0))
                .isCloseTo(plain.point().orElseThrow().at().get(0), within(1e-12));
    }

    @Test
    void quantitiesAreThoseOfTheLimit() {
        Study study = Study.of(doubleWell("11/10").maxSteps(2000).problem());
        assertThat(study.read("limit.period").text()).isEqualTo("2");
        Limit.Point point = limit(study, 2000).point().orElseThrow();
        assertThat(((Reading.OfNumber) study.read("limit.x")).value())
                .isEqualTo(point.at().get(0));
        assertThat(((Reading.OfNumber) study.read("limit.sharpness")).value()).isEqualTo(point.sharpness());
        assertThat(((Reading.OfNumber) study.read("limit.loss")).value()).isEqualTo(point.loss());
        assertThat(study.read("steps_to(loss < 1/10)").text()).isEqualTo("2");
        assertThat(study.read("steps_to(loss<1e-9)")).isInstanceOf(Reading.Undefined.class);
        Study chaos = Study.of(doubleWell("3/2").maxSteps(2000).problem());
        assertThat(chaos.read("limit.x")).isInstanceOf(Reading.Undefined.class);
    }
}
