package org.selfstab.claims.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Study;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.DescentResult.Curvature;
import org.selfstab.claims.DescentResult.Rates;
import org.selfstab.claims.DescentResult.Row;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunListener;

class DescentRunTest {

    private static DescentResult run(ProblemBuilder problem, int steps, int every, boolean measured) {
        return Study.of(problem.problem()).descent(new DescentOptions(steps, every, measured), RunListener.none());
    }

    private static ProblemBuilder valley() {
        return ProblemBuilder.of("valley", "(y + 2)*x^2/2 - y/10 + y^2/100")
                .parameter("eta", "1/2")
                .start("x", "0")
                .start("y", "0");
    }

    /** On the valley's floor S = y + 2, lambda_2 = 1/50, grad S = e_y, alpha = -dL/dy = 1/10 - y/50, beta = 1, and y_t = 5 - 5 (99/100)^t. */
    @Test
    void measuresWhatTheFormulasSay() {
        DescentResult result = run(valley(), 100, 1, true);

        assertThat(result.rows()).hasSize(101);
        for (Row row : result.rows()) {
            double y = 5 - 5 * Math.pow(0.99, row.t());
            double alpha = 0.1 - y / 50;
            assertThat(row.loss()).isCloseTo(-y / 10 + y * y / 100, within(1e-14));
            Curvature seen = row.curvature().orElseThrow();
            assertThat(seen.sharpness()).isCloseTo(y + 2, within(1e-13));
            assertThat(seen.secondEigenvalue().orElseThrow()).isCloseTo(0.02, within(1e-13));
            Rates rates = seen.rates().orElseThrow();
            assertThat(rates.alpha()).isCloseTo(alpha, within(1e-14));
            assertThat(rates.beta()).isCloseTo(1, within(1e-14));
            assertThat(rates.delta().orElseThrow()).isCloseTo(Math.sqrt(2 * alpha), within(1e-13));
            assertThat(rates.kappa3()).isCloseTo(0, within(1e-14));
            assertThat(rates.gamma().orElseThrow()).isCloseTo(1, within(1e-13));
        }
        // y_t >= 2 from t = log(3/5)/log(99/100) = 50.8 on.
        assertThat(result.firstAtEdge().orElseThrow().t()).isEqualTo(51);
        assertThat(result.sharpest().orElseThrow().t()).isEqualTo(100);
        assertThat(result.end().failure()).isEmpty();
    }

    /** kappa_3 of {@code x^2/2 + c x^3} is 6 c, its sign that of the first entry of u, and stays so. */
    @Test
    void theSignOfUIsThatOfTheStart() {
        DescentResult result = run(
                ProblemBuilder.of("cubic", "x^2/2 + x^3/100 + y^2/8 + x*y/100")
                        .parameter("eta", "1/10")
                        .start("x", "1")
                        .start("y", "1"),
                50,
                1,
                true);

        assertThat(result.rows()).allSatisfy(row -> assertThat(
                        row.curvature().flatMap(Curvature::rates).orElseThrow().kappa3())
                .isCloseTo(0.06, within(1e-3)));
    }

    @Test
    void looksAtSomeIteratesAndTheLast() {
        List<Integer> told = new ArrayList<>();
        DescentResult result = new DescentRun(valley().problem(), new DescentOptions(20, 8, false)).run(told::add);

        assertThat(result.rows()).extracting(Row::t).containsExactly(0, 8, 16, 20);
        assertThat(result.rows()).allMatch(row -> row.curvature().isEmpty());
        assertThat(result.sharpest()).isEmpty();
        assertThat(told).hasSize(21);
    }

    @Test
    void endsWhereTheIteratesReturn() {
        DescentResult result = run(
                ProblemBuilder.of("bowl", "x^2/2 + y^2/2")
                        .parameter("eta", "1")
                        .start("x", "3")
                        .start("y", "4"),
                1000,
                1,
                true);

        assertThat(result.end().isSettled()).isTrue();
        assertThat(result.end().steps()).isLessThan(5);
        // Two equal eigenvalues have no u.
        assertThat(result.first().curvature().orElseThrow().sharpness()).isEqualTo(1);
        assertThat(result.first().curvature().orElseThrow().rates()).isEmpty();
    }

    @Test
    void tellsThatItDiverges() {
        DescentResult result =
                run(ProblemBuilder.of("steep", "x^4").parameter("eta", "1").start("x", "3"), 1000, 1, true);

        assertThat(result.end().failure()).containsInstanceOf(RunEnd.Diverged.class);
        assertThat(result.last().t()).isEqualTo(result.end().steps());
        assertThat(result.rows()).allMatch(row -> Double.isFinite(row.loss()));
    }

    /** The second iterate is at the kink, where there is no gradient. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsWhereTheGradientEnds(boolean measured) {
        DescentResult result = run(
                ProblemBuilder.of("kinked", "abs(x) + y^2")
                        .parameter("eta", "1/2")
                        .start("x", "1/2")
                        .start("y", "1"),
                9,
                1,
                measured);

        assertThat(result.end().failure()).containsInstanceOf(RunEnd.LeftDomain.class);
        assertThat(result.end().steps()).isZero();
        assertThat(result.rows()).hasSize(1);
    }
}
