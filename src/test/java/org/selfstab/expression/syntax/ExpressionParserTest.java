package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;

class ExpressionParserTest {

    private static final List<String> NAMES = List.of("x", "y", "w0", "w1", "w2", "w3", "eta", "epsilon");
    private static final ExpressionParser PARSER = new ExpressionParser(NAMES);

    private static Expression parsed(String text) {
        return PARSER.parse(text).expression();
    }

    /** Both sides are parsed; the right one says in parentheses what the left one must mean. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -x^2                  | -(x^2)
            2^3^2                 | 512
            x^-y                  | x^(-y)
            x^-2                  | 1/(x*x)
            -2^2                  | -4
            x-y-w0                | (x-y)-w0
            x/y/w0                | x/(y*w0)
            x/y*w0                | (x*w0)/y
            2*-x                  | -(2*x)
            - - x                 | x
            1+2*3^2               | 19
            x + y*w0^2            | x + (y*(w0^2))
            -x*y                  | (-x)*y
            sqrt(x)               | x^(1/2)
            norm(x, y, 2)         | sqrt(x^2 + y^2 + 4)
            norm(3, 4)            | 5
            sum(i, 0, 3, w[i])    | w0 + w1 + w2 + w3
            sum(i, 1, 3, i*x^i)   | x + 2*x^2 + 3*x^3
            sum(i, 2, 2, w[i-1])  | w1
            sum(i, -1, 1, x^i)    | 1/x + 1 + x
            sum(i,0,2,sum(j,i+1,2,w[i]*w[j])) | w0*w1 + w0*w2 + w1*w2
            w[1+2/2]              | w2
            sin(pi*x)             | sin(x*pi)
            x\t+\ty               | x+y
            """)
    void meansTheSame(String text, String meaning) {
        assertThat(parsed(text)).isSameAs(parsed(meaning));
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 1", "0.25, 1, 4", "1e-2, 1, 100", "2.5E+3, 2500, 1", "0.1, 1, 10", "1e3, 1000, 1", "0e99, 0, 1"})
    void numbersAreExact(String text, long numerator, long denominator) {
        assertThat(parsed(text)).isSameAs(Expression.constant(new BigFraction(numerator, denominator)));
    }

    @Test
    void everyElementaryFunctionIsCalledByItsName() {
        for (ElementaryFunction function : ElementaryFunction.values()) {
            assertThat(parsed(function.functionName() + "(x)"))
                    .isSameAs(Expression.apply(function, Expression.symbol("x")));
        }
    }

    @Test
    void aPowerWithoutConstantExponentIsAnExponential() {
        assertThat(parsed("x^y")).isSameAs(parsed("exp(y*log(x))"));
    }

    @Test
    void absIsUsedWithAWarning() {
        assertThat(PARSER.parse("x + abs(y)").warnings())
                .containsExactly(new ExpressionParser.ParsedExpression.SyntaxWarning(4, "abs is not smooth at 0"));
        assertThat(PARSER.parse("sum(i,1,3,abs(x-i))").warnings()).hasSize(1);
        assertThat(PARSER.parse("sin(x)").warnings()).isEmpty();
    }

    @Test
    void floorStandsOnlyAroundTheWholeWhereTheCallerRoundsDown() {
        assertThat(PARSER.parseRoundedDown("floor(5/eta)").expression()).isSameAs(parsed("5/eta"));
        assertThat(PARSER.parseRoundedDown("5/eta").expression()).isSameAs(parsed("5/eta"));
        assertThatThrownBy(() -> PARSER.parseRoundedDown("floor(x)+1")).hasMessageContaining("floor is not smooth");
        assertThatThrownBy(() -> PARSER.parseRoundedDown("floor(x")).hasMessageContaining("is not closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            x + epislon     ~ 4  ~ epislon is not declared; did you mean epsilon?
            x + q           ~ 4  ~ q is not declared; declared names: epsilon, eta, w0, w1, w2, w3, x, y
            w[4]            ~ 0  ~ w4 is not declared; did you mean w0?
            w[x]            ~ 2  ~ an index must be an integer; use integers and indices of sums only
            w[-1]           ~ 2  ~ the index is -1; indices begin at 0
            sine(x)         ~ 0  ~ sine is not a function; did you mean sin?
            ln(x)           ~ 0  ~ ln is not a function; write log
            While(True,1)   ~ 0  ~ While is not a function; functions: exp, log, sin, cos, tan, sinh, cosh, tanh, atan, abs, softplus, sigmoid, logcosh, erf, sqrt, norm, sum, cross_entropy, logistic, matmul, mlp, squared, mean, max, relu, gelu, kronecker
            Import("secret.txt") ~ 0 ~ Import is not a function; functions: exp, log, sin, cos, tan, sinh, cosh, tanh, atan, abs, softplus, sigmoid, logcosh, erf, sqrt, norm, sum, cross_entropy, logistic, matmul, mlp, squared, mean, max, relu, gelu, kronecker
            (x + y          ~ 6  ~ the '(' at character 1 is not closed; expected ')' at the end
            sin(x]          ~ 5  ~ the '(' at character 4 is not closed; expected ')' before ']'
            x + y)          ~ 5  ~ unexpected ')' after a complete expression; remove it
            2x              ~ 1  ~ two operands without an operator between them; write 2*x
            2 (x+y)         ~ 2  ~ two operands without an operator between them; write 2*(
            (2x)            ~ 2  ~ two operands without an operator between them; write 2*x
            x(y+1)          ~ 1  ~ x is not a function; write x*(...) for a product
            x ** 2          ~ 2  ~ ** is not an operator; write ^ for a power
            x + = 2         ~ 4  ~ = has no place in an expression; expressions are made of numbers, names and + - * / ^ ( ) [ ] ,
            x + .5          ~ 4  ~ a number has digits on both sides of its point; write 0.5 or 3.0
            x \u2212 y      ~ 2  ~ \u2212 has no place in an expression; write -
            x +             ~ 3  ~ the expression ends too early; expected a number, a name or '('
            x + * y         ~ 4  ~ unexpected '*'; expected a number, a name or '('
            sin + x         ~ 0  ~ sin is a function; write sin(...)
            sin()           ~ 4  ~ sin has no argument; write sin(...)
            atan(x, y)      ~ 0  ~ atan has 2 arguments; it takes one
            floor(x)        ~ 0  ~ floor is not smooth; it may stand only around the whole of a horizon
            x + 1/(1-1)     ~ 5  ~ division by exactly zero; the divisor must not vanish
            x/(y-y)         ~ 1  ~ division by exactly zero; the divisor must not vanish
            0^-1            ~ 1  ~ division by exactly zero; the divisor must not vanish
            x + x^(10^9)    ~ 5  ~ an exponent beyond 1000; exponents are rationals p/q with |p|, q <= 1000
            10^10^10        ~ 2  ~ an exponent beyond 1000; exponents are rationals p/q with |p|, q <= 1000
            1 + 1e999999999 ~ 4  ~ the number 1e999999999 is too long or too large; numbers have at most 2500 digits and exponents up to 2500
            2*10^900*10^900*10^900 ~ 15 ~ an exact number of more than 8192 bits; use smaller numbers or exponents
            sum(x, 1, 2, x) ~ 4  ~ x already means something else; choose another name for the index
            sum(pi, 1, 2, x) ~ 4 ~ pi already means something else; choose another name for the index
            sum(i,1,2,sum(i,1,2,x)) ~ 14 ~ i already means something else; choose another name for the index
            sum(i, 1, x, y) ~ 10 ~ a bound of a sum must be an integer; use integers and indices of sums only
            sum(i, 2, 1, y) ~ 10 ~ a sum from 2 to 1 is empty; the second bound must not be the smaller
            sum(i, 1, 2)    ~ 11 ~ an argument is missing; write sum(i, from, to, body) or sum(k, data, body)
            sum(i, 1, 1000000, sum(j, 1, 1000000, x)) ~ 0 ~ a sum of 1000000 terms; at most 100000 are written out
            """)
    void saysWhatIsWrongAndWhere(String text, int offset, String message) {
        ExpressionSyntaxException error =
                catchThrowableOfType(ExpressionSyntaxException.class, () -> PARSER.parse(text));
        assertThat(error).as(text).hasMessage(message);
        assertThat(error.offset()).as(text).isEqualTo(offset);
    }

    @Test
    void namesMayBeRefusedForAReason() {
        ExpressionParser parser =
                new ExpressionParser(List.of("a")).refusing(List.of("x"), "a variable", "use parameters");
        assertThatThrownBy(() -> parser.parse("a + x")).hasMessage("x is a variable; use parameters");
    }

    @Test
    void builtInNamesCannotBeDeclared() {
        assertThat(ExpressionParser.builtInNames()).contains("pi", "exp", "sqrt", "norm", "sum", "floor");
        assertThatThrownBy(() -> new ExpressionParser(List.of("pi"))).isInstanceOf(IllegalArgumentException.class);
    }
}
