package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.Study;
import org.selfstab.claims.observation.RunReadings;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.RunOptions;
import org.selfstab.theory.AcceptedRange;
import org.selfstab.theory.Check;
import org.selfstab.theory.Examiner;
import org.selfstab.theory.NumericCheck;
import org.selfstab.vocabulary.Verdict;

/** Rounding makes a bound undecided where it may have moved the value past that very bound, and nowhere else. */
class BoundsOfRoundingTest {

    /** C_1 is 0 exactly, alpha 1/100, delta 0.1414, kappa_3 0. */
    private static final String TEXT = Problems.straightValley("1/100")
            .horizon("160")
            .family("e", "1/100", "1/200", "1/400")
            .toml();

    private static Verdict.Status outcome(String text, String expectation) {
        Problem problem = ProblemReader.read(
                        "case", text + "\n[expect]\n" + expectation.replace('\'', '"') + "\n", Map.of())
                .problem();
        return ProblemClaims.of(Study.of(problem)).get(0).judge().status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'coupling.constant' = { at_least = 1e-11 }         | UNDECIDED",
                "'coupling.constant' = { at_most = 1e-14 }          | UNDECIDED",
                "'coupling.constant' = { at_most = 1 }              | HOLDS",
                "'coupling.constant' = { at_least = 1 }             | FAILS",
                "'coupling.constant' = { at_least = 1e-14, at_most = 1 } | UNDECIDED",
                "'family.loss.constant' = { at_most = 1 }           | HOLDS",
                "'family.loss.constant' = { at_most = '1/100' }     | FAILS",
                "'sharpness' = { at_most = '2/eta' }                | UNDECIDED",
                "'sharpness' = { at_most = '2/eta + 1e-9' }         | HOLDS",
                "'sharpness' = { at_least = '2/eta + 1e-9' }        | FAILS",
                "'eta_lambda_1' = { at_most = 2 }                   | UNDECIDED",
                "'eta_lambda_1' = '2'                               | HOLDS",
                "'alpha' = { at_least = 'e' }                       | UNDECIDED",
                "'alpha' = { at_least = '99/100*e' }                | HOLDS",
                "'delta' = { at_most = 'sqrt(2*e)' }                | UNDECIDED",
                "'epsilon' = { at_most = 'eta*sqrt(e)' }            | UNDECIDED",
                "'gamma' = { at_most = 1 }                          | UNDECIDED",
                "'beta' = { at_most = 1 }                           | UNDECIDED",
                "'kappa_3' = '0'                                    | HOLDS",
                "'kappa_3' = { at_most = 0 }                        | UNDECIDED",
                "'energy' = { at_most = '(log(4) - 3/4)/2' }        | UNDECIDED",
                "'steps' = { at_most = 160 }                        | HOLDS",
            },
            quoteCharacter = '`')
    void theAssertedBoundDecides(String expectation, Verdict.Status outcome) {
        assertThat(outcome(TEXT, expectation)).isEqualTo(outcome);
    }

    /** C_1 of the example is 13.4031626...: a threshold next to it decides the conclusion, not what is asserted of the constant. */
    @ParameterizedTest
    @CsvSource({"at_most = 20, HOLDS", "at_most = 13, FAILS"})
    void theConclusionsOwnThresholdDoesNotCount(String bound, Verdict.Status outcome) {
        String example = ProblemReader.textOf(Path.of("src/test/resources/cases/noise-threshold.toml"));
        assertThat(outcome(example, "'conclusion.coupling' = 'holds'")).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(outcome(example, "'coupling.constant' = { " + bound + " }")).isEqualTo(outcome);
        assertThat(outcome(example, "'family.coupling.constant' = { " + bound + " }"))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"1e-14, UNDECIDED", "1, HOLDS", "-1, FAILS"})
    void checksOfStatementsToo(double atMost, String status) {
        Problem problem = ProblemReader.read("case", TEXT, Map.of()).problem();
        Check check = new NumericCheck(
                "C_1", problem, RunOptions.defaults(), RunReadings.COUPLING, AcceptedRange.atMost(atMost));
        assertThat(check.accept(new Examiner()).verdict().status()).hasToString(status);
    }
}
