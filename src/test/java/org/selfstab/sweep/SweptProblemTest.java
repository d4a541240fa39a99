package org.selfstab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.vocabulary.SelfstabException;
import org.selfstab.vocabulary.Verdict;

/** Every way in which a point can end is a row. */
class SweptProblemTest {

    private static PointResult only(String text, String grid, List<String> quantities, int index) {
        return new SweptProblem(Sweeps.job(text, List.of(grid), quantities, List.of())).run(index);
    }

    @Test
    void aPointWithoutProgressiveSharpeningDoesNotApply() {
        PointResult flat = only(Sweeps.BARE_VALLEY, "epsilon=0:1e-2:2", List.of("coupling.constant", "steps"), 0);
        assertThat(flat.status()).isEqualTo(PointStatus.NOT_APPLICABLE);
        assertThat(flat.values().get(0)).isEqualTo(PointValue.UNDEFINED);
        assertThat(flat.values().get(1).text()).isEqualTo("40");
        assertThat(flat.isAnswered()).isFalse();
        assertThat(flat.reason()).startsWith("no progressive sharpening at step 0");
    }

    @Test
    void invalidParametersAreARowWithTheirReason() {
        PointResult invalid = only(Sweeps.BARE_VALLEY, "eta=0:1/5:3", List.of("steps", "alpha"), 0);
        assertThat(invalid.status()).isEqualTo(PointStatus.INVALID);
        assertThat(invalid.reason()).contains("eta");
        assertThat(invalid.values()).containsExactly(PointValue.UNDEFINED, PointValue.UNDEFINED);
        assertThat(invalid.isAnswered()).isFalse();
    }

    @Test
    void anEdgeThatIsNotReachedIsAStatus() {
        String bowl = Sweeps.BARE_VALLEY
                .replace("y*x^2/2 - epsilon*y", "x^2/2 + epsilon*y^2/4")
                .replace("at_edge = true", "at_edge = false\nmax_steps = 50");
        PointResult result = only(bowl, "epsilon=1/2:1:2", List.of("edge.reached", "coupling.constant"), 0);
        assertThat(result.status()).isEqualTo(PointStatus.EDGE_NOT_REACHED);
        assertThat(result.values()).extracting(PointValue::text).containsExactly("fails", "");
        assertThat(result.reason()).startsWith("the edge of stability was not reached in 50 steps");
    }

    @Test
    void divergenceIsAnAnswerToTheQuestionWhetherItDiverges() {
        String steep = Sweeps.BARE_VALLEY
                .replace("y*x^2/2 - epsilon*y", "epsilon*x^4/4 + y^2/2")
                .replace("sqrt(2*abs(epsilon))/2", "3")
                .replace("at_edge = true", "at_edge = false\nmax_steps = 50");
        PointResult result = only(steep, "epsilon=100:200:2", List.of("run.diverges"), 0);
        assertThat(result.values()).extracting(PointValue::text).containsExactly("holds");
        assertThat(result.status()).isNotEqualTo(PointStatus.COMPLETE);
        assertThat(result.isAnswered()).isTrue();
    }

    @Test
    void whatIsUndefinedAtTheStartIsToldWithoutARun() {
        PointResult result = only(Sweeps.BARE_VALLEY, "epsilon=-1e-2:1e-2:2", List.of("alpha", "delta"), 0);
        assertThat(result.status()).isEqualTo(PointStatus.UNDEFINED);
        assertThat(result.values().get(0).number().orElseThrow()).isNegative();
        assertThat(result.values().get(1).isDefined()).isFalse();
        assertThat(result.reason()).startsWith("delta is undefined: ");
    }

    @Test
    void claimsAreThoseOfExpectOrThatAVerdictHolds() {
        SweptProblem problem = new SweptProblem(Sweeps.job(
                Sweeps.BARE_VALLEY,
                List.of("epsilon=1e-2:3e-2:2"),
                List.of(),
                List.of("alpha", "condition.progressive_sharpening")));
        assertThat(problem.run(0).claims()).containsExactly(Verdict.Status.HOLDS, Verdict.Status.HOLDS);
        PointResult failing = problem.run(1);
        assertThat(failing.claims()).containsExactly(Verdict.Status.FAILS, Verdict.Status.HOLDS);
        assertThat(failing.reason()).startsWith("claim alpha: computed 0.03, expected at most 0.02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alhpa          |       | --quantity: unknown quantity alhpa; did you mean alpha?",
                "eta_lambda_3   |       | eta_lambda_3 does not exist: the problem has 2 variables",
                "coupling.order |       | --quantity coupling.order: it is observed over a family",
                "alpha          | betta | --claim: unknown claim betta; did you mean beta?",
                "alpha          | beta  | --claim beta: the problem's [expect] asserts nothing of it; add an entry there",
            })
    void unknownNamesAreExplained(String quantity, String claim, String message) {
        SweepJob job = Sweeps.job(
                Sweeps.BARE_VALLEY,
                List.of("epsilon=1e-2:3e-2:2"),
                List.of(quantity),
                claim == null ? List.of() : List.of(claim));
        assertThatThrownBy(() -> new SweptProblem(job))
                .isInstanceOf(SelfstabException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anOrderOverTheSweptParameterIsRefused() {
        String withFamily = Sweeps.BARE_VALLEY
                + "[family]\nparameter = \"epsilon\"\nvalues = [\"1/100\", \"1/1000\", \"1/10000\"]\n";
        SweepJob job = Sweeps.job(withFamily, List.of("epsilon=1e-2:3e-2:2"), List.of("loss.order"), List.of());
        assertThatThrownBy(() -> new SweptProblem(job))
                .hasMessage(
                        "--quantity loss.order: the problem's [family] takes its own values of epsilon; leave --grid"
                                + " epsilon away");
    }
}
