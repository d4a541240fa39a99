package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.vocabulary.Verdict;

/** What was written is undefined wherever a part of it is, whatever cancels; and nothing else changes. */
class WrittenDomainTest {

    private static final ExpressionParser PARSER = new ExpressionParser(List.of("x", "y"));

    @ParameterizedTest
    @CsvSource({
        "sqrt(x)^2,              -1, 4",
        "sqrt(x)*sqrt(x),        -1, 4",
        "x^(1/3)*x^(2/3),        -1, 4",
        "(x^(1/2))^2,            -1, 4",
        "(x^(-1/2))^2,            0, 0.25",
        "x/x,                     0, 1",
        "x^2/x,                   0, 4",
        "y*(x/x),                 0, 3",
        "log(x)^0,               -1, 1",
        "0*log(x),               -1, 0",
        "y + log(x) - log(x),    -1, 3",
        "sin(sqrt(x) - sqrt(x)), -1, 0",
        "2^(log(x) - log(x)),    -1, 1",
        "-(sqrt(x)^2),           -1, -4",
        "(1/x)/(1/x),             0, 1",
        "'sum(i, 1, 2, sqrt(x)^2)', -1, 8",
        "norm(sqrt(x)^2),        -1, 4",
        "sqrt(log(x))^2,          0.5, 0.69314718055994530942",
    })
    void isUndefinedAtOnePointAndAsSimplifiedAtFour(String text, double outside, double atFour) {
        Expression expression = PARSER.parse(text).expression();

        assertThat(value(expression, outside)).isNaN();
        assertThat(Math.abs(value(expression, text.contains("log(x))^2") ? 2.0 : 4.0) - atFour))
                .isLessThan(1e-15);
        assertThat(PARSER.parse(expression.toString()).expression()).isSameAs(expression);
    }

    /** Parts that are defined everywhere, and those that still are there, leave no trace. */
    @ParameterizedTest
    @CsvSource({
        "sqrt(x^2+1)^2,       1 + x^2",
        "exp(x)/exp(x),       1",
        "x - x,               0",
        "0*sin(x),            0",
        "abs(x)^(1/2)*abs(x)^(1/2), abs(x)",
        "sqrt(2)^2*x,         2*x",
        "sqrt(x)*x,           x^(3/2)",
        "sqrt(x)*sqrt(x) + sqrt(x), x + sqrt(x)",
        "sqrt(x) + log(x) - log(x) + 1/x^2, sqrt(x) + 1/x^2 + 0*log(x)",
        "1/x - 1/x + log(x),  log(x)",
    })
    void keepsTheCanonicalForm(String text, String canonical) {
        assertThat(PARSER.parse(text).expression())
                .isSameAs(PARSER.parse(canonical).expression());
    }

    @Test
    void aDomainIsKeptWhenSymbolsAreReplaced() {
        Expression written = PARSER.parse("sqrt(x)^2").expression();

        assertThat(written).hasToString("x + 0*sqrt(x)");
        assertThat(written.substitute(Map.of("x", Expression.constant(2)))).isEqualTo(Expression.TWO);
        assertThat(FieldInterpreter.evaluate(
                                written.substitute(Map.of("x", Expression.MINUS_ONE)), Binary64Field.getInstance())
                        .isNaN())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(x)^2 = abs(x)",
                "exp(log(x)) = abs(x)",
                "x^(1/4)*x^(3/4) = sqrt(x^2)",
                "log(x^2) = 2*log(x)",
                "sqrt(x-1)^2 = abs(x-1)",
                "sqrt(-x)^2 = abs(x)",
                "(x^2)^(1/2) = abs(x)",
                "0*log(x) + x = sqrt(x)^2",
                "log(x)^0 = x/abs(x)",
                "0*log(x) + abs(x) = 0*sqrt(x) + x",
                "abs(x) + abs(y) + 0*log(x) + 0*sqrt(-y) = x - y",
                "(abs(x) + 0*log(x))^(1/2)*x^(1/2) = x",
                "0*log(abs(x)^(1/2) + x) = 0*log(x)",
            })
    void provesWhatHoldsWhereBothSidesAreDefined(String equation) {
        assertThat(examined(equation).status()).isEqualTo(Verdict.Status.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(x)^2 = -x",
                "sqrt(x^2) = x",
                "log(x^2) = log(x)",
                "x/x = x",
                "0*log(x) + abs(x) = -x",
                "0*log(-x) + abs(x) = x"
            })
    void refutesWhatDoesNot(String equation) {
        assertThat(examined(equation).status()).isEqualTo(Verdict.Status.FAILS);
    }

    @Test
    void whatIsNowhereDefinedIsNotProved() {
        assertThat(examined("sqrt(x)^2*sqrt(-x)^2 = x").status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(examined("0*log(x) + 0*log(-x) = 0").status()).isEqualTo(Verdict.Status.UNDECIDED);
        assertThat(examined("0*log(-1-x^2) + abs(x) = x").status()).isEqualTo(Verdict.Status.UNDECIDED);
    }

    /** Signs that are known take absolute values, not domains. */
    @Test
    void aDomainIsKeptWhereSignsAreKnown() {
        Expression written = PARSER.parse("abs(x) + 0*log(y)").expression();

        assertThat(new KnownSigns(Domain.positiveParts(PARSER.parse("sqrt(x)").expression())).rewrite(written))
                .isEqualTo(PARSER.parse("x + 0*log(y)").expression());
    }

    private static Identity examined(String equation) {
        String[] sides = equation.split(" = ", -1);
        return IdentityProof.thorough()
                .examine(
                        PARSER.parse(sides[0]).expression(),
                        PARSER.parse(sides[1]).expression());
    }

    private static double value(Expression expression, double x) {
        FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(
                StraightLineProgram.of(
                        List.of(Expression.symbol("x"), Expression.symbol("y")), List.of(List.of(expression))),
                Binary64Field.getInstance());
        interpreter.setInput(0, new Binary64(x));
        interpreter.setInput(1, new Binary64(3.0));
        interpreter.run(0);
        return interpreter.output(0, 0).getReal();
    }
}
