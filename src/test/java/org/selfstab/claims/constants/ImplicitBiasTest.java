package org.selfstab.claims.constants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Problems;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ImplicitBiasConstants;
import org.selfstab.claims.Measured;
import org.selfstab.claims.RunConstants;
import org.selfstab.claims.conditions.ConditionEvaluator;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.DecimalBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunEnd;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Extremum;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Status;

/**
 * The constrained trajectory beside projected gradient descent, theory.md (27a) and (27b). The figures are those of theory.md section 9, from an
 * independent implementation with its own derivatives and nearest points.
 */
class ImplicitBiasTest {

    private static final String BENT_VALLEY = ProblemBuilder.of(
                    "bent valley of theory.md section 9", "(y + k*w^2/2)*x^2/2 - e*(y + w)")
            .parameter("eta", "3/10")
            .parameter("k", "1")
            .parameter("e", "1/1000")
            .start("x", "sqrt(2*e)/2")
            .start("y", "2/eta")
            .start("w", "0")
            .atEdge()
            .horizon("floor(5/(eta*sqrt(e)))")
            .toml();

    /** Below the edge for some steps, the last of which is cut short by it. */
    private static final String FROM_BELOW = Problems.DISK_VALLEY
            .replace("2/eta - 3", "2/eta - 3 - 7*eta*e*cos(9/10)")
            .replace("sqrt(2*e)/2", "1/10000")
            .replace("floor(5/(eta*sqrt(e)))", "200");

    /** Curvature 1/2 along the floor's other direction v: v_{t+1} = (1 - eta/2) v_t within the edge y = 2/eta. */
    private static final String COMING_TO_REST = ProblemBuilder.of("valley that comes to rest", "y*x^2/2 + v^2/4 - e*y")
            .parameter("eta", "3/10")
            .parameter("e", "1/1000")
            .start("x", "sqrt(2*e)/2")
            .start("y", "2/eta")
            .start("v", "1/1000")
            .atEdge()
            .horizon("500")
            .toml();

    @ParameterizedTest
    @CsvSource({"1e-2, 0.751860, 0.9991421", "1e-3, 0.808460, 0.9999205", "1e-4, 0.830629, 0.9999923"})
    void theDiskValleyHasTheFiguresOfTheIndependentImplementation(String e, double following, double descent) {
        assertFigures(Problems.diskValley(e), following, descent);
    }

    @ParameterizedTest
    @CsvSource({
        "1,         1e-2,   1.910030, 0.9950278",
        "1,         1e-4,   2.512765, 0.9999530",
        "1/sqrt(e), 1e-2,  13.133219, 0.9522492",
        "1/sqrt(e), 1e-4, 134.162418, 0.9950278",
    })
    void theBentValleyHasTheFiguresOfTheIndependentImplementation(
            String k, String e, double following, double descent) {
        assertFigures(bent(k, e), following, descent);
    }

    private static void assertFigures(Problem problem, double following, double descent) {
        RunConstants constants = Problems.constants(problem, RunOptions.defaults());
        double smallestDescent = 1 - value(constants.descent()) * value(constants.epsilon());

        assertThat(value(constants.following())).isCloseTo(following, within(1e-5 * following));
        assertThat(smallestDescent).isCloseTo(descent, within(1e-7));
    }

    @Test
    void bothHoldOnTheDiskValley() {
        assertThat(status(Problems.diskValley("1e-3"), Claims.IMPLICIT_BIAS)).isEqualTo(Status.HOLDS);
        assertThat(status(Problems.diskValley("1e-3"), Claims.DESCENT)).isEqualTo(Status.HOLDS);
    }

    /** An edge of curvature k = 1/e: the nearest point leaves the tangent by k times the square of the step. */
    @Test
    void anEdgeThatBendsSharplyBreaksBothWithAWitness() {
        Assessment assessment = Problems.assess(bent("1/e", "1e-5"), RunOptions.defaults());

        for (Claim conclusion : List.of(Claims.IMPLICIT_BIAS, Claims.DESCENT)) {
            Verdict verdict = only(assessment, conclusion);
            assertThat(verdict.status()).isEqualTo(Status.FAILS);
            assertThat(verdict.witness()).isPresent();
        }
        assertThat(only(assessment, Claims.IMPLICIT_BIAS).bound().orElseThrow().value())
                .isCloseTo(102153.0, within(1.0));
        assertThat(only(assessment, Claims.IMPLICIT_BIAS)
                        .witness()
                        .orElseThrow()
                        .step())
                .isZero();
    }

    /** A step of 1e-10 eta along an edge at 2/eta = 6.7: doubles know three digits of it, and eps^2 = 1e-11 of it not at all. */
    @Test
    void whatRoundingHidesIsUndecidedAndFiftyDigitsDecide() {
        Problem tiny = ProblemReader.read(
                        "bent", BENT_VALLEY.replace("floor(5/(eta*sqrt(e)))", "20"), Map.of("k", "1", "e", "1e-10"))
                .problem();
        Assessment rounded = Problems.assess(tiny, RunOptions.defaults());
        DecimalBackend backend = new DecimalBackend(50);
        var verifier = new Verifier<>(tiny, Problems.derivatives(tiny), backend, RunOptions.defaults());
        var assessor = new ConditionEvaluator<>(verifier.model(), tiny.thresholds());
        Assessment precise = assessor.assessment(verifier.verify(List.of(assessor)));

        assertThat(only(rounded, Claims.IMPLICIT_BIAS).status()).isEqualTo(Status.UNDECIDED);
        assertThat(only(rounded, Claims.IMPLICIT_BIAS).reason())
                .contains("rounding leaves it between", "--precision 50");
        assertThat(only(rounded, Claims.DESCENT).status()).isEqualTo(Status.UNDECIDED);
        assertThat(only(precise, Claims.IMPLICIT_BIAS).status()).isEqualTo(Status.HOLDS);
        assertThat(only(precise, Claims.DESCENT).status()).isEqualTo(Status.HOLDS);
    }

    @Test
    void inTwoVariablesNothingMovesAlongTheEdge() {
        Assessment assessment = Problems.assess(Problems.valley("1", "1e-3"), RunOptions.defaults());

        for (Claim conclusion : List.of(Claims.IMPLICIT_BIAS, Claims.DESCENT)) {
            assertThat(only(assessment, conclusion).status()).isEqualTo(Status.NOT_APPLICABLE);
            assertThat(only(assessment, conclusion).reason()).startsWith("two variables");
        }
        assertThat(assessment.ofConclusions()).isEqualTo(Status.HOLDS);
    }

    @Test
    void withoutAGradientAlongTheEdgeOnlyDescentDoesNotApply() {
        Problem symmetric = ProblemReader.read("bent", BENT_VALLEY.replace("e*(y + w)", "e*y"), Map.of())
                .problem();
        Assessment assessment = Problems.assess(symmetric, RunOptions.defaults());

        assertThat(only(assessment, Claims.IMPLICIT_BIAS).status()).isEqualTo(Status.HOLDS);
        assertThat(only(assessment, Claims.DESCENT).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(only(assessment, Claims.DESCENT).reason()).isEqualTo("Pi grad L is 0 to rounding at every step");
    }

    @ParameterizedTest
    @EnumSource(PredictedFrame.class)
    void theFrameOfThePredictionDoesNotMatter(PredictedFrame frame) {
        Problem disk = Problems.diskValley("1e-3");
        RunConstants moving = Problems.constants(disk, RunOptions.defaults());
        RunConstants other = Problems.constants(disk, new RunOptions(ProjectionMethod.EXACT, frame, Optional.empty()));

        assertThat(other.implicitBias()).isEqualTo(moving.implicitBias());
    }

    /** Overshooting into the interior, the linearised projection follows the gradient itself there: the definition still holds. */
    @Test
    void theLinearisedProjectionFollowsTheGradientInside() {
        RunConstants constants = Problems.constants(
                Problems.diskValley("1e-3"),
                new RunOptions(ProjectionMethod.LINEARISED, PredictedFrame.MOVING, Optional.empty()));

        assertThat(value(constants.following())).isLessThan(0.01);
        assertThat(constants.implicitBias().smallestShare().orElseThrow().value())
                .isGreaterThan(0.999);
    }

    /** On the step that enters the edge neither projector alone is right: {@code C_P} would be about 1/eps^2 with either. */
    @Test
    void theStepThatEntersTheEdgeIsTheLinearisedSetsOwn() {
        Problem below = ProblemReader.read("below", FROM_BELOW, Map.of()).problem();
        RunConstants constants = Problems.constants(below, RunOptions.defaults());
        boolean[] onBoundary = new boolean[201];
        Problems.verify(
                below,
                new CompiledBackend(),
                RunOptions.defaults(),
                List.of(step -> onBoundary[step.t()] = step.dagger().onBoundary()));

        int entered = IntStream.range(0, onBoundary.length)
                .filter(t -> onBoundary[t])
                .findFirst()
                .orElseThrow();
        assertThat(entered).isBetween(2, 5);
        assertThat(value(constants.following())).isLessThan(2.0);
        assertThat(value(constants.descent())).isLessThan(2.0);
    }

    /** {@code 1 - eta/4} is the exact descent in units of {@code eta |Pi grad L|^2} at every step, until v is rounding. */
    @Test
    void whereItComesToRestTheLastStepsAssertNothing() {
        Problem resting =
                ProblemReader.read("resting", COMING_TO_REST, Map.of()).problem();
        RunConstants constants = Problems.constants(resting, RunOptions.defaults());
        ImplicitBiasConstants bias = constants.implicitBias();

        assertThat(value(constants.descent()) * value(constants.epsilon())).isCloseTo(0.3 / 4, within(1e-3));
        assertThat(bias.descending()).isBetween(20, 400);
        assertThat(bias.pairs()).isEqualTo(500);
        assertThat(only(Problems.assess(resting, RunOptions.defaults()), Claims.DESCENT)
                        .reason())
                .contains("0 to rounding at " + (500 - bias.descending()) + " of 500 steps");
    }

    /** Iterates that diverge end the run early; of the constrained trajectory that refutes nothing. */
    @Test
    void iteratesThatDivergeRefuteNothing() {
        Problem diverging = ProblemReader.read("diverging", FROM_BELOW.replace("1/10000", "6"), Map.of())
                .problem();

        assertThat(endOf(diverging)).isInstanceOf(RunEnd.Diverged.class);
        assertThat(status(diverging, Claims.COUPLING)).isEqualTo(Status.FAILS);
        assertThat(status(diverging, Claims.IMPLICIT_BIAS)).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(status(diverging, Claims.DESCENT)).isEqualTo(Status.NOT_APPLICABLE);
    }

    /** The domain ends at w = 1/200, some 16 steps away. */
    @Test
    void aRunThatEndsEarlyRefutesOnlyWhatItHasSeen() {
        Problem leaving = ProblemReader.read(
                        "leaving", BENT_VALLEY.replace("e*(y + w)", "e*(y + w) + log(1/200 - w)/10^30"), Map.of())
                .problem();
        Problem strict = Problems.withThresholds(leaving, Map.of(Quantities.IMPLICIT_BIAS_CONSTANT, 1.0));

        assertThat(endOf(leaving)).isNotInstanceOf(RunEnd.ReachedHorizon.class);
        assertThat(status(leaving, Claims.IMPLICIT_BIAS)).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(status(strict, Claims.IMPLICIT_BIAS)).isEqualTo(Status.FAILS);
    }

    private static RunEnd endOf(Problem problem) {
        return Problems.verify(problem, new CompiledBackend(), RunOptions.defaults(), List.of())
                .end();
    }

    private static Problem bent(String k, String e) {
        return ProblemReader.read("bent", BENT_VALLEY, Map.of("k", k, "e", e)).problem();
    }

    private static Status status(Problem problem, Claim conclusion) {
        return only(Problems.assess(problem, RunOptions.defaults()), conclusion).status();
    }

    private static Verdict only(Assessment assessment, Claim conclusion) {
        List<Measured> measures = assessment.conclusion(conclusion).measures();
        assertThat(measures).hasSize(1);
        return measures.get(0).verdict();
    }

    private static double value(Optional<Extremum> constant) {
        return constant.orElseThrow().value();
    }
}
