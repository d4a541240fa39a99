package org.selfstab.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.Problems;

/** The loss whose sums stay sums is the loss. */
class LossWithSumsTest {

    static Stream<Problem> examples() throws IOException {
        return Problems.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isTheLossWrittenOut(Problem problem) {
        assertThat(problem.lossWithSums().writtenOut()).isSameAs(problem.loss());
        assertThat(problem.lossWithSumsOfVariables().writtenOut()).isSameAs(problem.lossOfVariables());
    }
}
