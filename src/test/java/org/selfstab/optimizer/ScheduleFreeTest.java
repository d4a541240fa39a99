package org.selfstab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.Study;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.VerificationResult;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;

/** Schedule-free averaging as a linear optimizer whose weight falls slowly: {@code S_c = 2 (2 - c)/((2 (1 - beta) + c (2 beta - 1)) eta)}. */
class ScheduleFreeTest {

    private static final double ETA = 0.1;
    private static final double BETA = 0.9;

    private static double edge(double weight) {
        return 2 * (2 - weight) / ((2 * (1 - BETA) + weight * (2 * BETA - 1)) * ETA);
    }

    /** The recursion as it is written, with weights 1/t, on {@code S x^2/2}: the largest |y| of the steps from one to another. */
    private static double largest(double curvature, int from, int to) {
        double z = 1;
        double x = 1;
        double largest = 0;
        for (int t = 1; t <= to; t++) {
            double y = (1 - BETA) * z + BETA * x;
            largest = t > from ? Math.max(largest, Math.abs(y)) : largest;
            z -= ETA * curvature * y;
            x += (z - x) / t;
        }
        return largest;
    }

    @ParameterizedTest
    @CsvSource({"1, 20", "1/2, 50", "1/100, 191.346153846", "1/1000000, 199.9991"})
    void theProgramsEdgeIsThatOfTheFormula(String weight, double edge) {
        double found = new CompiledBackend()
                .valueOf(valley(weight, "199").problem().edge())
                .getReal();
        assertThat(found).isCloseTo(edge, within(1e-3));
    }

    /** With falling weights the edge moves from {@code 2/eta} to {@code 2/((1 - beta) eta)}: curvatures below that settle in the end, however they grew before, those beyond it do not. */
    @Test
    void theEdgeMovesToThatOfNoWeight() {
        double last = 2 / ((1 - BETA) * ETA);
        assertThat(edge(1)).isCloseTo(2 / ETA, within(1e-9));
        assertThat(edge(1e-9)).isCloseTo(last, within(1e-4));
        double early = largest(0.95 * last, 0, 100);
        assertThat(early).isGreaterThan(10);
        assertThat(largest(0.95 * last, 1000, 1100)).isLessThan(1e-3 * early);
        assertThat(largest(1.02 * last, 1000, 1100)).isGreaterThan(1e3 * largest(1.02 * last, 500, 600));
    }

    /** The coupling theorem of linear optimizers holds at the edge of a small weight. */
    @Test
    void theTheoryOfLinearOptimizersHolds() {
        VerificationResult result = valley("1/100", "2*(2 - weight)/((2*(1 - beta) + weight*(2*beta - 1))*eta)")
                .study()
                .verify(RunOptions.defaults().withHorizon(100));
        assertThat(result.assessment().conclusion(Claims.COUPLING).status()).isEqualTo(Verdict.Status.HOLDS);
    }

    /** Iterates with weights 1/(n + t) by a recursion of its own, from z = x = y: the averages of the last z are no longer those of a fixed weight. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void weightsFall(int n) {
        Study study = falling(n, "30");
        List<DescentResult.Row> rows = study.descent(new DescentOptions(30, 30, false, 0), RunListener.none())
                .rows();
        double z = 0.01;
        double x = 0.01;
        for (int t = 0; t < 30; t++) {
            double y = 0.5 * z + 0.5 * x;
            z -= 0.1 * 30 * y;
            x += (z - x) / (n + t);
        }
        double last = 0.5 * z + 0.5 * x;
        assertThat(rows.get(rows.size() - 1).loss()).isCloseTo(15 * last * last, withinPercentage(1e-6));
    }

    /** Below 2/((1 - beta) eta) = 40 they come to rest in the end, above they grow without end, whatever the edge of the first weight, 20. */
    @ParameterizedTest
    @CsvSource({"38, true", "41, false"})
    void theEdgeIsThatOfTheFallenWeight(String curvature, boolean isStable) {
        List<DescentResult.Row> rows = falling(1, curvature)
                .descent(new DescentOptions(3000, 1000, false, 0), RunListener.none())
                .rows();

        assertThat(rows.get(3).loss() < rows.get(1).loss()).isEqualTo(isStable);
        assertThat(rows.get(3).loss() < rows.get(2).loss()).isEqualTo(isStable);
    }

    private static Study falling(int n, String curvature) {
        return ProblemBuilder.of("falling weights", "S*y^2/2")
                .parameter("eta", "1/10")
                .parameter("S", curvature)
                .optimizer("schedule_free", "beta", "1/2", "weight", "1/" + n, "falling", "true")
                .start("y", "1/100")
                .study();
    }

    /** The theory holds with the matrices of each step; without them the prediction is another, and what rests on one matrix is refused. */
    @Test
    void theTheoryHoldsAsTheWeightFalls() {
        String start = "2*(2 - weight)/((2*(1 - beta) + weight*(2*beta - 1))*eta)";
        Study study = valley("1/1000", start).settings("falling", "true").study();

        assertThat(study.verify(RunOptions.defaults().withHorizon(300))
                        .assessment()
                        .conclusion(Claims.COUPLING)
                        .status())
                .isEqualTo(Verdict.Status.HOLDS);
        assertThatThrownBy(() -> study.derive(Map.of())).hasMessageContaining("falls");
        assertThatThrownBy(study::certifyCycle).hasMessageContaining("the weight of schedule-free averaging falls");
    }

    private static ProblemBuilder valley(String weight, String start) {
        return Problems.sharpValley("1/2", "1/1000", start)
                .parameter("eta", "1/10")
                .optimizer("schedule_free", "beta", "9/10", "weight", weight)
                .atEdge();
    }
}
