package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.Binary64;
import org.junit.jupiter.api.Test;
import org.selfstab.Problems;
import org.selfstab.dynamics.CentralFlowRun;
import org.selfstab.dynamics.DoubleArithmetic;
import org.selfstab.problem.Problem;

/** The central flow beside exact iterates: sigma^2 against delta^2 and the mean of x^2, the averaged loss against the mean loss. */
class CentralFlowComparisonTest {

    /** What one run gives: the largest errors, those of sigma^2 and of the loss in units of delta^2 and delta^2/eta. */
    private record Errors(double epsilon, double place, double deltaSquared, double xSquared, double loss) {}

    private static Errors errors(Problem problem) {
        Verifier<Binary64> verifier =
                new Verifier<>(problem, Problems.derivatives(problem), new DoubleArithmetic(), RunOptions.defaults());
        CentralFlowComparison comparison = new CentralFlowComparison(verifier.setting());
        AveragesOfRun<Binary64> averages =
                new AveragesOfRun<>(verifier.setting().eta());
        Verification run = verifier.verify(List.of(comparison, averages));
        PeriodAverages periods = averages.result().orElseThrow();
        CentralFlowRun flow = comparison.flow();
        assertThat(flow.end().isComplete()).isTrue();
        assertThat(flow.largestDrift()).isLessThan(1e-10);

        List<CentralFlowRow> rows =
                comparison.rows(flow, CentralFlowComparison.windowOfPeriod(periods.duration() / periods.periods()));
        assertThat(rows).hasSizeGreaterThan(20);
        double eta = verifier.setting().eta().getReal();
        Errors errors = new Errors(
                run.constants().orElseThrow().epsilon().orElseThrow().value(),
                largest(rows, CentralFlowRow::fromConstrained),
                largest(rows, row -> row.sigmaSquared() / row.deltaSquared().getAsDouble() - 1),
                largest(rows, row -> row.meanXSquared() / row.sigmaSquared() - 1),
                largest(rows, row -> (row.meanLoss() - row.averagedLoss()) * eta / row.sigmaSquared()));
        System.out.println(
                "CMP " + errors + " mean " + largest(rows, CentralFlowRow::fromMeanIterate) + " rows " + rows.size());
        return errors;
    }

    private static double largest(List<CentralFlowRow> rows, ToDoubleFunction<CentralFlowRow> quantity) {
        return rows.stream().mapToDouble(quantity).map(Math::abs).max().orElseThrow();
    }

    @Test
    void figures() {
        for (String z : List.of("0", "1/2", "1")) {
            for (String e : List.of("1e-2", "1e-3", "1e-4")) {
                errors(Problems.valley(z, e));
            }
        }
        for (String e : List.of("1e-2", "1e-3", "1e-4")) {
            errors(Problems.diskValley(e));
        }
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
