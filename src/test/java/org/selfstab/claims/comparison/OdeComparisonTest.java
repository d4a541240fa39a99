package org.selfstab.claims.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.stat.regression.SimpleRegression;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.claims.OdeComparison;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.dynamics.Model;
import org.selfstab.loss.Backend;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Stage;

/** Exact iterates beside the reduced equation, theory.md section 5. */
class OdeComparisonTest {

    private static OdeResult compare(Problem problem, Optional<Integer> horizon) {
        Verifier<Binary64> verifier = new Verifier<>(
                problem,
                Problems.derivatives(problem),
                new CompiledBackend(),
                new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, horizon));
        OdeComparer<Binary64> comparer = new OdeComparer<>(verifier.model());
        CentralFlowComparison<Binary64> flow = new CentralFlowComparison<>(verifier.model());
        return OdeRun.result(problem, verifier.verify(List.of(comparer, flow)), comparer, flow);
    }

    /** The equation along the constrained trajectory over Dfp, by Taylor polynomials, beside doubles, by Runge-Kutta. */
    @Test
    void fortyDigitsAndDoublesAgree() {
        Problem problem = Problems.diskValley("1e-2");
        RunOptions options = new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(100));
        OdeComparison inDoubles = compared(problem, new CompiledBackend(), options);
        OdeComparison precise = compared(problem, new DecimalBackend(40), options);

        for (int t = 0; t <= 100; t++) {
            OdeComparison.Coordinates one = inDoubles.points().get(t).driven();
            OdeComparison.Coordinates other = precise.points().get(t).driven();
            // 1e-12 a step, across the kinks of alpha and beta.
            assertThat(one.x()).isCloseTo(other.x(), within(1e-8));
            assertThat(one.y()).isCloseTo(other.y(), within(1e-8));
        }
        assertThat(inDoubles.stages()).hasSameSizeAs(precise.stages());
    }

    private static <T extends CalculusFieldElement<T>> OdeComparison compared(
            Problem problem, Backend<T> backend, RunOptions options) {
        return new OdeRun<>(problem, Problems.derivatives(problem), backend, options)
                .run(RunListener.none(), List.of())
                .comparison()
                .orElseThrow();
    }

    /** The iterates' stages only go on, though the ripple of |x| takes single steps back. */
    @Test
    void theStagesOfASkewedLossOnlyGoOn() {
        List<OdeComparison.StageSpan> spans = valley("1", "1e-3", 11).stages();

        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i - 1).stage()).isEqualTo(spans.get(i).stage().previous());
        }
        assertThat(spans).anyMatch(span -> span.backwardSteps() > 0);
    }

    /** Without the ripple {@code kappa_3 x} the prediction would miss the largest sharpness by as much as the overshoot. */
    @Test
    void theLargestSharpnessHasTheRippleOfTheSkewness() {
        for (String z : List.of("0", "1/2", "1")) {
            OdeComparison.Quantity largest = valley(z, "1e-4", 6).quantity("max_sharpness");
            assertThat(largest.relativeError(2 / 0.3).orElseThrow()).isLessThan(0.02);
        }
    }

    private static OdeComparison valley(String z, String e, double tau) {
        int horizon = (int) (tau / (0.3 * Math.sqrt(Double.parseDouble(e))));
        return compare(Problems.valley(z, e), Optional.of(horizon)).comparison().orElseThrow();
    }

    /** The order of an error over e = 1e-2, 1e-3, 1e-4, against epsilon. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1/2"})
    void theErrorIsOfFirstOrderInEpsilon(String z) {
        SimpleRegression driven = new SimpleRegression();
        SimpleRegression frozen = new SimpleRegression();
        for (String e : List.of("1e-2", "1e-3", "1e-4")) {
            OdeComparison comparison = valley(z, e, 5);
            double logEpsilon = Math.log(comparison.epsilon());
            driven.addData(
                    logEpsilon,
                    Math.log(comparison.deviations().drivenFromIterates().value()));
            frozen.addData(
                    logEpsilon,
                    Math.log(comparison.deviations().frozenFromIterates().value()));
        }

        assertThat(driven.getSlope()).isGreaterThan(0.95);
        assertThat(frozen.getSlope()).isGreaterThan(0.95);
    }

    /** Over two periods, at eps = 9.5e-3 and at a tenth of it: every error falls at least like eps, up to its higher terms. */
    @Test
    void whatThePeriodLooksLikeIsPredictedToFirstOrder() {
        OdeComparison coarse = valley("0", "1e-3", 11);
        OdeComparison fine = valley("0", "1e-5", 11);

        for (String key : List.of(
                "period", "max_sharpness", "min_x", "max_x", "mean_x2_over_delta2", "mean_loss_over_delta2_eta")) {
            assertThat(relativeError(fine.quantity(key))).as(key).isLessThan(relativeError(coarse.quantity(key)) / 7);
        }
        assertThat(coarse.periods()).hasSize(2);
        assertThat(fine.periods()).hasSize(2);
        for (int k = 0; k < 2; k++) {
            double fineError = Math.abs(fine.periods().get(k).cycles());
            double coarseError = Math.abs(coarse.periods().get(k).cycles());
            assertThat(coarseError).isLessThan(0.05);
            assertThat(fineError).isLessThan(coarseError / 7);
        }
    }

    private static double relativeError(OdeComparison.Quantity quantity) {
        return Math.abs(quantity.observed().orElseThrow() / quantity.predicted() - 1);
    }

    @Test
    void theStagesOfTheIteratesFollowTheEquations() {
        OdeComparison comparison = valley("0", "1e-4", 11);
        int next = 0;
        List<Stage> stages = new ArrayList<>();
        for (OdeComparison.StageSpan span : comparison.stages()) {
            assertThat(span.first()).isEqualTo(next);
            assertThat(span.predictedStart().orElseThrow()).isCloseTo(span.first(), within(10.0));
            next = span.last() + 1;
            stages.add(span.stage());
        }

        assertThat(next).isEqualTo(comparison.points().size());
        assertThat(stages)
                .startsWith(
                        Stage.BLOW_UP,
                        Stage.SELF_STABILIZATION,
                        Stage.RETURN_TO_STABILITY,
                        Stage.PROGRESSIVE_SHARPENING,
                        Stage.BLOW_UP);
    }

    /** The iterates enter a stage before the run ends that the equation, half a stage later, does not: it has no time there, not that of a period before. */
    @Test
    void aStageBeyondTheEquationsLastHasNoTime() {
        List<OdeComparison.StageSpan> spans = compare(
                        ProblemReader.read(Path.of("src/test/resources/cases/fast-iterates.toml"), Map.of())
                                .problem(),
                        Optional.empty())
                .comparison()
                .orElseThrow()
                .stages();
        List<Double> times =
                spans.stream().flatMap(span -> span.predictedStart().stream()).toList();

        assertThat(spans.get(spans.size() - 1).predictedStart()).isEmpty();
        assertThat(times).hasSize(spans.size() - 1).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyPointIsThatOfItsStep() {
        OdeComparison comparison = valley("1", "1e-2", 5);
        OdeComparison.Point start = comparison.points().get(0);

        assertThat(comparison.points()).hasSize(167);
        assertThat(start.driven().x()).isCloseTo(start.iterate().x(), within(1e-14));
        assertThat(start.frozen()).isEqualTo(start.iterate());
        assertThat(start.map().x()).isEqualTo(start.iterate().x());
        assertThat(comparison.points().get(100).tau()).isCloseTo(3, within(0.01));
    }

    @Test
    void aRunWithoutOscillationHasNoComparison() {
        OdeComparer<Binary64> comparer = new OdeComparer<>(Model.of(
                Problems.valley("1", "1e-2"), DerivedLoss.of(Problems.valley("1", "1e-2")), new CompiledBackend()));

        assertThat(comparer.obstacle()).contains("the run has no step to compare");
    }
}
