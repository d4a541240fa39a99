package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.ProblemBuilder;
import org.selfstab.Selfstab;
import org.selfstab.vocabulary.Verdict;

/** Each kind of expectation passes where it is true, fails where it is false or undefined, and is undecided where nothing can be told. */
class ExpectationsTest {

    /** alpha = epsilon, beta = 1, kappa_3 = 0 at dagger_0 = (0, 2/eta); X = 1/2, Y = 0. */
    private static final String BARE_VALLEY = ProblemBuilder.of("Bare valley", "y*x^2/2 - epsilon*y")
            .parameter("eta", "3/10")
            .parameter("epsilon", "1/100")
            .start("x", "sqrt(2*epsilon)/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("400")
            .toml();

    /** The oscillation is never started: y climbs on and on. */
    private static final String WITHOUT_KICK =
            BARE_VALLEY.replace("\"sqrt(2*epsilon)/2\"", "\"0\"").replace("\"400\"", "\"3000\"");

    private static final String SHARP_VALLEY = ProblemBuilder.of("Sharp valley", "(y + x)*x^2/2 - epsilon*(x + y)")
            .parameter("eta", "3/10")
            .parameter("epsilon", "1/100")
            .start("x", "sqrt(2*epsilon)/2")
            .start("y", "2/eta")
            .atEdge()
            .horizon("floor(5/(eta*sqrt(epsilon)))")
            .family("epsilon", "1/100", "1/1000", "1/10000")
            .toml();

    /** Members too close to each other to tell whether their constants grow for ever. */
    private static final String CLOSE_MEMBERS =
            SHARP_VALLEY.replace("[\"1/100\", \"1/1000\", \"1/10000\"]", "[\"1/100\", \"1/200\", \"1/500\"]");

    private static final String EDGE_NEVER_REACHED = ProblemBuilder.of("Bowl", "x^2/2 + y^2/4")
            .parameter("eta", "1/10")
            .start("x", "1")
            .start("y", "1")
            .maxSteps(50)
            .toml();

    /** The loss has no minimum and no edge below its start. */
    private static final String DIVERGING = ProblemBuilder.of("Too steep", "x^4/4 + y^2/2")
            .parameter("eta", "1")
            .start("x", "3")
            .start("y", "1")
            .maxSteps(50)
            .toml();

    private static final String NOT_SIMPLE = ProblemBuilder.of("Round bowl at the edge", "x^2 + y^2")
            .parameter("eta", "1")
            .start("x", "1/10")
            .start("y", "0")
            .atEdge()
            .horizon("20")
            .toml();

    /** The points of its two-cycle are the roots of z^2 - s z + 1/eta with s^2 = 1 + 3/eta. */
    private static final String TWO_CYCLE = ProblemBuilder.of("Double well with a two-cycle", "(x^2 - 1)^2/4")
            .parameter("eta", "11/10")
            .start("x", "11/10")
            .horizon("2000")
            .toml();

    /** At t = 0 at the edge, at t = 1 behind a crest and off it; see problems/rippled-valley.toml. */
    private static final String LEAVES_THE_EDGE = ProblemBuilder.of(
                    "Rippled valley", "(2/eta + r*(cos(k*y) - cos(a)))*x^2/2 - e*y")
            .parameter("eta", "3/10")
            .parameter("e", "1/100")
            .parameter("r", "1/100")
            .parameter("a", "1/5")
            .parameter("k", "(pi + 2*a)/(eta*e)")
            .start("x", "1e-6")
            .start("y", "-eta*e - a/(2*k)")
            .horizon("1")
            .toml();

    private static final Map<String, String> PROBLEMS = new LinkedHashMap<>(Map.of(
            "bare", BARE_VALLEY,
            "rippled", LEAVES_THE_EDGE,
            "no kick", WITHOUT_KICK,
            "sharp", SHARP_VALLEY,
            "close", CLOSE_MEMBERS,
            "bowl", EDGE_NEVER_REACHED,
            "steep", DIVERGING,
            "round", NOT_SIMPLE,
            "double well", TWO_CYCLE));

    private static StatedClaim claim(String problem, String expectation) {
        String text = PROBLEMS.get(problem) + "[expect]\n" + expectation + "\n";
        List<StatedClaim> claims = ProblemClaims.of(Selfstab.parse(problem, text));
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bare | \"alpha\" = \"epsilon\"",
                "bare | \"alpha\" = { equals = \"epsilon*(1 + 1e-3)\", tolerance = 2e-3 }",
                "bare | \"alpha\" = { at_least = \"epsilon/2\", at_most = \"2*epsilon\" }",
                "bare | \"beta\" = 1",
                "bare | \"kappa_3\" = \"0\"",
                "bare | \"fourth_derivative\" = \"0\"",
                "bare | \"delta\" = \"sqrt(2*epsilon)\"",
                "bare | \"epsilon\" = \"eta*sqrt(epsilon)\"",
                "bare | \"gamma\" = \"1\"",
                "bare | \"sharpness\" = \"2/eta\"",
                "bare | \"eta_lambda_1\" = \"2\"",
                "bare | \"eta_lambda_2\" = \"0\"",
                "bare | \"energy\" = \"(1/4 - 1 + log(4))/2\"",
                "bare | \"steps\" = \"400\"",
                "bare | \"edge.step\" = \"0\"",
                "bare | \"edge.entered\" = \"holds\"",
                "bare | \"edge.reached\" = \"holds\"",
                "bare | \"run.diverges\" = \"fails\"",
                "bare | \"stages.passed\" = { at_least = 5 }",
                "bare | \"period\" = { equals = 159, tolerance = 0.01 }",
                "bare | \"condition.eigengap\" = \"holds\"",
                "bare | \"condition.smoothness\" = \"holds\"",
                "bare | \"conclusion.coupling\" = \"holds\"",
                "bare | \"loss.constant\" = { at_most = 1 }",
                "bare | \"average.constant\" = { at_most = 0.02 }",
                "sharp | \"stages\" = [\"blow-up\", \"self-stabilization\", \"return to stability\", \"progressive"
                        + " sharpening\", \"blow-up\"]",
                "sharp | \"coupling.order\" = { at_least = 0.95 }",
                "no kick | \"run.diverges\" = \"holds\"",
                "rippled | \"edge.entered\" = \"holds\"",
                "rippled | \"edge.reached\" = \"fails\"",
                "bowl | \"edge.entered\" = \"fails\"",
                "bowl | \"edge.reached\" = \"fails\"",
                "bowl | \"run.diverges\" = \"fails\"",
                "bowl | \"conclusion.coupling\" = \"not applicable\"",
                "steep | \"edge.entered\" = \"undecided\"",
                "steep | \"edge.reached\" = \"undecided\"",
                "steep | \"run.diverges\" = \"holds\"",
                "round | \"edge.reached\" = \"fails\"",
                "round | \"run.diverges\" = \"fails\"",
                "round | \"condition.eigengap\" = \"not applicable\"",
                "double well | \"two_cycle\" = \"sqrt(1 - 1/eta)/2\"",
                "double well | \"run.diverges\" = \"fails\"",
            })
    void passes(String problem, String expectation) {
        StatedClaim claim = claim(problem, expectation);
        assertThat(claim.judge().status()).as(claim.judge().toString()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(claim.judge().computed()).isNotBlank();
        assertThat(claim.mutate().mutants()).isPositive();
        assertThat(claim.mutate().survivors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bare | \"alpha\" = \"epsilon*(1 + 1e-6)\" | 0.01",
                "bare | \"alpha\" = { at_least = \"2*epsilon\" } | 0.01",
                "bare | \"beta\" = -1 | 1",
                "bare | \"kappa_3\" = 1e-6 | 0",
                "bare | \"energy\" = 0 | 0.318",
                "bare | \"eta_lambda_2\" = { at_least = 1 } | 0",
                "bare | \"edge.reached\" = \"fails\" | holds",
                "bare | \"run.diverges\" = \"holds\" | fails",
                "bare | \"condition.eigengap\" = \"undecided\" | holds",
                "bare | \"conclusion.coupling\" = \"not applicable\" | holds",
                "bare | \"stages\" = [\"blow-up\"] | self-stabilization",
                "bare | \"period\" = { at_most = 100 } | 158",
                "bare | \"steps\" = 399 | 400",
                "sharp | \"coupling.order\" = { at_least = 1.5 } | 0.97",
                "sharp | \"coupling.constant\" = { at_most = 1 } | 13.4",
                "double well | \"two_cycle\" = { at_most = 0.1 } | 0.15",
            })
    void failsWithTheNumber(String problem, String expectation, String computed) {
        Judgement judgement = claim(problem, expectation).judge();
        assertThat(judgement.status()).as(judgement.toString()).isEqualTo(Verdict.Status.FAILS);
        assertThat(judgement.computed()).contains(computed);
    }

    /** Nothing true can be said of what is undefined, not even a bound that every number satisfies. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bowl | \"alpha\" = { at_most = 1e300 } | the edge of stability was not reached",
                "bowl | \"edge.step\" = { at_most = 1e300 } | the edge of stability was not reached",
                "bowl | \"steps\" = { at_most = 1e300 } | the edge of stability was not reached",
                "bowl | \"coupling.constant\" = { at_most = 1e300 } | the edge of stability was not reached",
                "bowl | \"stages\" = [\"blow-up\"] | the edge of stability was not reached",
                "bowl | \"two_cycle\" = { at_most = 1e300 } | does not alternate",
                "steep | \"alpha\" = { at_most = 1e300 } | the projection of step 3 failed",
                "steep | \"two_cycle\" = { at_most = 1e300 } | does not alternate",
                "round | \"alpha\" = { at_most = 1e300 } | the top eigenvalue is not simple",
                "round | \"sharpness\" = { at_most = 1e300 } | the top eigenvalue is not simple",
                "no kick | \"energy\" = { at_most = 1e300 } | infinite",
                "no kick | \"period\" = { at_most = 1e300 } | x is 0",
                "sharp | \"period\" = { at_most = 100 } | ",
                "bare | \"coupling.constant\" = { at_least = 1 } | ",
            })
    void whatIsUndefinedFailsWithTheReason(String problem, String expectation, String reason) {
        Judgement judgement = claim(problem, expectation).judge();
        assertThat(judgement.status()).as(judgement.toString()).isEqualTo(Verdict.Status.FAILS);
        if (reason != null) {
            assertThat(judgement.computed()).isEqualTo("undefined");
            assertThat(judgement.reason()).contains(reason);
        }
    }

    /** An order that the members do not determine, and a condition that the run does not decide. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "close | \"coupling.order\" = { at_least = 1 }",
                "sharp | \"coupling.order\" = { at_most = 0.98 }",
            })
    void whatCannotBeToldIsUndecided(String problem, String expectation) {
        Judgement judgement = claim(problem, expectation).judge();
        assertThat(judgement.status()).as(judgement.toString()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(judgement.reason()).isNotBlank();
    }

    @Test
    void aConditionAtRoundingIsUndecidedUnlessThatIsAsserted() {
        String flat = BARE_VALLEY.replace("- epsilon*y", "");
        String expect = "[expect]\n\"condition.progressive_sharpening\" = \"WORD\"\n";
        assertThat(outcome(flat, expect.replace("WORD", "holds"))).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(outcome(flat, expect.replace("WORD", "fails"))).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(outcome(flat, expect.replace("WORD", "undecided"))).isEqualTo(Verdict.Status.HOLDS);
    }

    private static Verdict.Status outcome(String problem, String expect) {
        return ProblemClaims.of(Selfstab.parse("flat", problem + expect))
                .get(0)
                .judge()
                .status();
    }

    /** Parameters set anew move the expected value with them. */
    @Test
    void expectedValuesFollowTheParameters() {
        String text = BARE_VALLEY + "[expect]\n\"alpha\" = \"epsilon\"\n";
        StatedClaim claim = ProblemClaims.of(Selfstab.parse("bare", text, Map.of("epsilon", "1/400")))
                .get(0);
        assertThat(claim.judge().status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(claim.judge().expected()).startsWith("0.0025 within");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bare | \"loss.constant\" = { at_most = 50 } | this bound is loose: it still passes as at most 5",
                "bare | \"alpha\" = { at_least = 1e-4 } | this bound is loose: it still passes as at least 0.001",
                "bare | \"kappa_3\" = { at_least = -1 } | this bound is loose: it still passes as at least -0.1",
            })
    void aLooseBoundIsReported(String problem, String expectation, String survivor) {
        StatedClaim claim = claim(problem, expectation);
        assertThat(claim.judge().status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(claim.mutate().survivors()).containsExactly(survivor);
    }
}
