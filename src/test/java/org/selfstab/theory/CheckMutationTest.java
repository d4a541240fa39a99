package org.selfstab.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.Problems;
import org.selfstab.claims.observation.RunReadings;
import org.selfstab.expression.Expression;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Bound;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/** Mutants of checks die where the check says something, and survive where it does not. */
class CheckMutationTest {

    private static final Expression X = Expression.symbol("x");
    private static final Expression Y = Expression.symbol("y");

    @Test
    void mutantsOfAnEquationDie() {
        Expression left = X.plus(Y).power(2);
        Expression right =
                X.power(2).plus(X.times(Y).times(Expression.constant(2))).plus(Y.power(2));
        Mutation result = mutated(new IdentityCheck("a square", List.of(), left, right), Optional.empty());
        assertThat(result.mutants()).isGreaterThan(8);
        assertThat(result.survivors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "at most 20, 13.4, none",
                "at most 20, 1.9, at most 2",
                "at most 20, -5, at most 2",
                "at most -2, -3, none",
                "at most -2, -30, at most -20",
                "at most 0, 0, none",
                "at most 0, -1, at most -0.01",
                "at least 0.95, 1.1, none",
                "at least 0.1, 5, at least 1",
                "at least -20, -13, none",
                "at least -20, 1, at least -2",
                "at least 0, 0, none",
                "from 0.9 to 1.1, 1, none",
                "from -1 to 1, 0.5, none",
                "from 0.001 to 100, 1, at least 0.01; at most 10",
                "from 0 to 0, 0, none",
            })
    void aBoundIsSharpWithinAFactorOfTen(String range, double value, String survivor) {
        AcceptedRange accepted = parsed(range);
        assertThat(accepted.text()).isEqualTo(range);
        assertThat(accepted.accepts(value)).isTrue();
        NumericCheck check = new NumericCheck(
                "a number", Problems.valley("0", "1e-2"), RunOptions.defaults(), RunReadings.COUPLING, accepted);
        assertThat(String.join(
                        "; ",
                        mutated(check, Optional.of(accepted.boundOf(value))).survivors()))
                .isEqualTo(survivor == null ? "" : survivor);
    }

    private static AcceptedRange parsed(String range) {
        String[] words = range.split(" ", -1);
        return switch (words[1]) {
            case "least" -> AcceptedRange.atLeast(Double.parseDouble(words[2]));
            case "most" -> AcceptedRange.atMost(Double.parseDouble(words[2]));
            default -> new AcceptedRange(Double.parseDouble(words[1]), Double.parseDouble(words[3]));
        };
    }

    @Test
    void whatIsNotANumberAgreesWithNothing() {
        assertThat(AcceptedRange.atMost(1e300).accepts(Double.NaN)).isFalse();
        assertThat(AcceptedRange.atLeast(-1e300).accepts(Double.NaN)).isFalse();
    }

    private static Mutation mutated(Check check, Optional<Bound> bound) {
        Verdict verdict = new Verdict(Verdict.Status.HOLDS, Verdict.Evidence.NUMERIC, bound, Optional.empty(), "");
        return CheckMutation.of(new CheckResult(check, verdict, Optional.empty()));
    }
}
