package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.expression.Expression;
import org.selfstab.expression.SumOver;

/** A sum that stays a sum is, written out, the expression that is read when sums are written out. */
class KeptSumsTest {

    private static final int POINTS = 4;

    private static final Map<String, ArrayShape> ARRAYS = new LinkedHashMap<>(Map.of(
            "W", ArrayShape.of(2, 3),
            "V", ArrayShape.of(2, 2),
            "b", ArrayShape.of(2),
            "a", ArrayShape.of(2),
            "p", ArrayShape.of(3),
            "u", new ArrayShape(List.of(new ArrayShape.Range(0, 2), new ArrayShape.Range(2, 3))),
            "o", ArrayShape.of(1, 3)));

    /** x[k,1..3], y[k], class c[k], label l[k]; z is once 0. */
    private static final Map<String, ArrayShape> DATA = Map.of(
            "x", ArrayShape.of(POINTS, 3),
            "y", ArrayShape.of(POINTS),
            "c", ArrayShape.of(POINTS),
            "l", ArrayShape.of(POINTS),
            "z", ArrayShape.of(POINTS));

    private static ExpressionParser parser() {
        Set<String> names = new HashSet<>(Set.of("s", "t", "w1", "w2", "w3", "g0_1", "g0_2", "g1_1", "g1_2"));
        ARRAYS.forEach(
                (array, shape) -> shape.indices().forEach(indices -> names.add(ArrayShape.element(array, indices))));
        Map<String, Expression> data = new HashMap<>();
        for (int k = 1; k <= POINTS; k++) {
            for (int j = 1; j <= 3; j++) {
                data.put("x" + k + "_" + j, fraction(7 * k - 5 * j, 4));
            }
            data.put("y" + k, fraction(k * k - 5, 3));
            data.put("c" + k, Expression.constant(1 + k % 2));
            data.put("l" + k, Expression.constant(k % 2 == 0 ? 1 : -1));
            data.put("z" + k, fraction(k - 2, 2));
        }
        Map<String, ArrayShape> shapes = new HashMap<>(ARRAYS);
        shapes.putAll(DATA);
        return new ExpressionParser(names).withArrays(shapes, data, POINTS);
    }

    private static Expression fraction(int numerator, int denominator) {
        return Expression.constant(new BigFraction(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(k, data, squared(mlp(x[k], tanh, W, b, a), y[k]))",
                "mean(k, data, squared(mlp(x[k], tanh, W, b, a, s), y[k]))/3 + t*sum(i, 1, 2, a[i]^2)",
                "sum(k, data, squared(mlp(x[k], softplus, W, b, V, a, V, b), a))",
                "mean(k, data, cross_entropy(mlp(x[k], tanh, W, b, V, a), c[k]))",
                "mean(k, data, cross_entropy(mlp(x[k], sigmoid, W, b, V), 3 - c[k]))",
                "mean(k, data, cross_entropy(matmul(W, x[k]), 2))",
                "sum(k, data, logistic(matmul(p, x[k]), l[k]))",
                "logistic(y, l)",
                "sum(k, data, logistic(s*y[k], 2*c[k] - 3))",
                "mean(k, data, (sum(i, 1, 2, a[i]*tanh(b[i]*x[k,1])) - y[k])^2)",
                "sum(i, 1, 3, w[i]^2) + sum(i, 0, 1, sum(j, 1, 2, g[i,j]*i))",
                "sum(i, 1, 2, w[i+1]*w[i]) + sum(i, 1, 3, w[4-i]*p[i])",
                "sum(i, 0, 2, u[i,2]*u[2-i,3])",
                "squared(matmul(u, u[1]), p)",
                "squared(matmul(V, V, W), W) + squared(W, 0) + squared(mlp(p, linear, W, 0, V), b)",
                "sum(i, 1, 2, sum(j, i, 2, V[i,j]*s^j))",
                "sum(i, 1, 3, s^i*sum(j, 1, 3, p[j]*i/j))",
                "sum(i, 1, 3, sum(j, 1, 3, p[i]*p[j]^i))",
                "sum(k, data, y[k]*log(s) + z[k]/(1 + p[1]^2))",
                "sum(k, data, y[k]/(k + 1) + sqrt(k)*s)",
                "sum(k, data, sqrt(p[1]*x[k,1]) + sum(i, 1, 2, a[i]*z[k]))",
                "sum(i, 1, 4, 2*s + t)^2",
                "sum(k, data, mlp(x[k], log, W, b, a))",
                "sum(k, data, squared(mlp(x[k], sqrt, W, 0, a), y[k]))",
                "mlp(p, relu, W, b, V, a, b) + max(s, sum(i, 1, 2, a[i])) + norm(p[1], sum(i, 1, 3, p[i]))",
                "sum(k, data, squared(mlp(x[k], gelu, W, b, a), y[k]))*mlp(x[1], gelu, W, b, a)",
                "sum(k, data, sum(i, 1, 2, a[i]*mlp(x[k], tanh, W, b, a)))",
                "sum(k, 1, 1, k*s) + sum(i, 2, 2, a[i]) + squared(matmul(o, p), 0) + matmul(o[1], p)",
                "sum(k, data, squared(matmul(W, x[k]), b) + squared(x[k], p) + logistic(matmul(W, x[k]), b))",
                "exp(sum(i, 1, 3, p[i]*i^2)) + abs(sum(i, 1, 3, (p[i] - i)^3))/7",
                "log(1 + sum(k, data, exp(y[k]*s) + z[k]^2)) + 1/(2 + sum(k, data, (s - y[k])^2))",
                "sum(k, data, s^(t*k))",
                "sum(k, data, kronecker(c[k], k)*s + sum(i, 1, 3, kronecker(i, k)*p[i])) + kronecker(1/2, 2/4)*t",
                "sum(i, 1, 3, sum(j, 1, 3, p[j]*s^i)*sum(j, 1, 3, p[j]^j)) + sum(j, 1, 3, p[j])",
            })
    void areTheSameWrittenOut(String text) {
        ExpressionParser.ParsedExpression parsed = parser().parseWithSums(text);
        assertThat(parsed.withSums().writtenOut())
                .isSameAs(parsed.expression())
                .isSameAs(parser().parse(text).expression());
        assertThat(parsed.warnings()).isEqualTo(parser().parse(text).warnings());
        assertThat(parser().parseWithSums(parsed.withSums().toString()).withSums())
                .isSameAs(parsed.withSums());
    }

    private static long sums(String text) {
        return parser().parseWithSums(text)
                .withSums()
                .nodes()
                .filter(SumOver.class::isInstance)
                .count();
    }

    @Test
    void onlyWhatNeedsItIsWrittenOut() {
        assertThat(sums("sum(k, data, squared(mlp(x[k], tanh, W, b, a), y[k]))"))
                .isEqualTo(3);
        assertThat(sums("sum(k, data, cross_entropy(mlp(x[k], tanh, W, b, V), c[k]))"))
                .isEqualTo(6);
        assertThat(sums("sum(i, 1, 3, s^i*sum(j, 1, 3, p[j]))")).isEqualTo(1);
        assertThat(sums("sum(i, 1, 3, sum(j, 1, 3, s^j*p[i]))")).isEqualTo(1);
        assertThat(sums("sum(k, data, log(s) + y[k])")).isZero();
        assertThat(sums("sum(k, data, y[k]/x[k,1] + s)")).isEqualTo(1);
        assertThat(sums("sum(i, 2, 2, a[i])")).isZero();
    }

    @Test
    void twoEqualPartsAreOne() {
        Expression kept = parser().parseWithSums(
                        "sum(k, data, mlp(x[k], tanh, W, b, a)*y[k] + mlp(x[k], tanh, W, b, a)^2)")
                .withSums();
        assertThat(kept.nodes().filter(SumOver.class::isInstance)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(k, data, x[k,k])",
                "sum(k, data, s/z[k])",
                "sum(k, 1, 9, y[k])",
                "sum(k, data, logistic(s, y[k]))",
                "sum(k, data, cross_entropy(b, c[k] + k))",
                "sum(k, data, cross_entropy(b, y[k]))",
                "sum(i, 1, 4, w[i])",
                "sum(i, 1, 3, sum(j, i + 2, 3, q))",
                "sum(i, 1, 3, i*sum(i, 1, 2, s))",
                "sum(i, 1, 3, (i - 2)^(-1))",
                "sum(k, data, s^(y[k]/100000))",
            })
    void errorsAreTheSame(String text) {
        assertThatThrownBy(() -> parser().parseWithSums(text))
                .isInstanceOfSatisfying(ExpressionSyntaxException.class, error -> assertThatThrownBy(
                                () -> parser().parse(text))
                        .hasMessage(error.getMessage())
                        .isInstanceOfSatisfying(ExpressionSyntaxException.class, written -> assertThat(error.offset())
                                .isEqualTo(written.offset())));
    }

    @Test
    void longSumsAreReadWithoutWritingThemOut() {
        Map<String, ArrayShape> wide =
                Map.of("W", ArrayShape.of(300, 300), "a", ArrayShape.of(300), "x", ArrayShape.of(1000, 300));
        Set<String> names = new HashSet<>();
        wide.forEach(
                (array, shape) -> shape.indices().forEach(indices -> names.add(ArrayShape.element(array, indices))));
        ExpressionParser parser = new ExpressionParser(names).withArrays(wide, Map.of(), 1000);
        String network = "sum(k, data, mlp(x[k], tanh, W, 0, a)^2)";
        ExpressionParser.ParsedExpression parsed = parser.parseWithSums(network);
        assertThat(parsed.expression()).isSameAs(parsed.withSums());
        assertThat(parsed.expression().nodes().filter(SumOver.class::isInstance))
                .hasSize(3);
        assertThatThrownBy(() -> parser.parse(network)).hasMessageContaining("more than 100000 operands");
        assertThatThrownBy(() -> parser.parseWithSums("sum(i, 1, 1000, " + network + ")"))
                .hasMessage("more than 10000000000 operations at each point; use a smaller network or fewer data");
        assertThat(parser.parseWithSums("sum(k, data, log(mlp(x[k], tanh, W, 0, a)))")
                        .withSums()
                        .children())
                .hasSize(1000);
    }
}
