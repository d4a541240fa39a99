package org.selfstab.claims.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Study;
import org.selfstab.claims.BifurcationEvent;
import org.selfstab.claims.BifurcationOptions;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.Branch;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;

/** Against theory.md section 17, whose figures are of an independent implementation with 30 digits, and closed forms. */
class BifurcationRunTest {

    private static final double TWELVE_DIGITS = 5.1e-13;

    private static BifurcationResult run(
            ProblemBuilder problem, String parameter, double from, double to, int longest) {
        return new BifurcationRun(
                        problem.problem(), new BifurcationOptions(parameter, from, to, longest, 0), RunListener.none())
                .run();
    }

    private static List<Double> flips(BifurcationResult result) {
        assertThat(result.events())
                .allSatisfy(event -> assertThat(event.isPolished()).isTrue());
        return result.events().stream()
                .filter(event -> event.kind() == BifurcationEvent.Kind.FLIP)
                .map(BifurcationEvent::at)
                .toList();
    }

    private static ProblemBuilder of(String loss, String variable, String start) {
        return ProblemBuilder.of("loss", loss).parameter("eta", "1/2").start(variable, start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(x^2-1)^2/4 | 3/10 | 0.5 | 1.35 | 1, 1.236067977500, 1.288031754483, 1.299227939650, 1.301628914037",
                "(x^2-1)^2/4 + x/10 | 9/10 | 0.8 | 1.6"
                        + " | 1.188525277300, 1.467799924795, 1.528966394055, 1.542137150763, 1.544961128589",
                "(x^2-1)^2/4 + x/10 | -9/10 | 0.7 | 1.2"
                        + " | 0.874653262911, 1.081885534036, 1.127689389994, 1.137563918610, 1.139681750855"
            })
    void findsTheDoublingsOfWells(String loss, String start, double from, double to, String expected) {
        List<Double> found = flips(run(of(loss, "x", start), "eta", from, to, 16));
        List<Double> figures =
                Arrays.stream(expected.split(", ", -1)).map(Double::valueOf).toList();
        assertThat(found).hasSameSizeAs(figures);
        for (int i = 0; i < figures.size(); i++) {
            assertThat(found.get(i)).isCloseTo(figures.get(i), within(TWELVE_DIGITS));
        }
    }

    /** The symmetric cycle loses stability with multiplier 1 at pi; what doubles afterwards are the two asymmetric ones. */
    @Test
    void goesOverToTheAsymmetricCyclesOfTheCosine() {
        BifurcationResult result = run(of("1 - cos(x)", "x", "1/2"), "eta", 1.5, 3.55, 8);
        assertThat(flips(result)).hasSize(4);
        assertThat(flips(result).get(1)).isCloseTo(3.445229223301, within(TWELVE_DIGITS));
        assertThat(flips(result).get(3)).isCloseTo(3.527525371241, within(TWELVE_DIGITS));
        assertThat(result.events()).anySatisfy(event -> {
            assertThat(event.kind()).isEqualTo(BifurcationEvent.Kind.PITCHFORK);
            assertThat(event.period()).isEqualTo(2);
            assertThat(event.at()).isCloseTo(Math.PI, within(1e-15));
        });
    }

    /** Where two more multipliers are 1 the two-cycle that comes down to the flip ends there, and has no fold beside it. */
    @Test
    void aCycleOfThreeFactorsEndsAtTheFlip() {
        BifurcationResult result =
                run(of("(x*y*z-1)^2/2", "x", "9/10").start("y", "9/10").start("z", "9/10"), "eta", 0.5, 0.7, 2);
        assertThat(result.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(BifurcationEvent.Kind.FLIP);
            assertThat(event.at()).isCloseTo(2 / 3.0, within(1e-15));
        });
    }

    /** Steps along the longest orbits are so large that a multiplier may be far below -1 after one; figures of two ranges agree. */
    @Test
    void aNegativeMultiplierIsThatOfAFlip() {
        List<Double> found = flips(Problems.coupledWells("1/2")
                .optimizer("heavy_ball", "momentum", "1/2")
                .study()
                .bifurcation(new BifurcationOptions("eta", 0.5, 1.8, 16, 0), RunListener.none()));
        assertThat(found).hasSize(5);
        assertThat(found.get(4)).isCloseTo(1.6501630174035515, within(1e-14));
    }

    /** Minima of a product form a curve: balanced, the cycles are those of the double well; elsewhere there is no cycle beside the flip. */
    @Test
    void holdsThePlaceOnAManifoldOfMinima() {
        List<Double> balanced = flips(run(of("(x*y-1)^2/2", "x", "1/2").start("y", "1/2"), "eta", 0.5, 1.3, 4));
        assertThat(balanced).hasSize(3);
        assertThat(balanced.get(0)).isCloseTo(1, within(1e-14));
        assertThat(balanced.get(2)).isCloseTo(1.288031754483, within(TWELVE_DIGITS));
        BifurcationResult elsewhere = run(of("(x*y-1)^2/2", "x", "2").start("y", "1/5"), "eta", 0.1, 0.6, 4);
        assertThat(elsewhere.events()).hasSize(1);
        BifurcationEvent flip = elsewhere.events().get(0);
        double x = flip.point().get(0);
        assertThat(flip.at()).isCloseTo(2 / (x * x + 1 / (x * x)), within(1e-12));
        assertThat(elsewhere.notes()).singleElement().asString().contains("no orbits of period 2 are found");
    }

    @Test
    void findsTheDoublingsOfTwoVariables() {
        List<Double> found = flips(run(Problems.coupledWells("1/2"), "eta", 0.8, 1.21, 4));
        assertThat(found.get(0)).isCloseTo(0.914421105932, within(TWELVE_DIGITS));
        assertThat(found.get(1)).isCloseTo(1.148488082425, within(TWELVE_DIGITS));
        assertThat(found.get(2)).isCloseTo(1.196077817859, within(TWELVE_DIGITS));
    }

    /** Subcritical: the cycle {@code x = sqrt(2/eta - 1)} lies below eta = 2, with the multiplier {@code (2 eta - 5)^2}. */
    @Test
    void followsAnUnstableCycleBackwards() {
        BifurcationResult result = run(of("x^2/2 + x^4/4", "x", "1/2"), "eta", 1, 2.5, 2);
        Branch cycle = result.branches().stream()
                .filter(branch -> branch.period() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(cycle.points()).allSatisfy(point -> {
            assertThat(Math.abs(point.orbit().get(0).get(0))).isCloseTo(Math.sqrt(2 / point.at() - 1), within(1e-9));
            assertThat(point.spectralRadius()).isCloseTo(Math.pow(2 * point.at() - 5, 2), within(1e-8));
        });
        assertThat(cycle.points().get(cycle.points().size() - 1).at()).isEqualTo(1);
    }

    @Test
    void turnsAtFoldsAndCrossesAtBranchPoints() {
        ProblemBuilder fold = of("x^3/3 - mu*x", "x", "1").parameter("mu", "1");
        assertThat(run(fold, "mu", -1, 1, 1).events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(BifurcationEvent.Kind.FOLD);
            assertThat(event.at()).isZero();
        });
        ProblemBuilder pitchfork = of("x^4/4 - mu*x^2/2", "x", "1/2").parameter("mu", "1");
        assertThat(run(pitchfork, "mu", -1, 1, 1).events()).singleElement().satisfies(event -> assertThat(event.kind())
                .isEqualTo(BifurcationEvent.Kind.PITCHFORK));
        ProblemBuilder crossing = of("x^3/3 - mu*x^2/2", "x", "1/2").parameter("mu", "1");
        assertThat(run(crossing, "mu", -1, 1, 1).events()).singleElement().satisfies(event -> assertThat(event.kind())
                .isEqualTo(BifurcationEvent.Kind.TRANSCRITICAL));
    }

    /** Heavy ball flips at {@code eta = 2 (1 + m)/S}; without a step size that flips, its pair of multipliers of modulus {@code sqrt m} leaves at m = 1. */
    @Test
    void findsWhereMomentumLosesStability() {
        Study well = Problems.doubleWell("1/2")
                .optimizer("heavy_ball", "momentum", "1/2")
                .study();
        BifurcationResult overEta = well.bifurcation(new BifurcationOptions("eta", 1, 1.6, 1, 0), RunListener.none());
        assertThat(overEta.events()).singleElement().satisfies(event -> assertThat(event.at())
                .isCloseTo(1.5, within(1e-15)));
        BifurcationResult overMomentum =
                well.bifurcation(new BifurcationOptions("momentum", 0.5, 1.1, 1, 0), RunListener.none());
        assertThat(overMomentum.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(BifurcationEvent.Kind.NEIMARK_SACKER);
            assertThat(event.at()).isCloseTo(1, within(1e-15));
        });
    }

    @Test
    void seesWhereTheIteratesAre() {
        BifurcationResult result = new BifurcationRun(
                        of("(x^2-1)^2/4", "x", "3/10").problem(),
                        new BifurcationOptions("eta", 0.9, 2.1, 1, 4),
                        RunListener.none())
                .run();
        assertThat(result.attractor().get(0).period()).contains(1);
        assertThat(result.attractor().get(0).exponent().orElseThrow().value()).isCloseTo(Math.log(0.8), within(1e-9));
        assertThat(result.attractor().get(3).points()).isEmpty();
    }

    @Test
    void refusesWhatIsNoParameter() {
        assertThatThrownBy(() -> run(of("x^2", "x", "1"), "x", 0, 1, 1))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("is not a parameter");
        assertThat(run(of("x", "x", "1"), "eta", 0.1, 1, 1).notes()).contains("no fixed point is found near the start");
    }
}
