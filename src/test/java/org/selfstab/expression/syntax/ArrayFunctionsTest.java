package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.selfstab.expression.Expression;

/** Networks and losses of arrays are the expressions that somebody would write out by hand. */
class ArrayFunctionsTest {

    private static final Map<String, ArrayShape> ARRAYS = new LinkedHashMap<>(Map.of(
            "W", ArrayShape.of(2, 3),
            "V", ArrayShape.of(2, 2),
            "b", ArrayShape.of(2),
            "c", ArrayShape.of(2),
            "a", ArrayShape.of(2),
            "p", ArrayShape.of(3)));

    private static ExpressionParser parser() {
        Set<String> names = new HashSet<>(Set.of("s", "t"));
        ARRAYS.forEach(
                (array, shape) -> shape.indices().forEach(indices -> names.add(ArrayShape.element(array, indices))));
        return new ExpressionParser(names).withArrays(ARRAYS, Map.of(), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            mlp(s, "tanh", b, c, a)         ~ a1*tanh(b1*s + c1) + a2*tanh(b2*s + c2)
            mlp(s, tanh, b, 0, a, t)        ~ a1*tanh(b1*s) + a2*tanh(b2*s) + t
            mlp(s, "linear", b, c, a)       ~ a1*(b1*s + c1) + a2*(b2*s + c2)
            mlp(p, "tanh", W, b, a)         ~ a1*tanh(W1_1*p1 + W1_2*p2 + W1_3*p3 + b1) + a2*tanh(W2_1*p1 + W2_2*p2 + W2_3*p3 + b2)
            mlp(b, "softplus", V, c, V, 0, a) ~ a1*softplus(V[1,1]*softplus(V1_1*b1 + V1_2*b2 + c1) + V[1,2]*softplus(V2_1*b1 + V2_2*b2 + c2)) + a2*softplus(V[2,1]*softplus(V1_1*b1 + V1_2*b2 + c1) + V[2,2]*softplus(V2_1*b1 + V2_2*b2 + c2))
            squared(mlp(s, "erf", b, c, V, a), c) ~ ((V1_1*erf(b1*s + c1) + V1_2*erf(b2*s + c2) + a1 - c1)^2 + (V2_1*erf(b1*s + c1) + V2_2*erf(b2*s + c2) + a2 - c2)^2)/2
            matmul(a, V, b)                 ~ a1*(V1_1*b1 + V1_2*b2) + a2*(V2_1*b1 + V2_2*b2)
            matmul(V[1], b)                 ~ V1_1*b1 + V1_2*b2
            squared(matmul(V, W), W)        ~ sum(i, 1, 2, sum(j, 1, 3, (V[i,1]*W[1,j] + V[i,2]*W[2,j] - W[i,j])^2))/2
            squared(W, 0)                   ~ sum(i, 1, 2, sum(j, 1, 3, W[i,j]^2))/2
            squared(s, t)                   ~ (s - t)^2/2
            logistic(s, -1)                 ~ softplus(s)
            logistic(b, c)                  ~ softplus(-c1*b1) + softplus(-c2*b2)
            cross_entropy(p, 2)             ~ log(exp(p1 - p2) + 1 + exp(p3 - p2))
            relu(s)                         ~ (s + abs(s))/2
            max(s, t)                       ~ (s + t + abs(s - t))/2
            gelu(s)                         ~ s*(1 + erf(s/sqrt(2)))/2
            mean(k, data, b[k]*s)           ~ (b1*s + b2*s)/2
            mean(i, 1, 3, p[i])             ~ (p1 + p2 + p3)/3
            sum(k, data, b[k])^2            ~ (b1 + b2)^2
            """)
    void areWrittenOut(String written, String byHand) {
        assertThat(parser().parse(written).expression())
                .isEqualTo(parser().parse(byHand).expression());
    }

    @Test
    void kinksAreWarnedOf() {
        assertThat(parser().parse("relu(s) + max(s, t) + mlp(s, \"relu\", b, c, a)")
                        .warnings())
                .extracting(ExpressionParser.ParsedExpression.SyntaxWarning::message)
                .containsExactly(
                        "relu is not smooth at 0", "max is not smooth where two are equal", "relu is not smooth at 0");
        assertThat(parser().parse("mlp(s, \"tanh\", b, c, a)").warnings()).isEmpty();
    }

    @Test
    void theirNamesMayBeDeclared() {
        ExpressionParser declared = new ExpressionParser(List.of("mean", "max", "data", "mlp"));
        assertThat(declared.parse("mean*max + data + mlp").expression().symbolNames())
                .containsExactlyInAnyOrder("mean", "max", "data", "mlp");
        assertThatThrownBy(() -> declared.parse("max(1, 2)")).hasMessageContaining("max is not a function");
        assertThat(declared.parse("sum(k, 1, 2, k*data)").expression())
                .isEqualTo(Expression.constant(3).times(Expression.symbol("data")));
    }

    @Test
    void theWorkOfNetworksIsBounded() {
        Map<String, ArrayShape> wide = Map.of("W", ArrayShape.of(200, 200), "x", ArrayShape.of(200));
        Set<String> names = new HashSet<>();
        wide.forEach(
                (array, shape) -> shape.indices().forEach(indices -> names.add(ArrayShape.element(array, indices))));
        ExpressionParser parser = new ExpressionParser(names).withArrays(wide, Map.of(), 0);
        assertThatThrownBy(() -> parser.parse("squared(matmul(W, W, W, x), 0)"))
                .hasMessageContaining("more than 100000 operands");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            matmul(W, b)            ~ 7  ~ this factor is a matrix of 2 by 3, and the product to its right has 2 rows; a factor must have as many columns
            matmul(V, W)            ~ 0  ~ matmul gives a matrix of 2 by 3 where a number is wanted; put it into squared(..., ...) or another loss
            squared(W, V)           ~ 11 ~ this is a matrix of 2 by 2 beside a matrix of 2 by 3; both must have one shape
            cross_entropy(p, 4)     ~ 17 ~ class 4 of 3 outputs; classes are 1, 2, ... up to the number of outputs, at least 2
            cross_entropy(p, s)     ~ 17 ~ the class of cross_entropy must be an integer; use integers and indices of sums only
            mlp(W, "tanh", b, c, a) ~ 4  ~ the input of mlp is a matrix of 2 by 3; give one point of it, as in x[k]
            mlp(s, "tanh", b)       ~ 0  ~ mlp has 3 arguments; it takes at least 4
            mlp(s, "tanh, b, c, a)  ~ 7  ~ " has no place in an expression; expressions are made of numbers, names and + - * / ^ ( ) [ ] ,
            squared(s, t, s)        ~ 0  ~ squared has 3 arguments; it takes two
            W[1]                    ~ 0  ~ W is W[1..2,1..3]; write both of its indices
            W[1,1,1]                ~ 6  ~ index 3 of W is 1; it is W[1..2,1..3]
            b[3]                    ~ 2  ~ index 1 of b is 3; it is b[1..2]
            sum(W, 1, 2, s)         ~ 4  ~ W already means something else; choose another name for the index
            """)
    void sayWhatDoesNotFit(String text, int offset, String message) {
        assertThatThrownBy(() -> parser().parse(text))
                .hasMessage(message)
                .isInstanceOfSatisfying(ExpressionSyntaxException.class, error -> assertThat(error.offset())
                        .isEqualTo(offset));
    }
}
