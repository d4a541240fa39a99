package org.selfstab.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.ExpressionLimitException;

/** A loss that is too long to be written out is read, checked and changed with its sums. */
class LongLossTest {

    private static final int POINTS = 2000;

    private static final String NETWORK = """
            title = "Wide network"
            variables = ["W[1..40,1..3]", "b[1..40]", "a[1..40]"]
            loss = "mean(k, data, squared(mlp(x[k], \\"tanh\\", W, b, a), y[k]))/c"
            [data]
            file = "points.csv"
            [parameters]
            eta = "1/100"
            c = "2"
            [start]
            "W[i,j]" = "1/(i + j)"
            "b[i]" = "0"
            "a[i]" = "1/i"
            """;

    private static final String DATA = "x[1],x[2],x[3],y\n"
            + IntStream.rangeClosed(1, POINTS)
                    .mapToObj(k -> k % 7 + "," + k % 5 + "," + k % 3 + ",0." + k)
                    .collect(Collectors.joining("\n"));

    private static Problem read(String text, String overridden) {
        return ProblemText.parse("wide", text, DataFiles.of(Map.of("points.csv", DATA)))
                .with(Map.of("c", overridden))
                .problem();
    }

    @Test
    void keepsItsSums() {
        Problem problem = read(NETWORK, "2");
        assertThat(problem.loss()).isSameAs(problem.lossWithSums());
        assertThat(problem.lossOfVariables().symbolNames()).hasSize(200);
        assertThat(problem.loss())
                .hasToString("sum(k, 1, 2000, (sum(i, 1, 40, tanh(b[i] + sum(j, 1, 3, W[i, j]*x[k, j]))*a[i])"
                        + " - y[k])^2/2)/(c*2000)");
        assertThat(read(NETWORK, "3").lossOfVariables()).isNotEqualTo(problem.lossOfVariables());
    }

    /** Three layers with classes: each output is there twice, and in each of them each neuron of the layers before. */
    @Test
    void keepsItsSumsWhereWhatIsReadIsShort() {
        String deep = NETWORK.replace("W[1..40,1..3]", "W[1..10,1..3]")
                .replace(
                        "\"b[1..40]\", \"a[1..40]\"",
                        "\"b[1..10]\", \"V[1..10,1..10]\", \"c[1..10]\", \"a[1..4,1..10]\"")
                .replace(
                        "squared(mlp(x[k], \\\"tanh\\\", W, b, a), y[k]))/c",
                        "cross_entropy(mlp(x[k], \\\"tanh\\\", W, b, V, c, a), y[k]))/d")
                .replace("c = \"2\"", "d = \"2\"")
                .replace("\"a[i]\" = \"1/i\"", "\"a[i,j]\" = \"1/i\"\n\"V[i,j]\" = \"1/j\"\n\"c[i]\" = \"0\"");
        String data = "x[1],x[2],x[3],y\n"
                + IntStream.rangeClosed(1, 30)
                        .mapToObj(k -> k % 7 + "," + k % 5 + "," + k % 3 + "," + (1 + k % 4))
                        .collect(Collectors.joining("\n"));
        Problem problem = ProblemText.parse("deep", deep, DataFiles.of(Map.of("points.csv", data)))
                .with(Map.of())
                .problem();
        assertThat(problem.loss()).isSameAs(problem.lossWithSums());
    }

    @Test
    void cannotBeWrittenOut() {
        Problem problem = read(NETWORK, "2");
        assertThatThrownBy(() -> problem.loss().writtenOut())
                .isInstanceOf(ExpressionLimitException.class)
                .hasMessage("the loss has sums that are too long to be written out; "
                        + "take a smaller network or fewer data, or a command that computes in doubles, as verify");
        assertThatThrownBy(() -> problem.loss().requireWrittenOut()).isInstanceOf(ExpressionLimitException.class);
        assertThatThrownBy(() -> DerivedLoss.of(problem).gradient(0)).isInstanceOf(ExpressionLimitException.class);
    }

    @Test
    void hasAValueAtTheStart() {
        assertThatThrownBy(() -> read(NETWORK.replace("/c\"", "/c + 1/W[1,1]\"").replace("1/(i + j)", "i - j"), "2"))
                .hasMessage("wide:3:8: the loss has no finite real value at the start; move the start");
        assertThatThrownBy(() -> read(NETWORK.replace("\"1/i\"", "\"10^200*i\""), "2"))
                .hasMessageContaining("no finite real value");
        assertThatThrownBy(() -> read(NETWORK, "0")).hasMessageContaining("division by zero");
    }

    @Test
    void hasAGradientAtTheStart() {
        String rooted = NETWORK.replace("squared(", "sqrt(b[1]) + squared(");
        assertThatThrownBy(() -> read(rooted, "2"))
                .hasMessage("wide:3:8: the gradient of the loss is not finite at the start; move the start");
        assertThatCode(() -> read(rooted.replace("\"0\"", "\"i/7\""), "2")).doesNotThrowAnyException();
    }

    /** A point of the data is 0 and b is 0, so that relu is at its kink there: warned of as in losses without sums, and told by the run. */
    @Test
    void mayStartAtAKink() {
        String kinked = NETWORK.replace("tanh", "relu");
        assertThatCode(() -> read(kinked, "2")).doesNotThrowAnyException();
    }

    @Test
    void theWorkIsBounded() {
        String nested = NETWORK.replace("mean(k", "sum(l, 1, 100000, mean(k").replace(")/c", "))/c");
        assertThatThrownBy(() -> read(nested, "2"))
                .hasMessage(
                        "wide:3:8: more than 10000000000 operations at each point; use a smaller network or fewer data");
    }
}
