package org.selfstab.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Verdict;

/** Orders over a family of which some members never get to the edge. */
class MissingMemberTest {

    private static final Problem PROBLEM = ProblemReader.read(
                    "case",
                    ProblemReader.textOf(Path.of("src/test/resources/cases/family-missing-member.toml")),
                    Map.of())
            .problem();

    private static FamilyResult run(String values) {
        List<Expression> members = Stream.of(values.split(" "))
                .map(text -> new ExpressionParser(List.of()).parse(text).expression())
                .toList();
        return new FamilyRun<>(PROBLEM, new Family("e", members), CompiledBackend::new, RunOptions.defaults())
                .run(2, RunListener.none());
    }

    /** On the boundary in two variables (27a) and (27b) assert nothing of the others; where no run is complete nothing can be said. */
    @ParameterizedTest
    @CsvSource({
        "1/50 1/100 1/200,    NOT_APPLICABLE, HOLDS",
        "1/50 1/100 1/200 0,  NOT_APPLICABLE, HOLDS",
        "1/50 0 -1/50,        NOT_APPLICABLE, UNDECIDED",
        "0 -1/50 -1/100,      UNDECIDED,      UNDECIDED",
    })
    void ordersAreJudgedByTheOthers(String values, Verdict.Status ofConstrained, Verdict.Status ofIterates) {
        FamilyResult result = run(values);
        for (OrderStatement statement : List.of(OrderStatement.IMPLICIT_BIAS, OrderStatement.DESCENT)) {
            assertThat(result.order(statement).verdict().status()).isEqualTo(ofConstrained);
        }
        assertThat(result.order(OrderStatement.SHARPNESS).verdict().status()).isEqualTo(ofIterates);
    }
}
