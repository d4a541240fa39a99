package org.selfstab.claims.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.claims.CentralFlowResult;
import org.selfstab.claims.CentralFlowRow;
import org.selfstab.claims.PeriodAverages;
import org.selfstab.claims.constants.PeriodAveragesAccumulator;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.numeric.WindowedMean;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;

/** The central flow beside exact iterates: sigma^2 against delta^2 and the mean of x^2, the averaged loss against the mean loss. */
class CentralFlowComparisonTest {

    /** What one run gives: the largest errors, those of sigma^2 and of the loss in units of delta^2 and delta^2/eta. */
    private record Errors(double place, double deltaSquared, double xSquared, double loss) {}

    private static Errors errors(Problem problem, double e) {
        // Two to three periods, so that whole windows fit in.
        RunOptions options = new RunOptions(
                ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of((int) (12 / (0.3 * Math.sqrt(e)))));
        Verifier<Binary64> verifier =
                new Verifier<>(problem, Problems.derivatives(problem), new CompiledBackend(), options);
        CentralFlowComparison<Binary64> comparison = new CentralFlowComparison<>(verifier.model());
        PeriodAveragesAccumulator<Binary64> averages = new PeriodAveragesAccumulator<>(verifier.model());
        assertThat(verifier.verify(List.of(comparison, averages)).isComplete()).isTrue();
        PeriodAverages periods = averages.result().orElseThrow();
        CentralFlowResult result = comparison.result(
                comparison.lastStep(), CentralFlowComparison.windowOfPeriod(periods.duration() / periods.periods()));
        assertThat(result.run().end().isComplete()).isTrue();
        assertThat(result.run().largestDrift()).isLessThan(1e-10);

        List<CentralFlowRow> rows =
                result.rows().stream().filter(row -> row.means().isPresent()).toList();
        assertThat(rows).hasSizeGreaterThan(20);
        return new Errors(
                largest(rows, CentralFlowRow::fromConstrained),
                error(result, "sigma2_over_delta2"),
                error(result, "mean_x2_over_sigma2"),
                error(result, "mean_loss_over_sigma2_eta"));
    }

    private static double error(CentralFlowResult result, String key) {
        return result.ratios().stream()
                .filter(ratio -> ratio.key().equals(key))
                .findFirst()
                .orElseThrow()
                .error()
                .value();
    }

    private static double largest(List<CentralFlowRow> rows, ToDoubleFunction<CentralFlowRow> quantity) {
        return rows.stream().mapToDouble(quantity).map(Math::abs).max().orElseThrow();
    }

    /**
     * From e = 1e-2 to 1e-4, where eps = eta sqrt(e) falls tenfold: the flow is within O(eps^2) of the constrained trajectory and
     * sigma^2 within O(eps^2) of delta^2.
     */
    @ParameterizedTest
    @ValueSource(strings = {"1/2", "1", "disk"})
    void isNearTheConstrainedTrajectoryToSecondOrder(String problem) {
        Errors coarse = errors(problem(problem, "1e-2"), 1e-2);
        Errors fine = errors(problem(problem, "1e-4"), 1e-4);

        assertThat(coarse.place() / fine.place()).isBetween(80.0, 125.0);
        assertThat(coarse.deltaSquared() / fine.deltaSquared()).isBetween(80.0, 125.0);
    }

    /** Without skewness only the turn of u is left, which is smaller by another e. */
    @Test
    void isNearerWithoutSkewness() {
        Errors errors = errors(problem("0", "1e-3"), 1e-3);

        assertThat(errors.place()).isLessThan(1e-6);
        assertThat(errors.deltaSquared()).isLessThan(1e-6);
    }

    /**
     * Means over one period are {@code 1 + O(eps)} of what the flow says, with {@code eps = eta sqrt(e)}. With z = 1 the oscillation
     * is damped within the run where e is larger, and one window does not fit all of it: the order shows only below e = 1e-4.
     */
    @ParameterizedTest
    @CsvSource({"0, 1e-2, 1e-4", "1/2, 1e-2, 1e-4", "disk, 1e-2, 1e-4", "1, 1e-4, 1e-5"})
    void isTheMeanOfTheIteratesToFirstOrder(String problem, String large, String small) {
        double largeE = Double.parseDouble(large);
        double smallE = Double.parseDouble(small);
        Errors coarse = errors(problem(problem, large), largeE);
        Errors fine = errors(problem(problem, small), smallE);

        double ratioOfEps = Math.sqrt(largeE / smallE);
        assertThat(coarse.xSquared()).isLessThan(0.1);
        assertThat(coarse.loss()).isLessThan(0.1);
        assertThat(coarse.xSquared() / fine.xSquared()).isGreaterThan(0.8 * ratioOfEps);
        assertThat(coarse.loss() / fine.loss()).isGreaterThan(0.8 * ratioOfEps);
    }

    private static Problem problem(String name, String e) {
        return "disk".equals(name) ? Problems.diskValley(e) : Problems.valley(name, e);
    }

    @Test
    void aWindowCancelsWhatAlternates() {
        WindowedMean mean = new WindowedMean(List.of(1.0, -1.0, 1.0, -1.0, 1.0), 2);

        assertThat(mean.isDefinedAt(0)).isFalse();
        assertThat(mean.at(1)).isZero();
        assertThat(mean.at(3)).isZero();
        assertThat(mean.isDefinedAt(4)).isFalse();
    }

    @Test
    void aWindowIsExactOnLines() {
        WindowedMean mean = new WindowedMean(List.of(1.0, 3.0, 5.0, 7.0, 9.0), 4);

        assertThat(mean.at(2)).isCloseTo(5.0, within(1e-15));
        assertThatThrownBy(() -> new WindowedMean(List.of(1.0), 3)).hasMessageContaining("even");
    }
}
