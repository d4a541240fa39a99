package org.selfstab.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;

class PolynomialExtentTest {

    private static final ExpressionParser PARSER = new ExpressionParser(List.of("x", "y", "z"));

    @ParameterizedTest
    @CsvSource({
        "3, 1",
        "x, 2",
        "x^2*y + 1, 6",
        "(x + y + z)^3, 64",
        "1/x + 1/y, 4",
        "sqrt(x + y)*x, 4",
        "sin(x)^2 + x, 6",
        "x + sqrt(x), 3",
        "x^(1/2) + x^(1/3) + y, 8",
        "x^(-1/2) + 1, 3",
        "exp(x/3) + exp(2*x), 7",
        "exp(-349/2000) + x, 700",
        "exp(x*y/2)*exp(x*y) + exp(x), 8",
        "1/(exp(x/7) + exp(x) + y), 16",
        "sqrt(x^3 + y^4) + 1, 20",
        "tanh(x/2)*cosh(3*y), 4",
        "cosh(2173/500) + x, 8694",
        "sin(35/100*x), 8",
        "x + sin(log(x*y*z + x^6))^2, 28",
    })
    void isTheProductOfDegreesPlusOne(String text, double extent) {
        assertThat(PolynomialExtent.of(expression(text)).product()).isEqualTo(extent);
    }

    /** Seven variables, though short: it stays as it is. */
    @Test
    void whatTakesLongToFactorIsNotSimplified() {
        Expression expression = new ExpressionParser(List.of("a", "N", "Q", "x0", "y0", "lift", "offset"))
                .parse("8*a^2*(x0 + a*offset*x0/N + lift*y0/N)^2 - 4*a*(1 - (y0 - a*lift*x0/N + offset*y0/N)^2"
                        + " - a*(x0 + a*offset*x0/N + lift*y0/N)^2)")
                .expression();

        assertThat(Simplification.isAffordable(expression)).isFalse();
        assertThat(Simplification.general().simplify(expression)).isSameAs(expression);
    }

    /** {@code exp(-349/2000)} is a power of {@code exp(1/2000)} to computer algebra. */
    @Test
    void numbersThatAreHighPowersAreNotSimplified() {
        Expression expression = expression("(exp(-349/2000) - 21/250*x)*x^2");

        assertThat(PolynomialExtent.of(expression).degree()).isEqualTo(349);
        assertThat(Simplification.general().simplify(expression)).isSameAs(expression);
    }

    private static Expression expression(String text) {
        return PARSER.parse(text).expression();
    }
}
