package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.claims.conditions.Conclusions;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict.Status;

/** A run whose numbers rest on rounding, or that stops too early, says so. */
class RunRemarksTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    /** What oscillates dies out on the way to the edge and grows again from rounding, by 1e16. */
    @Test
    void iteratesThatGrewFromRoundingDecideNothing() {
        Problem problem = problem("below-rounding.toml", Map.of());
        Verification verification = verify(problem, RunOptions.defaults());
        assertThat(verification.remarks())
                .anyMatch(note -> note.contains("rounding noise") && note.contains("--precision"));
        assertThat(Problems.assess(problem, RunOptions.defaults())
                        .conclusion(Claims.COUPLING)
                        .status())
                .isEqualTo(Status.UNDECIDED);
    }

    @Test
    void withMoreDigitsTheSameRunIsDecided() {
        Problem problem = problem("below-rounding.toml", Map.of());
        Verification verification = Problems.verify(problem, new DecimalBackend(32), RunOptions.defaults(), List.of());
        assertThat(verification.remarks()).noneMatch(note -> note.contains("rounding"));
        Conclusions conclusions = new Conclusions(verification, Optional.empty(), problem.thresholds());
        assertThat(conclusions.results().get(0).status()).isEqualTo(Status.FAILS);
        assertThat(verification
                        .constants()
                        .orElseThrow()
                        .coupling()
                        .orElseThrow()
                        .value())
                .isBetween(193.3, 193.4);
    }

    /** A step moves y by 3e-13, and rounds it by a thousandth of that, always the same way: over 400,000 steps C_1 comes to 110. */
    @Test
    void roundingThatAddsUpOverALongRunDecidesNothing() {
        Assessment assessment = Problems.assess(problem("slow-drift.toml", Map.of()), RunOptions.defaults());
        assertThat(assessment.conclusion(Claims.COUPLING).status()).isEqualTo(Status.UNDECIDED);
        assertThat(assessment.conclusion(Claims.SHARPNESS).status()).isEqualTo(Status.UNDECIDED);
        assertThat(assessment.conclusion(Claims.LOSS).status()).isEqualTo(Status.HOLDS);
    }

    /** What rounding makes of the iterates gets into the errors of loss and sharpness too, by how much is not known. */
    @Test
    void noiseDecidesNeitherLossNorSharpness() {
        Assessment assessment = Problems.assess(problem("smooth-approach.toml", Map.of()), RunOptions.defaults());
        assertThat(assessment.conclusion(Claims.IMPLICIT_BIAS).constant())
                .hasValueSatisfying(
                        known -> assertThat(known.highest() - known.lowest()).isLessThan(2e-3));
        for (Claim conclusion : List.of(Claims.COUPLING, Claims.LOSS, Claims.SHARPNESS)) {
            assertThat(assessment.conclusion(conclusion).status())
                    .as("%s", conclusion)
                    .isEqualTo(Status.UNDECIDED);
        }
    }

    @Test
    void aSmoothApproachIsToldWithWhatToDo() {
        Verification verification = verify(problem("smooth-approach.toml", Map.of()), horizon(1040));
        assertThat(verification.remarks())
                .anyMatch(note -> note.contains("still growing at the last step") && note.contains("longer horizon"))
                .anyMatch(note -> note.contains("|x_0| is 4.0e-10 delta") && note.contains("kick"));
    }

    @ParameterizedTest
    @CsvSource({"1e-2", "1e-3", "1e-4", "1e-6"})
    void anOrdinaryRunHasNoRemarks(String e) {
        assertThat(verify(Problems.valley("1/2", e), RunOptions.defaults()).remarks())
                .isEmpty();
    }

    /** alpha = 1e9 is 2e-10 of what the Hessian's norm and |theta| would round to, but not of what it is made of. */
    @Test
    void alphaIsDecidedWhereEigenvaluesDifferByThirtyOrders() {
        Problem problem = problem("scales.toml", Map.of());
        Assessment assessment = Problems.assess(problem, RunOptions.defaults());
        assertThat(assessment.condition(Claims.PROGRESSIVE_SHARPENING).status()).isEqualTo(Status.HOLDS);
        // eps^2/eta, one step of sharpening, is 1e-20 of S: doubles cannot show the errors.
        assertThat(assessment.conclusion(Claims.SHARPNESS).status()).isEqualTo(Status.UNDECIDED);
    }

    private static Verification verify(Problem problem, RunOptions options) {
        return Problems.verify(problem, new CompiledBackend(), options, List.of());
    }

    private static RunOptions horizon(int steps) {
        return new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(steps));
    }

    private static Problem problem(String file, Map<String, String> overrides) {
        return ProblemReader.read(CASES.resolve(file), overrides).problem();
    }
}
