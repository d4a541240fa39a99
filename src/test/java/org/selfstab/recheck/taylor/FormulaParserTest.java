package org.selfstab.recheck.taylor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hipparchus.linear.ArrayFieldVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.selfstab.interval.DecimalIntervalField;

/** The language of problem files as the checker reads it, and texts that would take it long. */
class FormulaParserTest {

    private static final List<String> NAMES = List.of("x", "y", "w1", "w2");
    private static final DecimalIntervalField FIELD = new DecimalIntervalField(40);

    private static Formula parse(String text) {
        return new FormulaParser(NAMES).parse(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2/4*x | x ~ 1/2*x",
                " ( x ) +y | x ~ x + y",
                "-x^2 | x ~ -(x^2)",
                "2^-1^2*x | x ~ (1/2)*x",
                "x^2^3 | x ~ x^8",
                "1.50e1*x | x ~ 15*x",
                "sum(i, 1, 2, w[i]*x^i) | x ~ w1*x + w2*x^2",
                "sum(i, 1, 2, sum(j, i, 2, w[j])) | x ~ w1 + w2 + w2",
                "norm(x, y) | x ~ sqrt(x^2 + y^2)",
                "x - y - 1 | x ~ (x + -y) + -1",
            })
    void readsTheLanguage(String text, String same) {
        assertThat(parse(text)).isEqualTo(parse(same.substring(same.indexOf('~') + 1)));
    }

    @Test
    void differentFormulasDiffer() {
        assertThat(parse("x*y")).isNotEqualTo(parse("x + y"));
        assertThat(parse("x^2")).isNotEqualTo(parse("x^3"));
        assertThat(parse("x - y")).isNotEqualTo(parse("y - x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | character 1: expected a number",
                "x + | character 4: expected a number",
                "2x | character 2: expected an operator",
                "x y | character 3: expected an operator",
                "(x | character 3: expected ')'",
                "q | character 1: the unknown name q",
                "f(x) | character 1: the unknown function f",
                "x(2) | character 1: x is not a function",
                "w[1/2] | character 2: an index or a bound of a sum is not an integer",
                "w[3] | character 1: the unknown name w3",
                "sum(x, 1, 2, x) | character 5: the index x is another name",
                "sum(pi, 1, 2, pi*x) | character 5: the index pi is another name",
                "sum(exp, 1, 2, x) | character 5: the index exp is another name",
                "sum(i, 2, 1, i) | a sum without terms",
                "sum(i, 1, 2, i) + i | the unknown name i",
                "floor(x) | character 1: the unknown function floor",
                "x^1001 | an exponent beyond 1000",
                "10^10^10 | an exponent beyond 1000",
                "1e99999999999 | a number beyond",
                "1e9999 | a number beyond",
                "(2^1000)^1000 + sum(i, 1, 100, 2^1000)*2^1000*2^1000*2^1000*2^1000*2^1000*2^1000*2^1000*2^1000*2^1000 | beyond 8192 bits",
            })
    void saysWhereATextIsNoFormula(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining(message);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "(".repeat(50_000) + "x",
                "-".repeat(99_999) + "x",
                "x" + "^x".repeat(40_000),
                "9".repeat(99_999),
                "0." + "1".repeat(99_999),
                "1/" + "7".repeat(3_000),
                "x" + "+x*x".repeat(24_000),
                "sum(i, 1, 2000000000, x)",
                "sum(i, 1, 2000000000, 1)",
                "sum(i, 1, 300, ".repeat(5) + "x" + ")".repeat(5),
                "sum(i,1,9,".repeat(9_000) + "x",
                "exp(".repeat(25_000) + "x" + ")".repeat(25_000),
                "norm(" + "x,".repeat(49_000) + "x)");
    }

    /** Ends soon with a reason of one short line. */
    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileTextIsRefusedSoon(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(FormulaException.class)
                .message()
                .hasSizeLessThan(100)
                .doesNotContain("\n");
    }

    /** Too many variables for so long a loss: refused before anything is computed. */
    @Test
    void aLossBeyondTheLimitsIsRefused() {
        List<String> names =
                Stream.iterate(0, i -> i + 1).limit(200).map(i -> "x" + i).toList();
        Formula formula = new FormulaParser(names).parse(String.join("*", names));
        assertThatThrownBy(() -> new TaylorLoss(formula, names, Map.of(), FIELD))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("beyond this checker's limits");
    }

    /** Values that grow beyond all bounds stay enclosed by all numbers. */
    @Test
    void whatGrowsBeyondMeasureIsUnbounded() {
        Formula formula = parse("((((x^1000)^1000)^1000)^1000) + exp(exp(exp(exp(x*10))))");
        TaylorLoss loss = new TaylorLoss(
                formula, List.of("x"), Map.of("y", FIELD.getOne(), "w1", FIELD.getOne(), "w2", FIELD.getOne()), FIELD);
        assertThat(loss.over(new ArrayFieldVector<>(1, FIELD.of(3))).value().isFinite())
                .isFalse();
    }
}
