package org.selfstab.claims.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.Exploration;
import org.selfstab.claims.Exploration.AtEdge;
import org.selfstab.claims.Exploration.NotMet;
import org.selfstab.claims.Exploration.StepSize;
import org.selfstab.claims.VerificationResult;
import org.selfstab.problem.Problem;
import org.selfstab.run.GradientFlowPath;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.SelfstabException;

class EdgeExplorerTest {

    /** Along the floor x = 0, {@code y' = 1/10 - y/50}, so {@code S = 2 + y} rises from 2 to 7, and {@code alpha = 1/10 - y/50}, beta = 1. */
    private static final String VALLEY = "(y + 2)*x^2/2 - y/10 + y^2/100";

    private static final Exploration PLAIN = explored(valley("1/2", "1/100"));

    private static ProblemBuilder valley(String eta, String x) {
        return ProblemBuilder.of("valley", VALLEY)
                .parameter("eta", eta)
                .start("x", x)
                .start("y", "0");
    }

    private static Exploration explored(ProblemBuilder problem, String... stepSizes) {
        return Selfstab.parse("explored.toml", problem.toml()).explore(List.of(stepSizes), RunListener.none());
    }

    private static Exploration explored(String loss, String eta, double x) {
        return explored(
                ProblemBuilder.of("one variable", loss).parameter("eta", eta).start("x", Double.toString(x)));
    }

    @Test
    void theRangeIsThatOfTheSharpnessAlongTheFlow() {
        Exploration exploration = explored(valley("1/10", "0"));

        assertThat(exploration.ranges()).singleElement().satisfies(range -> {
            assertThat(range.least()).isCloseTo(2.0 / 7, within(1e-9));
            assertThat(range.largest().orElseThrow()).isCloseTo(1.0, within(1e-12));
        });
        assertThat(exploration.ofStart()).hasValue(1.0);
        assertThat(exploration.flow().end()).isInstanceOfSatisfying(GradientFlowPath.Settled.class, settled -> {
            assertThat(settled.lowest()).isCloseTo(1.0 / 50, within(1e-12));
            assertThat(settled.description()).contains("a minimum");
        });
    }

    @ParameterizedTest
    @CsvSource({"4/5", "1/2", "3/10"})
    void theEdgeIsWhereTheClosedFormSaysSo(String eta) {
        StepSize size = explored(valley(eta, "1/100")).stepSizes().get(0);
        double y = size.edge() - 2;

        assertThat(size.onFlow().orElseThrow().time()).isCloseTo(-50 * Math.log(1 - y / 5), within(0.02));
        assertThat(size.meeting()).isInstanceOfSatisfying(AtEdge.class, met -> {
            assertThat(met.isFromBelow()).isTrue();
            assertThat(met.alpha()).isCloseTo(0.1 - y / 50, within(1e-9));
            assertThat(met.beta()).isCloseTo(1, within(1e-9));
            assertThat(met.epsilon()).isCloseTo(size.eta() * Math.sqrt(0.1 - y / 50), within(1e-9));
            assertThat(met.step() * size.eta())
                    .isCloseTo(size.onFlow().orElseThrow().time(), within(3 * size.eta()));
        });
    }

    /** Its edge is {@code 2 (1 + m)/eta}, and its own iterates are looked at. */
    @Test
    void heavyBallMeetsItsOwnEdge() {
        Problem problem = Problems.risingValley("1").problem();

        Exploration exploration = new EdgeExplorer(problem, List.of("1/2"), RunListener.none()).explore();

        assertThat(exploration.product()).isCloseTo(3, within(1e-12));
        StepSize half = exploration.stepSizes().get(1);
        assertThat(half.edge()).isCloseTo(6, within(1e-12));
        assertThat(half.drift()).isCloseTo(1, within(1e-12));
        assertThat(half.meeting()).isInstanceOfSatisfying(AtEdge.class, met -> {
            assertThat(met.isFromBelow()).isTrue();
            assertThat(met.alpha()).isCloseTo(0.01 - 4 / 1000.0, within(1e-9));
            assertThat(met.epsilon()).isCloseTo(Math.sqrt(0.006), within(1e-9));
        });
    }

    /** Gradient flow is infinite at t = 0.102, and so is the sharpness, which was -9 at the start. */
    @Test
    void theChosenStepSizesMeetTheEdgeWithinTheSteps() {
        Exploration exploration = explored(ProblemBuilder.of("blow-up", "x^2*y^2/2 - x^4*y - y^4")
                .parameter("eta", "1/10")
                .start("x", "1")
                .start("y", "1")
                .maxSteps(1000));

        assertThat(exploration.flow().sharpest().sharpness()).isGreaterThan(1e9);
        assertThat(exploration.stepSizes()).hasSize(6);
        for (StepSize size : exploration.stepSizes()) {
            assertThat(size.eta()).isGreaterThan(0.1 / 1000);
            assertThat(size.descent().firstAtEdge()).as(size.text()).isPresent();
        }
    }

    @Test
    void aStepSizeBelowTheRangeNeverMeetsTheEdge() {
        StepSize own =
                explored(valley("1/10", "0").maxSteps(2000), "1/2").stepSizes().get(0);

        assertThat(own.onFlow()).isEmpty();
        assertThat(own.descent().firstAtEdge()).isEmpty();
        assertThat(own.meeting()).isInstanceOfSatisfying(NotMet.class, not -> assertThat(not.reason())
                .startsWith("S stays below the edge, 20.0: at most 6.")
                .endsWith("a larger max_steps in [run] goes on"));
    }

    @Test
    void aStartOverTheEdgeIsNotCalledMetFromBelow() {
        StepSize own = explored(valley("11/10", "1/1000"), "1/2").stepSizes().get(0);

        assertThat(own.onFlow()).isEmpty();
        assertThat(own.descent().firstAtEdge().orElseThrow().step()).isZero();
        assertThat(own.isUsable()).isFalse();
    }

    /** Sharpness 1 + e^-y falls along the flow, as y rises. */
    @Test
    void whereTheSharpnessFallsNoStepSizeMeetsTheEdge() {
        Exploration exploration = explored(ProblemBuilder.of("falling", "(1 + exp(-y))*x^2/2 + (y - 3)^2/100")
                .parameter("eta", "1/2")
                .start("x", "1/100")
                .start("y", "0"));

        assertThat(exploration.ranges()).isEmpty();
        assertThat(exploration.stepSizes()).hasSize(1);
        assertThat(exploration.suggestion()).isEmpty();
    }

    /** {@code x' = x^2} from 1 is infinite at t = 1, and {@code x' = -1/x} from 1 is 0 at t = 1/2. */
    @Test
    void aFlowThatEndsSaysWhen() {
        GradientFlowPath blowUp = explored("-x^3/3", "1/10", 1).flow();
        assertThat(blowUp.end()).isInstanceOf(GradientFlowPath.Diverged.class);
        assertThat(blowUp.last().time()).isCloseTo(1, within(1e-9));

        GradientFlowPath outside = explored("log(x)", "1/10", 1).flow();
        assertThat(outside.end()).isInstanceOf(GradientFlowPath.LeftDomain.class);
        assertThat(outside.last().time()).isCloseTo(0.5, within(1e-9));
        assertThat(outside.end().description()).contains("leaves the domain of the loss at t = 0.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 - y^2 | a saddle",
                "x^2 + y^2 | a minimum",
                "-x^2 - y^2 | a stationary point that is no minimum",
                "x^4 + y^4 | a stationary point"
            })
    void aStationaryStartIsOne(String loss, String kind) {
        Exploration exploration = explored(ProblemBuilder.of("stationary", loss)
                .parameter("eta", "1/10")
                .start("x", "0")
                .start("y", "0"));

        assertThat(exploration.flow().end().description())
                .startsWith("the start is " + kind)
                .contains("stay there");
        assertThat(exploration.flow().samples()).hasSize(1);
        assertThat(exploration.ranges()).isEmpty();
    }

    /** A gradient that is nought but for rounding is no way out: 0.1 + 0.2 is not 0.3. */
    @Test
    void aMinimumToRoundingIsAStationaryStart() {
        assertThat(explored("(x - 3/10)^2", "1/10", 0.3).flow().end().description())
                .startsWith("the start is a minimum");
    }

    @Test
    void withoutAPositiveEigenvalueNoStepSizeMeetsTheEdge() {
        Exploration exploration = explored("-x^2", "1/10", 1);

        assertThat(exploration.flow().end()).isInstanceOf(GradientFlowPath.Diverged.class);
        assertThat(exploration.ofStart()).isEmpty();
        assertThat(exploration.ranges()).isEmpty();
    }

    /** From where the sharpness is -1 it rises to 2, so that large step sizes have no bound. */
    @Test
    void aRiseFromBelowZeroHasNoLargestStepSize() {
        Exploration exploration = explored(ProblemBuilder.of("double well", "x^4/4 - x^2/2")
                .parameter("eta", "1/2")
                .start("x", "1/100")
                .maxSteps(1000));

        assertThat(exploration.ranges()).singleElement().satisfies(range -> {
            assertThat(range.least()).isCloseTo(1, within(1e-9));
            assertThat(range.largest()).isEmpty();
        });
        assertThat(exploration.ofStart()).isEmpty();
    }

    /** The eigenvalue 2 - y of x falls below 1 + y of z at y = 1/2, which the flow comes to at t = 5.3. */
    @Test
    void eigenvaluesThatChangePlacesAreTold() {
        Exploration exploration =
                explored(ProblemBuilder.of("crossing", "(2 - y)*x^2/2 + (1 + y)*z^2/2 - y/10 + y^2/100")
                        .parameter("eta", "3/2")
                        .start("x", "1/1000")
                        .start("z", "1/1000")
                        .start("y", "0"));

        assertThat(exploration.flow().meetings()).singleElement().satisfies(meeting -> {
            assertThat(meeting.sharpness()).isCloseTo(1.5, within(0.02));
            assertThat(meeting.time()).isCloseTo(-50 * Math.log(0.9), within(0.5));
        });
        assertThat(exploration.ranges().get(0).largest().orElseThrow()).isCloseTo(2 / 1.5, within(1e-3));
    }

    /** Sharpness that rises, falls and rises: only what is never passed upwards is left out. */
    @Test
    void severalRisesAreSeveralRanges() {
        List<GradientFlowPath.Rise> rises = path(10, 20, 5, 7, 6, 9, 1).rises();
        assertThat(rises).containsExactly(new GradientFlowPath.Rise(10, 20), new GradientFlowPath.Rise(5, 9));
        assertThat(path(10, 20, 5, 15).rises()).containsExactly(new GradientFlowPath.Rise(5, 20));
        assertThat(path(3, 2, 2 + 1e-12, 1).rises()).isEmpty();
        assertThat(path(-3, -2).rises()).containsExactly(new GradientFlowPath.Rise(-3, -2));
    }

    private static GradientFlowPath path(double... sharpnesses) {
        List<GradientFlowPath.Sample> samples = new ArrayList<>();
        for (double sharpness : sharpnesses) {
            samples.add(new GradientFlowPath.Sample(samples.size(), null, 0, 0, sharpness));
        }
        return new GradientFlowPath(samples, List.of(), new GradientFlowPath.Diverged(samples.size(), 1));
    }

    /** Rescaling {@code L -> c L, eta -> eta/c} changes nothing but the units. */
    @Property(tries = 5)
    void theLossMayHaveAnyUnit(@ForAll @IntRange(min = -30, max = 30) int exponent) {
        Exploration plain = PLAIN;
        Exploration scaled = explored(ProblemBuilder.of("scaled", "1e" + exponent + "*(" + VALLEY + ")")
                .parameter("eta", "1/2*1e" + -exponent)
                .start("x", "1/100")
                .start("y", "0"));

        double unit = Math.pow(10, exponent);
        assertThat(scaled.ranges().get(0).least() * unit)
                .isCloseTo(plain.ranges().get(0).least(), within(1e-9));
        assertThat(scaled.stepSizes()).hasSameSizeAs(plain.stepSizes());
        for (int i = 0; i < plain.stepSizes().size(); i++) {
            StepSize expected = plain.stepSizes().get(i);
            StepSize found = scaled.stepSizes().get(i);
            assertThat(found.eta() * unit).isCloseTo(expected.eta(), within(1e-12));
            AtEdge meeting = (AtEdge) expected.meeting();
            assertThat(((AtEdge) found.meeting()).epsilon()).isCloseTo(meeting.epsilon(), within(1e-9));
            assertThat(((AtEdge) found.meeting()).step()).isCloseTo(meeting.step(), within(1));
        }
    }

    /** And so may the parameters: {@code theta -> c theta}. */
    @ParameterizedTest
    @ValueSource(ints = {-15, -3, 9})
    void theParametersMayHaveAnyUnit(int exponent) {
        String unit = "1e" + exponent;
        Exploration scaled = explored(
                ProblemBuilder.of("scaled", VALLEY.replace("x", "(x/u)").replace("y", "(y/u)"))
                        .parameter("u", unit)
                        .parameter("eta", "1/2*u^2")
                        .start("x", "u/100")
                        .start("y", "0"));

        double epsilon = ((AtEdge) scaled.stepSizes().get(0).meeting()).epsilon();
        assertThat(epsilon).isCloseTo(0.5 * Math.sqrt(0.06), within(1e-9));
    }

    @Test
    void whatIsSuggestedIsWhatVerifyFinds() {
        Study study = Selfstab.read(Path.of("examples/tanh-network.toml"));
        Exploration exploration = study.explore(List.of("251/2000"), RunListener.none());

        // The start lies beside the floor, over the edge, and gradient descent falls to the floor before it rises to
        // the edge.
        for (StepSize size : exploration.stepSizes()) {
            VerificationResult verified = study.with(Map.of("eta", size.text()))
                    .verify(RunOptions.defaults().withHorizon(3));
            assertThat(verified.verification().edgeStep()).hasValue(((AtEdge) size.meeting()).step());
        }
        assertThat(exploration.suggestion().orElseThrow().text()).isEqualTo("251/2000");
    }

    /** Each parameter is looked at once, though 2^60 chains of definitions lead to the last. */
    @Test
    void parametersThatUseEachOtherAreFollowedOnce() {
        ProblemBuilder problem = ProblemBuilder.of("chains", "(y + 2)*x^2/2 - y/10 + y^2/100 + p60")
                .parameter("eta", "1/2")
                .parameter("p0", "1")
                .parameter("q0", "1")
                .start("x", "q60/100")
                .start("y", "0");
        for (int i = 1; i <= 60; i++) {
            String sum = "(p" + (i - 1) + " + q" + (i - 1) + ")/2";
            problem = problem.parameter("p" + i, sum).parameter("q" + i, sum);
        }
        ProblemBuilder chains = problem;

        Exploration exploration = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> explored(chains, "1/3"));

        assertThat(exploration.usesOfStepSize()).isEqualTo(new Exploration.UsesOfStepSize(false, false));
    }

    @Test
    void aLossThatUsesTheStepSizeHasNoSuggestion() {
        Exploration exploration = explored(ProblemBuilder.of("uses eta", "(y + 2)*x^2/2 - c*y + y^2/1000")
                .parameter("eta", "1/2")
                .parameter("c", "eta/50")
                .start("x", "eta/50")
                .start("y", "0"));

        assertThat(exploration.usesOfStepSize()).isEqualTo(new Exploration.UsesOfStepSize(true, true));
        assertThat(exploration.stepSizes()).anyMatch(StepSize::isUsable);
        assertThat(exploration.suggestion()).isEmpty();
    }

    @Test
    void aKinkEndsTheFlowInBoundedWork() {
        assertThat(explored("abs(x) + x^2", "1/10", 1).flow().end())
                .isInstanceOfSatisfying(GradientFlowPath.Stalled.class, stalled -> assertThat(stalled.isComplete())
                        .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "1/0", "", "log(-1)"})
    void whatIsNoStepSizeIsRefused(String text) {
        assertThatThrownBy(() -> explored(valley("1/2", "0"), text))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("the step size");
    }
}
