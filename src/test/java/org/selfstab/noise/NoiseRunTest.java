package org.selfstab.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.AlmostSureEdge;
import org.selfstab.claims.ComparedMean;
import org.selfstab.claims.Escape;
import org.selfstab.claims.Estimate;
import org.selfstab.claims.MinimumEdges;
import org.selfstab.claims.NoiseOptions;
import org.selfstab.claims.NoiseResult;
import org.selfstab.claims.Settling;
import org.selfstab.document.chart.Figure;
import org.selfstab.document.chart.Role;
import org.selfstab.document.chart.Series;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.Xoshiro256;
import org.selfstab.problem.Problem;
import org.selfstab.report.figure.NoiseFigures;
import org.selfstab.run.RunListener;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict.Status;

/** Runs with stochastic gradients beside what is predicted of them. */
class NoiseRunTest {

    private static final Path VALLEY = Path.of("examples/noise/exponential-valley.toml");

    /** A dot on the frame is cut in half, and easily overlooked. */
    private static void requireDotsInside(Figure figure) {
        for (Series series : figure.series()) {
            if (series.role() == Role.EXACT || series.role() == Role.MEASURED) {
                for (int i = 0; i < series.points().size(); i++) {
                    assertThat(series.points().x(i))
                            .isGreaterThan(figure.x().shown().low())
                            .isLessThan(figure.x().shown().high());
                    assertThat(series.points().y(i))
                            .isGreaterThan(figure.y().shown().low())
                            .isLessThan(figure.y().shown().high());
                }
            }
        }
    }

    private static NoiseOptions options(int steps) {
        return new NoiseOptions(16, steps, new NoiseOptions.Escapes(40, 1000, 0.01, 0.5));
    }

    private static Study valley(Map<String, String> parameters) {
        return Selfstab.read(VALLEY, parameters);
    }

    private static Settling settling(Map<String, String> parameters, int steps) {
        return valley(parameters).noise(options(steps)).settling().found().orElseThrow();
    }

    /** The whole batch, whose noise is only what is added. */
    @Test
    void settlesWhereTheFormulaSays() {
        Settling settling = settling(Map.of("batch", "4"), 60_000);

        assertThat(settling.eta() * settling.at().sharpness()).isEqualTo(1.85, within(1e-9));
        assertThat(settling.weakGap()).hasValueSatisfying(gap -> assertThat(gap).isEqualTo(0.5, within(1e-9)));
        assertThat(settling.comparisons()).allMatch(comparison -> comparison.status() == Status.HOLDS);
        assertThat(settling.batchSharpness().value())
                .isEqualTo(settling.sharpness().value(), within(1e-3));
    }

    /** The verdict does not rest on a tolerance that lets anything pass: a gap off by a factor 2 fails, either way. */
    @ParameterizedTest
    @CsvSource({"2", "0.5"})
    void aWrongFormulaFails(double factor) {
        ComparedMean gap = settling(Map.of("batch", "4"), 60_000).gap();
        Judge judge = new Judge(4, 16);

        ComparedMean wrong = judge.decide(
                gap.key(),
                gap.statement(),
                factor * gap.predicted(),
                new Estimate(gap.measured(), gap.standardError()),
                factor * gap.bias());

        assertThat(wrong.status()).isEqualTo(Status.FAILS);
        assertThat(Math.abs(wrong.z())).isGreaterThan(10);
        assertThat(wrong.reason()).startsWith("z = ");
    }

    @Test
    void fewStepsAreUndecided() {
        ComparedMean gap = settling(Map.of("s", "1/200"), 6_000).gap();

        assertThat(gap.status()).isEqualTo(Status.UNDECIDED);
    }

    /** On the way to the edge, where the oscillation has died out, means are no stationary ones, and the ratio of (63) is 0/0. */
    @Test
    void beforeTheSharpnessSettlesNothingIsDecided() {
        Settling settling = settling(Map.of("batch", "1", "s", "0"), 4_000);

        assertThat(settling.comparisons())
                .extracting(ComparedMean::key)
                .containsExactly("sharpness_gap", "oscillation");
        assertThat(settling.comparisons())
                .allSatisfy(comparison -> assertThat(comparison.status()).isEqualTo(Status.UNDECIDED))
                .allSatisfy(comparison -> assertThat(comparison.reason()).contains("has not settled"));
    }

    /** Noise so weak that the sharpness wanders is beyond the formula's range. */
    @Test
    void aWanderingSharpnessIsUndecided() {
        ComparedMean gap = settling(Map.of("batch", "1", "s", "1/500"), 60_000).gap();

        assertThat(gap.status()).isEqualTo(Status.UNDECIDED);
        assertThat(gap.reason()).contains("the sharpness moves by");
    }

    /**
     * The gap of weak noise is taken where the flat direction leads to the edge, while the stiff one stays at its balance: {@code <x^2> = 2e/S}, so that it is {@code eta sigma^2 S_c/(4e)},
     * here 1/4, by averaging over x by hand.
     */
    @Test
    void theGapOfWeakNoiseKeepsStiffDirectionsAtTheirBalance() {
        Problem problem = Problems.inPlane("exp(y + z^2/4)*x^2/2 - e*y + z^2/4 + x^2*z/5", "3/10", "1/1000", "17/10")
                .start("z", "0")
                .parameter("e", "1/10000")
                .noise("gaussian", "variance", "[\"5e-5\", 0, 0]")
                .problem();
        double edge = 2 / 0.3;
        double[] settled = {0, Math.log(edge - 0.25), -0.4 * 2e-4 / edge};
        SettlingPrediction prediction = new SettlingPrediction(
                MethodMatrices.of(problem),
                NoiseSource.of(problem, new CompiledBackend().loss(DerivedLoss.of(problem))),
                edge,
                settled);

        Settling.At there = prediction.atEdge();

        assertThat(0.3 * there.gradientVariance() * there.beta() / (4 * there.alpha()))
                .isEqualTo(0.25, within(1e-3));
        assertThat(edge - prediction.settled().sharpness()).isEqualTo(0.25, within(1e-3));
    }

    /** A loss c times as large has edges c times as small, to the same digits: the first row of theory.md section 15 (i). Momentum 0 is gradient descent, whose edges are exact. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 1.793721973094, 2.254732792197",
        "10^12, 0, 1.793721973094e-12, 2.254732792197e-12",
        "10^100, 0, 1.793721973094e-100, 2.254732792197e-100",
        "1/10^12, 0, 1.793721973094e12, 2.254732792197e12",
        "10^100, 1/2, 2.230483271375e-100,"
    })
    void edgesAreInverseToTheSizeOfTheLoss(String c, String momentum, double meanSquare, Double almostSure) {
        Problem problem = ProblemBuilder.ofItems(
                        "scaled", "1", List.of("3/10*c*x^2", "2/5*c*x^2", "11/20*c*x^2", "3/4*c*x^2"))
                .parameter("eta", "10/c")
                .parameter("c", c)
                .optimizer("heavy_ball", "momentum", momentum)
                .start("x", "1/10")
                .problem();
        MinimumEdges minimum = new NoiseRun(problem, options(10), RunListener.none())
                .minimum()
                .found()
                .orElseThrow();

        assertThat(minimum.meanSquare().stepSize()).isCloseTo(meanSquare, withinPercentage(1e-10));
        assertThat(minimum.meanSquare().closedForm())
                .hasValueSatisfying(closed -> assertThat(closed).isCloseTo(meanSquare, withinPercentage(1e-10)));
        assertThat(minimum.almostSure().standardError().isEmpty()).isEqualTo(almostSure != null);
        if (almostSure != null) {
            assertThat(minimum.almostSure().stepSize()).isCloseTo(almostSure, withinPercentage(1e-10));
        }
    }

    /** The published figures, each within three of its standard errors and ours: theory.md (65). */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "1, 0,    1.6575, 0.0019, 1.6592", "2, 0,    1.7819, 0.0004, 1.7817", "4, 0,    1.8499, 0.0001, 1.8500",
        "1, 1/2,  1.8952, 0.0007, 1.8959", "2, 1/2,  2.2866, 0.0004, 2.2870", "4, 1/2,  2.5501, 0.0004, 2.5500",
        "1, 9/10, 0.2970, 0.0014, 0.2983", "2, 9/10, 0.5529, 0.0025, 0.5497", "4, 9/10, 0.9516, 0.0037, 0.9500"
    })
    void settlesWhereItWasMeasured(String batch, String momentum, double measured, double error, double predicted) {
        Study study = Selfstab.read(
                Path.of("src/test/resources/problems/heavy-noisy-valley.toml"),
                Map.of("batch", batch, "momentum", momentum));
        Settling settling = study.noise(new NoiseOptions(32, 400_000, NoiseOptions.Escapes.DEFAULTS))
                .settling()
                .found()
                .orElseThrow();

        assertThat(settling.eta() * settling.at().sharpness()).isEqualTo(predicted, within(5e-5));
        double both = Math.hypot(error, settling.eta() * settling.sharpness().standardError());
        assertThat(settling.eta() * settling.sharpness().value()).isEqualTo(measured, within(3 * both));
        assertThat(settling.gap().status()).isEqualTo(Status.HOLDS);
    }

    /**
     * Weight decay puts a minimum beyond the edge, at y = 10 and of sharpness e^10: progressive sharpening comes to the edge before. There {@code alpha = (e - mu y) S} and {@code beta = S^2},
     * so that by hand {@code eta S = 2 - eta s^2/(2 (e - mu y))} with {@code y = log S}.
     */
    @Test
    void onTheWayToAMinimumBeyondTheEdgeItSettlesToo() {
        NoiseResult result = Selfstab.read(Path.of("src/test/resources/cases/noise-beyond-minimum.toml"), Map.of())
                .noise(options(60_000));
        MinimumEdges minimum = result.minimum().found().orElseThrow();
        Settling settling = result.settling().found().orElseThrow();
        double sharpness = 0.3 * settling.at().sharpness();
        double drive = 1e-4 - 1e-5 * Math.log(settling.at().sharpness());

        assertThat(minimum.sharpness()).isEqualTo(Math.exp(10), within(1.0));
        assertThat(minimum.meanSquare().stepSize()).isLessThan(0.3);
        assertThat(sharpness).isEqualTo(2 - 0.3 * 5e-5 / (2 * drive), within(1e-3));
        assertThat(result.status()).isEqualTo(Status.HOLDS);
    }

    /**
     * Noise in y, across u, of a quarter of the variance v in x: by hand the gap is wider than the formula's {@code eta v S_c/(4e) = .1} by {@code eta (v/4) S_c/(2e) = .05}, which is too much for the
     * formula to be judged by it.
     */
    @Test
    void noiseAcrossUWidensTheGap() {
        Settling settling = Selfstab.read(Path.of("src/test/resources/cases/noise-across.toml"), Map.of())
                .noise(options(60_000))
                .settling()
                .found()
                .orElseThrow();

        assertThat(settling.gap().predicted()).isEqualTo(0.1, within(1e-3));
        assertThat(settling.gap().measured())
                .isEqualTo(0.15, within(4 * settling.gap().standardError() + 0.005));
        assertThat(settling.gap().standardError()).isLessThan(0.015);
        assertThat(settling.gap().status()).isEqualTo(Status.UNDECIDED);
        assertThat(settling.gap().reason()).contains("along grad S");
    }

    @Test
    void largeBatchesAreRunLessOften() {
        assertThat(NoiseOptions.defaults(1)).isEqualTo(NoiseOptions.defaults(40));
        NoiseOptions large = NoiseOptions.defaults(1000);

        assertThat(large.mostGradients(1000)).isLessThan(3.001e8);
        assertThat(large.steps()).isEqualTo(9375);
        assertThat(large.escape().runs()).isEqualTo(8);
    }

    @Test
    void findsTheEdgesOfAMinimumOfData() {
        NoiseResult result = Selfstab.read(Path.of("examples/noise/two-parameter-fit.toml"), Map.of("batch", "2"))
                .noise(options(1000));
        MinimumEdges minimum = result.minimum().found().orElseThrow();

        assertThat(result.status()).isEqualTo(Status.HOLDS);
        assertThat(minimum.point().radius()).isPresent();
        assertThat(minimum.interpolates()).isTrue();
        assertThat(minimum.sharpness()).isEqualTo(0.562279190132, within(1e-12));
        assertThat(minimum.fullBatchEdge()).isEqualTo(3.556951840115, within(1e-11));
        assertThat(minimum.meanSquare().stepSize()).isEqualTo(3.337980848329, within(1e-11));
        assertThat(minimum.meanSquare().stepSize() * minimum.meanSquare().batchSharpness())
                .isEqualTo(2.115486522, within(1e-8));
        AlmostSureEdge almostSure = minimum.almostSure();
        assertThat(almostSure.stepSize())
                .isEqualTo(3.626, within(3 * (almostSure.standardError().orElseThrow() + 0.001)));
        Escape escape = result.escape().found().orElseThrow();
        assertThat(escape.shares().get(0).left()).isZero();
        assertThat(escape.shares().get(escape.shares().size() - 1).left()).isEqualTo(40);
        assertThat(result.settling().reason()).contains("leads to a minimum");
    }

    /** Kappa is 2 at the mean-square edge and 0 at the almost-sure one; between them the measured tail is the predicted one. */
    @Test
    void excursionsHaveThePredictedTail() {
        NoiseResult result = Selfstab.read(Path.of("examples/noise/four-items.toml"), Map.of("batch", "1", "eta", "2"))
                .noise(new NoiseOptions(16, 1000, new NoiseOptions.Escapes(200, 300, 0.01, 0.5)));
        double kappa =
                result.minimum().found().orElseThrow().tailIndex().orElseThrow().value();
        Escape.Spikes spikes = result.escape().found().orElseThrow().spikes().orElseThrow();
        Estimate index = spikes.index();
        List<Escape.Beyond> distribution = spikes.distribution();

        assertThat(kappa).isBetween(0.0, 2.0);
        assertThat(index.value()).isEqualTo(kappa, within(4 * index.standardError()));
        assertThat(distribution.get(0).share()).isEqualTo(1.0 / spikes.runs());
        assertThat(distribution.get(distribution.size() - 1).share()).isBetween(0.9, 1.0);
        assertThat(NoiseFigures.of(result).figures())
                .extracting(Figure::name)
                .containsExactly("noise-escape", "noise-excursions");
        assertThat(NoiseFigures.of(result).figures()).allSatisfy(NoiseRunTest::requireDotsInside);
        assertThat(Selfstab.read(
                                Path.of("examples/noise/four-items.toml"),
                                Map.of("batch", "1", "eta", "1.793721973094"))
                        .noise(options(1000))
                        .minimum()
                        .found()
                        .orElseThrow()
                        .tailIndex())
                .hasValueSatisfying(two -> assertThat(two.value()).isEqualTo(2, within(1e-9)));
    }

    /** The compiled loop does what single steps do, to the last bit. */
    @Test
    void manyStepsAreSingleSteps() {
        Problem problem = valley(Map.of("batch", "4")).problem();
        NoiseSource source = NoiseSource.of(problem, new CompiledBackend().loss(DerivedLoss.of(problem)));
        double[] start = {0.001, 1.7};
        StochasticDescent together =
                new StochasticDescent(MethodMatrices.of(problem), source, start, new Xoshiro256(5));
        StochasticDescent apart = new StochasticDescent(MethodMatrices.of(problem), source, start, new Xoshiro256(5));
        together.steps(1000);
        for (int i = 0; i < 1000; i++) {
            apart.look();
            apart.advance();
        }
        together.look();
        apart.look();

        assertThat(together.point()).containsExactly(apart.point());
        assertThat(together.point()[0]).isNotEqualTo(start[0]);
    }

    @Test
    void wantsNoise() {
        Study quiet = Selfstab.read(Path.of("examples/sharp-valley.toml"), Map.of());

        assertThatThrownBy(() -> quiet.noise(options(10)))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining("has no [noise]");
    }
}
