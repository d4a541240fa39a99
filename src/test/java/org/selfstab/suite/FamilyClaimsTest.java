package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Study;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Claims;
import org.selfstab.vocabulary.Verdict;

/** Conclusions of a family are judged on every member, not on the run of the file's own parameters alone. */
class FamilyClaimsTest {

    /** C_1 is 13.40 with the file's epsilon = 1/100, 14.53 and 14.98 with the finer members' values. */
    private static final String TEXT = ProblemReader.textOf(Path.of("src/test/resources/cases/family-claim.toml"));

    private static final String WITHOUT_CLAIMS = TEXT.substring(0, TEXT.indexOf("[expect]"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14   | 'conclusion.coupling' = 'holds'                    | FAILS",
                "14   | 'conclusion.coupling' = 'fails'                    | HOLDS",
                "15   | 'conclusion.coupling' = 'holds'                    | HOLDS",
                "14   | 'coupling.constant' = { at_most = 14 }             | HOLDS",
                "14   | 'family.coupling.constant' = { at_most = 14 }      | FAILS",
                "14   | 'family.coupling.constant' = { at_most = 14.99 }   | HOLDS",
                "14   | 'family.coupling.constant' = { at_least = 14.98 }  | HOLDS",
                "14   | 'family.loss.constant' = { at_most = 28 }          | FAILS",
                "14   | 'family.loss.constant' = { at_most = 29 }          | HOLDS",
                "14   | 'family.sharpness.constant' = { at_most = 44 }     | FAILS",
                "14   | 'family.sharpness.constant' = { at_most = 45 }     | HOLDS",
                "14   | 'family.average.constant' = { at_most = 0.11 }     | FAILS",
                "14   | 'family.average.constant' = { at_most = 0.12 }     | HOLDS",
            },
            quoteCharacter = '`')
    void everyMemberCounts(String threshold, String expectation, Verdict.Status outcome) {
        assertThat(judgement(WITHOUT_CLAIMS, threshold, expectation).status()).isEqualTo(outcome);
    }

    @Test
    void theMemberIsNamed() {
        assertThat(judgement(WITHOUT_CLAIMS, "14", "'conclusion.coupling' = 'holds'")
                        .reason())
                .startsWith("at epsilon = 1/10000: C_1 = 14.98");
    }

    /** With epsilon = 0 there is no progressive sharpening. */
    @Test
    void aMemberThatTheTheoremSaysNothingOfLeavesTheConclusionNotApplicable() {
        String text = WITHOUT_CLAIMS
                .replace("[\"1/100\", \"1/1000\", \"1/10000\"]", "[\"1/100\", \"0\"]")
                .replace("floor(5/(eta*sqrt(epsilon)))", "166")
                .replace("sqrt(2*epsilon)/2", "1/20");
        assertThat(judgement(text, "100", "'conclusion.coupling' = 'holds'").status())
                .isEqualTo(Verdict.Status.FAILS);
        assertThat(judgement(text, "100", "'conclusion.coupling' = 'not applicable'")
                        .status())
                .isEqualTo(Verdict.Status.HOLDS);
        assertThat(judgement(text, "100", "'family.coupling.constant' = { at_most = 1e9 }")
                        .computed())
                .isEqualTo("undefined");
    }

    /** A constant within rounding of its threshold decides nothing. */
    @Test
    void aMemberAtItsThresholdLeavesTheConclusionUndecided() {
        double largest = family("100")
                .conclusion(Claims.COUPLING)
                .weakest()
                .verdict()
                .bound()
                .orElseThrow()
                .value();
        Judgement judgement = judgement(WITHOUT_CLAIMS, Double.toString(largest), "'conclusion.coupling' = 'holds'");
        assertThat(judgement.status()).isEqualTo(Verdict.Status.UNDECIDED);
    }

    @Test
    void theFamilyFailsWithAnyOfItsMembers() {
        assertThat(family("14").status()).isEqualTo(Verdict.Status.FAILS);
        assertThat(family("15").status()).isEqualTo(Verdict.Status.HOLDS);
        assertThat(family("14").members().stream().map(m -> m.assessment().ofConclusions()))
                .containsExactly(Verdict.Status.HOLDS, Verdict.Status.FAILS, Verdict.Status.FAILS);
    }

    private static FamilyResult family(String threshold) {
        Problem problem = problem(WITHOUT_CLAIMS, threshold);
        return new FamilyRun<>(problem, problem.family().orElseThrow(), CompiledBackend::new, RunOptions.defaults())
                .run(2, RunListener.none());
    }

    /** Rounding drives the runs far along u, so that their constants are those of the rounding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'coupling.constant' = { at_most = 50 }",
                "'loss.constant' = { at_least = 50 }",
                "'family.coupling.constant' = { at_most = 50 }",
                "'family.sharpness.constant' = { at_least = 50 }"
            })
    void aConstantThatRoundingMayHaveMadeIsUndecided(String expectation) {
        String smooth = ProblemReader.textOf(Path.of("src/test/resources/cases/smooth-approach.toml"))
                + "\n[family]\nparameter = \"mu\"\nvalues = [\"1/100\", \"1/101\"]\n";
        Judgement judgement = judgement(smooth, "100", expectation);
        assertThat(judgement.status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(judgement.reason()).contains("rounding may have driven the iterates");
    }

    private static Judgement judgement(String text, String threshold, String expectation) {
        return ProblemClaims.of(
                        Study.of(problem(text + "[expect]\n" + expectation.replace('\'', '"') + "\n", threshold)))
                .get(0)
                .judge();
    }

    private static Problem problem(String text, String threshold) {
        return ProblemReader.read(
                        "case",
                        text.replace("\"coupling.constant\" = \"14\"", "\"coupling.constant\" = \"" + threshold + "\""),
                        Map.of())
                .problem();
    }
}
