package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Study;
import org.selfstab.claims.Reading;
import org.selfstab.claims.constants.FarFromStableSet;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.vocabulary.Verdict;

/** Whether iterates diverge does not depend on which point of an orbit a horizon meets. */
class DivergenceTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    /** The orbit of period four passes a point of eta S = 4.098 at every fourth step. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 10, 11, 501, 502, 503, 504, 2000, 2001, 2002, 2003, 2004, 2005})
    void aBoundedOrbitDoesNotDivergeAtAnyHorizon(int horizon) {
        String text = text("bounded-diverges.toml").replace("2002", Integer.toString(horizon));
        assertThat(diverges(text)).isEqualTo(Verdict.Status.FAILS);
    }

    /** Orbits of period two, four and eight and chaotic ones of the double well, which stay within |x| < 1.3. */
    @ParameterizedTest
    @CsvSource({
        "11/10, 300",
        "11/10, 301",
        "5/4, 300",
        "5/4, 301",
        "13/10, 302",
        "1319/1000, 300",
        "1319/1000, 305",
        "33/25, 300",
        "33/25, 301",
        "67/50, 300",
        "67/50, 301",
        "67/50, 302",
        "27/20, 303",
        "7/5, 300",
        "7/5, 301"
    })
    void noOrbitOfTheDoubleWellDiverges(String eta, String horizon) {
        String text = text("bounded-diverges.toml").replace("13/10", eta).replace("2002", horizon);
        assertThat(diverges(text)).isEqualTo(Verdict.Status.FAILS);
    }

    /** Its nearest point at the edge has a double top eigenvalue: it lies on S = 2/eta, and no run can start there. */
    @Test
    void iteratesThatClimbFarBeyondADoubleEdgeDiverge() {
        Problem problem = problem(text("far-not-diverging.toml"));
        assertThat(ProblemClaims.of(Study.of(problem)))
                .hasSize(2)
                .allSatisfy(claim -> assertThat(claim.judge().status()).isEqualTo(Verdict.Status.HOLDS));
    }

    /** Where alpha is 0 there is nothing to predict: that v* overflows does not end the run. */
    @Test
    void iteratesGoOnWhereThePredictionEnds() {
        Problem problem = problem(text("catapult-truncated.toml")
                + "\"steps\" = { at_least = 3000 }\n\"coupling.constant\" = { at_most = 1e300 }\n");
        assertThat(ProblemClaims.of(Study.of(problem)).get(0).judge().status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(ProblemClaims.of(Study.of(problem)).get(1).judge().status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(ProblemClaims.of(Study.of(problem)).get(2).judge().computed())
                .isEqualTo("undefined");
    }

    @Test
    void aRunThatHasJustGoneFarIsUndecided() {
        assertThat(FarFromStableSet.verdict(1000, 64)).isEqualTo(Verdict.Status.HOLDS);
        assertThat(FarFromStableSet.verdict(1000, 63)).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(FarFromStableSet.verdict(1000, 31)).isEqualTo(Verdict.Status.FAILS);
        assertThat(FarFromStableSet.verdict(3, 3)).isEqualTo(Verdict.Status.FAILS);
        assertThat(FarFromStableSet.verdict(20, 10)).isEqualTo(Verdict.Status.HOLDS);
        // eta y = 9/5 + 9/100 t is above 4 from step 25 on.
        assertThat(diverges(text("far-not-diverging.toml").replace("1000", "40")))
                .isEqualTo(Verdict.Status.UNDECIDED);
    }

    private static Verdict.Status diverges(String text) {
        Reading computed =
                Study.of(problem(text)).read(problem(text).expectations().get(0).named());
        return ((Reading.OfVerdict) computed).status();
    }

    private static String text(String file) {
        return ProblemReader.textOf(CASES.resolve(file));
    }

    private static Problem problem(String text) {
        return ProblemReader.read("case", text, Map.of()).problem();
    }
}
