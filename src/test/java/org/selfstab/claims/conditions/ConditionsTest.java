package org.selfstab.claims.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.Problems;
import org.selfstab.claims.AdaptiveTest;
import org.selfstab.claims.Assessment;
import org.selfstab.claims.ConclusionResult;
import org.selfstab.claims.ConditionResult;
import org.selfstab.problem.Problem;
import org.selfstab.run.PredictedFrame;
import org.selfstab.run.ProjectionMethod;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Claim;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Quantities;
import org.selfstab.vocabulary.Quantity;
import org.selfstab.vocabulary.Verdict;
import org.selfstab.vocabulary.Verdict.Evidence;
import org.selfstab.vocabulary.Verdict.Status;
import org.selfstab.vocabulary.Witness;

/** Each condition on a problem where it holds, one where it fails, and one where it is undecided. */
class ConditionsTest {

    static Stream<Problem> goodProblems() {
        return Stream.of(Problems.valley("0", "1e-3"), Problems.valley("1", "1e-3"), Problems.diskValley("1e-3"));
    }

    @ParameterizedTest
    @MethodSource("goodProblems")
    void everyConditionAndConclusionHoldsInTheValleys(Problem problem) {
        Assessment assessment = assess(problem);

        assertThat(assessment.conditions()).hasSameSizeAs(Claims.conditions());
        assertThat(assessment.conditions()).allSatisfy(c -> assertThat(c.status())
                .as("%s %s", c.name(), c.measures())
                .isEqualTo(Status.HOLDS));
        assertThat(assessment.conclusions()).allSatisfy(c -> assertThat(c.status())
                .as("%s %s", c.conclusion(), c.measures())
                .isEqualTo(asserts(c.conclusion(), problem) ? Status.HOLDS : Status.NOT_APPLICABLE));
    }

    /** The disk valley's horizon of section 9 is tau = 4.0, a period at least 4.44; in the valley's two variables nothing moves along the edge. */
    private static boolean asserts(Claim conclusion, Problem problem) {
        return !conclusion.mayAssertNothing()
                || problem.name().equals(conclusion.equals(Claims.AVERAGE) ? "valley" : "valley2d");
    }

    /** The last column is the status of (24), (25), (26), (27), (27a) and (27b) by its initial. */
    @ParameterizedTest
    @CsvSource({
        "two-eigenvalue-valley.toml, EIGENGAP NON_WORST_CASE, HHFHHH",
        "descending-valley.toml,     PROGRESSIVE_SHARPENING,  NNNNNN",
        "quartic-valley.toml,        SMOOTHNESS,              FFFHNN",
        "cubic-floor.toml,           NON_WORST_CASE,          FFFNNN",
        "curved-floor.toml,          NON_WORST_CASE MEMORY,   HHHNNN",
        "grazing-start.toml,         AXIS_DISTANCE,           FFFHNN",
        "far-start.toml,             AXIS_DISTANCE SMALL_START, FFFNNN",
        "unstable-floor.toml,        AXIS_DISTANCE MEMORY,    FFFNNN",
        "flat-valley.toml,           REACHED,            NNNNNN",
        "level-floor.toml,           '',                      NNNNNN",
    })
    void failsAloneAndTheConclusionsWithIt(String file, String failing, String conclusions) {
        Assessment assessment = assess(Problems.read(file));

        assertThat(assessment.violatedConditions().stream()
                        .map(c -> c.name().word().toUpperCase(Locale.ROOT))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(failing);
        assertThat(assessment.conclusions().stream()
                        .map(c -> c.status().name().substring(0, 1))
                        .collect(Collectors.joining()))
                .isEqualTo(conclusions);
    }

    @Test
    void theLinearisedProjectionIsNoNearestPointAndOffTheEdgeFromTheStart() {
        RunOptions linearised = new RunOptions(ProjectionMethod.LINEARISED, PredictedFrame.AMBIENT, Optional.empty());
        Assessment assessment = Problems.assess(Problems.valley("1", "1e-4"), linearised);

        assertThat(assessment.violatedConditions())
                .extracting(ConditionResult::name)
                .containsExactly(Claims.EDGE_REACHED, Claims.NEAREST_POINT);
        Witness witness =
                only(assessment.condition(Claims.NEAREST_POINT)).witness().orElseThrow();
        assertThat(witness.step()).isZero();
        assertThat(witness.point()).hasSize(2);
        assertThat(Math.abs(witness.direction().get(1)))
                .isGreaterThan(Math.abs(witness.direction().get(0)));
        assertThat(assessment.conclusion(Claims.COUPLING).status()).isEqualTo(Status.FAILS);
    }

    @Test
    void aZeroAlphaIsUndecidedAndANegativeOneFailsWithItsDirection() {
        Verdict zero = assess(Problems.read("level-floor.toml"))
                .condition(Claims.PROGRESSIVE_SHARPENING)
                .measures()
                .get(0)
                .verdict();
        Verdict negative = assess(Problems.read("descending-valley.toml"))
                .condition(Claims.PROGRESSIVE_SHARPENING)
                .measures()
                .get(0)
                .verdict();

        assertThat(zero.status()).isEqualTo(Status.UNDECIDED);
        assertThat(negative.status()).isEqualTo(Status.FAILS);
        assertThat(negative.witness().orElseThrow().step()).isZero();
        assertThat(negative.witness().orElseThrow().direction()).hasSize(2);
        assertThat(negative.bound().orElseThrow().value()).isNegative();
    }

    /** A value within rounding of its threshold decides nothing; beyond rounding it fails, and says where. */
    @ParameterizedTest
    @MethodSource
    void isUndecidedAtTheThresholdAndFailsBeyondIt(Quantity threshold) {
        Problem problem = threshold.equals(Quantities.MOMENT_CONSTANT)
                ? AdaptiveTest.valley("scalar", "100", 82)
                : isBounded(threshold) ? Problems.diskValley("1e-3") : Problems.read("mild-valley.toml");
        double value =
                measured(assess(problem), threshold).bound().orElseThrow().value();
        boolean atLeast = threshold.limit().orElseThrow().sense() == Bound.Sense.AT_LEAST;
        double beyond = atLeast ? value * (1 + 1e-6) : value * (1 - 1e-6);

        assertThat(measured(assess(with(problem, threshold, value)), threshold).status())
                .isEqualTo(Status.UNDECIDED);
        Verdict failed =
                measured(assess(with(problem, threshold, isBounded(threshold) ? value / 100 : beyond)), threshold);
        assertThat(failed.status()).isEqualTo(Status.FAILS);
        assertThat(failed.evidence()).isEqualTo(Evidence.NUMERIC);
        assertThat(failed.witness()).isPresent();
    }

    static Stream<Quantity> isUndecidedAtTheThresholdAndFailsBeyondIt() {
        List<Quantity> zero = List.of(Quantities.BELOW_EDGE, Quantities.STATIONARITY, Quantities.MEMORY_SIGN);
        return Quantities.limited(false).stream().filter(threshold -> !zero.contains(threshold));
    }

    private static boolean isBounded(Quantity threshold) {
        return List.of(
                        Quantities.SMOOTHNESS,
                        Quantities.THIRD_ORDER_OFF_U,
                        Quantities.IMPLICIT_BIAS_CONSTANT,
                        Quantities.DESCENT_CONSTANT)
                .contains(threshold);
    }

    @Test
    void smoothnessIsUndecidedBetweenItsBounds() {
        Problem problem = Problems.read("triple-product-floor.toml");
        double upper = smoothness(problem).bound().orElseThrow().value();
        double lower = smoothness(with(problem, Quantities.SMOOTHNESS, upper / 1000))
                .bound()
                .orElseThrow()
                .value();
        assertThat(lower).isLessThan(0.99 * upper);

        Verdict between = smoothness(with(problem, Quantities.SMOOTHNESS, (lower + upper) / 2));
        assertThat(between.status()).isEqualTo(Status.UNDECIDED);
        assertThat(between.reason()).contains("enclose the threshold", "no bound between the points");
    }

    /** Bounds by an independent computation with all 32^4 entries: at each of the steps the ratio lies between 0.12 and 0.35. */
    @Test
    void theNormsOfAChainOfProductsNeedNoMatrixOfPairs() {
        Problem chain = Problems.read("chain-32.toml");
        Verdict holds = smoothness(chain);

        assertThat(holds.status()).isEqualTo(Status.HOLDS);
        assertThat(holds.bound().orElseThrow().value()).isBetween(0.12, 0.35);
        assertThat(smoothness(with(chain, Quantities.SMOOTHNESS, 0.2)).status()).isEqualTo(Status.UNDECIDED);
        assertThat(smoothness(with(chain, Quantities.SMOOTHNESS, 0.05)).status())
                .isEqualTo(Status.FAILS);
    }

    /** In 82 variables that all are coupled the fourth derivative has eleven million entries, of which none is computed. */
    @Test
    void inManyVariablesTheNormsLieBetweenAPowerIterationAndAnEstimate() {
        Problem problem = Problems.read("dense-floor.toml");
        Verdict holds = smoothness(problem);
        double upper = holds.bound().orElseThrow().value();
        Verdict fails = smoothness(with(problem, Quantities.SMOOTHNESS, 1e-6 * upper));
        double lower = fails.bound().orElseThrow().value();

        assertThat(holds.status()).isEqualTo(Status.HOLDS);
        assertThat(holds.reason()).contains("lower bounds by power iteration", "estimated from random directions");
        assertThat(fails.status()).isEqualTo(Status.FAILS);
        assertThat(smoothness(with(problem, Quantities.SMOOTHNESS, Math.sqrt(lower * upper)))
                        .status())
                .isEqualTo(Status.UNDECIDED);
    }

    @Test
    void aMemoryOverSampledPairsSaysSo() {
        assertThat(only(assess(Problems.valley("0", "1e-3")), Claims.MEMORY, 0).reason())
                .startsWith("over sampled pairs");
    }

    @Test
    void aRunShorterThanAPeriodHasNoAverage() {
        RunOptions few = new RunOptions(ProjectionMethod.EXACT, PredictedFrame.MOVING, Optional.of(100));
        ConclusionResult average =
                Problems.assess(Problems.valley("0", "1e-3"), few).conclusion(Claims.AVERAGE);

        assertThat(average.status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(average.measures().get(0).verdict().reason()).contains("no whole period");
    }

    /** By (20) the mean of X^2 over a period is 1, whatever the amplitude; what remains is O(eps). */
    @ParameterizedTest
    @CsvSource({"1e-2", "1e-3", "1e-4"})
    void theAverageOverAPeriodIsDeltaSquaredUpToEpsilon(String e) {
        ConclusionResult average = assess(Problems.valley("0", e)).conclusion(Claims.AVERAGE);

        assertThat(average.measures()).allSatisfy(m -> {
            assertThat(m.verdict().bound().orElseThrow().value()).isLessThan(1.5);
            assertThat(m.verdict().reason()).startsWith("over 1 whole period");
        });
    }

    private static Verdict measured(Assessment assessment, Quantity threshold) {
        return Stream.concat(
                        assessment.conclusions().stream()
                                .filter(result -> result.conclusion().measure().equals(threshold))
                                .map(ConclusionResult::measures)
                                .map(measures -> measures.get(0)),
                        assessment.conditions().stream()
                                .flatMap(result -> result.measures().stream())
                                .filter(measured -> measured.quantity().equals(threshold.symbol())))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static Verdict smoothness(Problem problem) {
        return only(assess(problem), Claims.SMOOTHNESS, 0);
    }

    private static Verdict only(Assessment assessment, Claim name, int measure) {
        return assessment.condition(name).measures().get(measure).verdict();
    }

    private static Verdict only(ConditionResult result) {
        assertThat(result.measures()).hasSize(1);
        return result.measures().get(0).verdict();
    }

    private static Problem with(Problem problem, Quantity threshold, double value) {
        return Problems.withThresholds(problem, Map.of(threshold, value));
    }

    private static Assessment assess(Problem problem) {
        return Problems.assess(problem, RunOptions.defaults());
    }
}
