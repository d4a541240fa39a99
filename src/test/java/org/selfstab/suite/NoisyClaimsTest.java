package org.selfstab.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Study;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.OrderStatement;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Verdict;

/** Numbers that the iterates have from rounding alone agree with no claim and contradict none. */
class NoisyClaimsTest {

    /** C_1 is 428 in doubles and 553 with 50 digits, C_L 4616 and 6620. */
    private static final String TEXT = ProblemReader.textOf(Path.of("src/test/resources/cases/noise-claims.toml"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'coupling.constant' = { at_most = 1000 }        | UNDECIDED",
                "'coupling.constant' = { at_most = 100 }         | UNDECIDED",
                "'coupling.constant' = { at_most = 1e6 }         | HOLDS",
                "'coupling.constant' = { at_least = 1e6 }        | FAILS",
                "'loss.constant' = { at_most = 5000 }            | UNDECIDED",
                "'sharpness.constant' = { at_least = 1 }         | UNDECIDED",
                "'average.constant' = { at_most = 1 }            | UNDECIDED",
                "'conclusion.average' = 'holds'                  | UNDECIDED",
                "'period' = { at_least = 10 }                    | UNDECIDED",
                "'stages.passed' = { at_least = 2 }              | UNDECIDED",
                "'family.coupling.constant' = { at_most = 1000 } | UNDECIDED",
                "'family.average.constant' = { at_most = 10 }    | UNDECIDED",
                "'alpha' = { at_most = 0.01 }                    | HOLDS",
                "'alpha' = { at_least = 0.01 }                   | FAILS",
                "'steps' = { at_least = 100 }                    | HOLDS",
            },
            quoteCharacter = '`')
    void noiseDecidesNothing(String expectation, Verdict.Status outcome) {
        Problem problem = problem("[expect]\n" + expectation.replace('\'', '"') + "\n");
        assertThat(ProblemClaims.of(Study.of(problem)).get(0).judge().status()).isEqualTo(outcome);
    }

    @Test
    void anOrderOfNoiseIsUndecided() {
        Problem problem = problem("");
        FamilyResult family = new FamilyRun<>(
                        problem, problem.family().orElseThrow(), CompiledBackend::new, RunOptions.defaults())
                .run(2, RunListener.none());
        for (OrderStatement statement : EnumSet.range(OrderStatement.COUPLING, OrderStatement.AVERAGE_LOSS)) {
            assertThat(family.order(statement).verdict().status())
                    .as("%s", statement)
                    .isEqualTo(Verdict.Status.UNDECIDED);
            assertThat(family.order(statement).verdict().reason()).contains("rounding");
        }
    }

    private static Problem problem(String claims) {
        return ProblemReader.read("case", TEXT + "\n" + claims, Map.of()).problem();
    }
}
