package org.selfstab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Selfstab;
import org.selfstab.Study;
import org.selfstab.claims.VerificationResult;
import org.selfstab.loss.CompiledBackend;
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
                .valueOf(study(weight, "199").problem().edge())
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
        VerificationResult result = study("1/100", "2*(2 - weight)/((2*(1 - beta) + weight*(2*beta - 1))*eta)")
                .verify(RunOptions.defaults().withHorizon(100));
        assertThat(result.assessment().conclusion(Claims.COUPLING).status()).isEqualTo(Verdict.Status.HOLDS);
    }

    private static Study study(String weight, String start) {
        return Selfstab.parse("schedule-free.toml", text(weight, start));
    }

    private static String text(String weight, String start) {
        return """
                title = "Schedule-free averaging"
                variables = ["x", "y"]
                loss = "(y + x/2)*x^2/2 - e*(x + y)"
                [parameters]
                e = "1/1000"
                eta = "1/10"
                [optimizer]
                method = "schedule_free"
                beta = "9/10"
                weight = "%s"
                [start]
                x = "sqrt(2*e)/2"
                y = "%s"
                [run]
                at_edge = true
                """.formatted(weight, start);
    }
}
