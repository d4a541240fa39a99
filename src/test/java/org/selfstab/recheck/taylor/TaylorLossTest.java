package org.selfstab.recheck.taylor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.linear.ArrayFieldVector;
import org.hipparchus.linear.FieldVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.loss.InterpretedLoss;
import org.selfstab.loss.LossAtPoint;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/** The checker's derivatives against Symja's, which share neither rule nor parse with them, against exact values, and over boxes. */
class TaylorLossTest {

    private static final DecimalIntervalField FIELD = new DecimalIntervalField(40);
    private static final List<String> VARIABLES = List.of("x", "y", "z");
    private static final double[] POINT = {0.75, 1.25, 0.5};
    private static final BigDecimal CLOSE = new BigDecimal("1e-30");
    private static final int FEW = 4;

    private static FieldVector<DecimalInterval> point(double... numbers) {
        FieldVector<DecimalInterval> point = new ArrayFieldVector<>(FIELD, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            point.setEntry(i, FIELD.of(numbers[i]));
        }
        return point;
    }

    private static TaylorLoss loss(String text) {
        return new TaylorLoss(new FormulaParser(VARIABLES).parse(text), VARIABLES, Map.of(), FIELD);
    }

    private static LossAtPoint<DecimalInterval> bySymja(
            List<Symbol> variables, Expression loss, FieldVector<DecimalInterval> point) {
        return InterpretedLoss.of(SymbolicLossDerivatives.of(variables, loss), FIELD)
                .at(point);
    }

    private static LossAtPoint<DecimalInterval> bySymja(String text) {
        Expression expression = new ExpressionParser(VARIABLES).parse(text).expression();
        return bySymja(VARIABLES.stream().map(Expression::symbol).toList(), expression, point(POINT));
    }

    private static void assertAgree(LossEnclosure found, LossAtPoint<DecimalInterval> expected, int n) {
        assertClose(found.value(), expected.value());
        for (int i = 0; i < n; i++) {
            assertClose(found.gradient().getEntry(i), expected.gradient().getEntry(i));
        }
        FieldVector<DecimalInterval> a = point(new Random(n).doubles(n, -1, 1).toArray());
        FieldVector<DecimalInterval> b =
                point(new Random(n + 100).doubles(n, -1, 1).toArray());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertClose(found.hessian().getEntry(i, j), expected.hessian().getEntry(i, j));
                assertClose(found.third(a).getEntry(i, j), expected.third(a).getEntry(i, j));
                assertClose(
                        found.fourth(a, b).getEntry(i, j), expected.fourth(a, b).getEntry(i, j));
            }
        }
    }

    /** Both contain the exact value, so that they meet; and they are narrow. */
    private static void assertClose(DecimalInterval found, DecimalInterval expected) {
        assertThat(found.isFinite() && expected.isFinite()).isTrue();
        BigDecimal scale = BigDecimal.ONE.max(expected.mag().upper());
        assertThat(found.lower()).isLessThanOrEqualTo(expected.upper());
        assertThat(found.upper()).isGreaterThanOrEqualTo(expected.lower());
        assertThat(found.upper().subtract(found.lower())).isLessThan(scale.multiply(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2*(y + x*z)/2 - (x + y)/100",
                "exp(x*y) + exp(-z^2)",
                "log(x*y + z)*log(1 + x^2)",
                "sin(x*y)*cos(y - z) + tan(x/2 + z)",
                "sinh(x - y)*cosh(z + x) - tanh(x*y*z)",
                "atan(x*y) + atan(x - 3*y)*atan(z)",
                "softplus(x - y) + softplus(5*y)*sigmoid(x + z) - sigmoid(-y)",
                "logcosh(x*y - 1) + logcosh(4*z)^2",
                "sqrt(x^2 + y^2 + z^2) + norm(x, 2*y, 3)",
                "x^(1/3)*y^(-2/3) + (x + y)^(5/2) - z^-3",
                "(x - y)^7/(1 + z^4) + x^3*y^2/z",
                "x^y + y^(x*z) + 2^x",
                "abs(x - 2*y)*z^2",
                "sum(i, 1, 3, i*x^i/(y + i)) + sum(i, -1, 1, sum(j, 0, 2, cos(i*x + j*z)))",
                "pi*x*y^2 - z^4/24 + -x^2",
                "(tanh(x*(3/4) + y) - 1/3)^2 + (tanh(-x*(1/4) + y)*z - 2/5)^2",
            })
    void agreesWithSymja(String text) {
        assertAgree(loss(text).over(point(POINT)), bySymja(text), VARIABLES.size());
    }

    /** Losses as they come, grown at random from all operations. */
    @Property(tries = 25, seed = "20220930")
    void agreesWithSymjaOnRandomLosses(@ForAll long seed) {
        String text = grown(new Random(seed), FEW);
        assertAgree(loss(text).over(point(POINT)), bySymja(text), VARIABLES.size());
    }

    private static String grown(Random random, int size) {
        if (size == 0) {
            return random.nextInt(FEW) == 0 ? (1 + random.nextInt(9)) + "/7" : VARIABLES.get(random.nextInt(3));
        }
        String a = grown(random, size - 1);
        String b = grown(random, random.nextInt(size));
        // bounded inside, so that nothing leaves its domain or grows beyond measure
        return switch (random.nextInt(11)) {
            case 0, 1 -> "(" + a + " + " + b + ")";
            case 2 -> "(" + a + " - " + b + ")";
            case 3, 4 -> "(" + a + ")*(" + b + ")";
            case 5 -> "(" + a + ")/(2 + (" + b + ")^2)";
            case 6 -> "sqrt(1 + (" + a + ")^2)";
            case 7 -> "tanh(" + a + ")";
            case 8 -> "log(3 + cos(" + a + "))";
            case 9 -> "sin(" + a + ")";
            default -> "softplus(" + a + ")";
        };
    }

    /** The prover's, which ExpressionDerivativesTest holds against Symja's on the same examples. */
    @ParameterizedTest
    @MethodSource("org.selfstab.Problems#exampleFiles")
    void agreesWithTheProverOnSmallExamples(Path example) {
        assertAgreesOn(example, FEW, (problem, point) -> InterpretedLoss.of(DerivedLoss.of(problem), FIELD)
                .at(point));
    }

    /** All but the networks of 61 and 121 variables, which are beyond the checker's limits. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("org.selfstab.Problems#exampleFiles")
    void agreesWithSymjaOnEveryExample(Path example) {
        assertAgreesOn(example, 60, (problem, point) -> bySymja(problem.variables(), problem.lossOfVariables(), point));
    }

    private static void assertAgreesOn(
            Path example,
            int mostVariables,
            BiFunction<Problem, FieldVector<DecimalInterval>, LossAtPoint<DecimalInterval>> expected) {
        Problem problem = ProblemReader.read(example).problem();
        int n = problem.variables().size();
        if (n > mostVariables) {
            return;
        }
        List<String> variables = names(problem.variables());
        List<String> all = new ArrayList<>(variables);
        Map<String, DecimalInterval> values = new LinkedHashMap<>();
        problem.parameters().values().forEach((name, value) -> {
            all.add(name);
            values.put(name, TaylorLoss.valueOf(new FormulaParser(List.of()).parse(value.toString()), Map.of(), FIELD));
        });
        FieldVector<DecimalInterval> point = problem.startOver(FIELD);
        // off the start, where some derivatives of several examples are 0
        point.mapAddToSelf(FIELD.of(0.0625));
        TaylorLoss loss =
                new TaylorLoss(new FormulaParser(all).parse(problem.loss().toString()), variables, values, FIELD);
        assertAgree(loss.over(point), expected.apply(problem, point), n);
    }

    private static List<String> names(List<Symbol> symbols) {
        return symbols.stream().map(Symbol::name).toList();
    }

    /** {@code L = x^2 y^3 z}: every derivative is an integer, and exact. */
    @Test
    void aMonomialHasExactDerivatives() {
        LossEnclosure local = loss("x^2*y^3*z").over(point(2, 3, 5));
        assertThat(local.value()).isEqualTo(FIELD.of(540));
        assertThat(local.gradient()).isEqualTo(point(540, 540, 108));
        assertThat(local.hessian().getRowVector(0)).isEqualTo(point(270, 540, 108));
        FieldVector<DecimalInterval> x = point(1, 0, 0);
        FieldVector<DecimalInterval> y = point(0, 1, 0);
        assertThat(local.third(x).getRowVector(1)).isEqualTo(point(270, 360, 108));
        assertThat(local.fourth(x, y).getRowVector(1)).isEqualTo(point(180, 120, 72));
        assertThat(local.fourth(x, x).getRowVector(2)).isEqualTo(point(0, 54, 0));
    }

    /** Over a box each derivative contains those at its points. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3*y^2 - x*y*z",
                "exp(x*y)/(1 + z^2)",
                "log(x + y)*sqrt(z + x)",
                "tan(x/2)*sin(3*y)*cos(z)",
                "softplus(x - y)*sigmoid(z)*logcosh(x)",
                "atan(5*x)*tanh(y - z)*cosh(x)",
                "(x + y)^(1/3)*z^(-5/2)*abs(y)",
            })
    void aBoxContainsItsPoints(String text) {
        Random random = new Random(text.hashCode());
        FieldVector<DecimalInterval> box = point(POINT);
        BiConsumer<Integer, double[]> set =
                (i, ends) -> box.setEntry(i, FIELD.of(new BigDecimal(ends[0]), new BigDecimal(ends[1])));
        set.accept(0, new double[] {0.5, 1.0});
        set.accept(1, new double[] {1.0, 1.5});
        set.accept(2, new double[] {0.25, 0.5});
        LossEnclosure over = loss(text).over(box);
        for (int trial = 0; trial < 20; trial++) {
            FieldVector<DecimalInterval> at = point(
                    0.5 + 0.5 * random.nextDouble(),
                    1.0 + 0.5 * random.nextDouble(),
                    0.25 + 0.25 * random.nextDouble());
            LossEnclosure local = loss(text).over(at);
            FieldVector<DecimalInterval> a = point(random.nextDouble(), -random.nextDouble(), 1);
            assertThat(over.value().contains(local.value())).isTrue();
            for (int i = 0; i < 3; i++) {
                assertThat(over.gradient().getEntry(i).contains(local.gradient().getEntry(i)))
                        .isTrue();
                for (int j = 0; j < 3; j++) {
                    assertThat(over.hessian()
                                    .getEntry(i, j)
                                    .contains(local.hessian().getEntry(i, j)))
                            .isTrue();
                    assertThat(over.third(a)
                                    .getEntry(i, j)
                                    .contains(local.third(a).getEntry(i, j)))
                            .isTrue();
                    assertThat(over.fourth(a, a)
                                    .getEntry(i, j)
                                    .contains(local.fourth(a, a).getEntry(i, j)))
                            .isTrue();
                }
            }
        }
    }

    /** Whatever makes a part undefined or not smooth makes the whole so, also where the part is multiplied by 0 or cancels. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + log(0 - 1) | a logarithm of [-1, -1]",
                "x + 0*log(0 - 1) | a logarithm of",
                "x + sin(log(-1))/10^30 | a logarithm of",
                "x + log(-1)^0 | a logarithm of",
                "x + log(-1) - log(-1) | a logarithm of",
                "log(x - y) | a logarithm of [-0.50, -0.50]",
                "0*sqrt(x - y) | a square root of",
                "sqrt(x - 3/4) | a square root of",
                "(x - 2)^(1/3) | the power 1/3 of",
                "y/(x - 3/4) | a quotient by",
                "(x - 3/4)^-2 | a quotient by",
                "1/0 + x | a quotient by",
                "0^-1 + x | a quotient by",
                "0/(x - x) | a quotient by",
                "abs(x - 3/4) | a derivative of the absolute value",
                "norm(x - 3/4, 0) | a square root of",
                "abs((x - 3/4)^2) | a derivative of the absolute value",
                "tan(2*pi*x) | a tangent of",
                "(x - 2)^y | a logarithm of",
                "x*(-1)^(1/2) | a square root of",
            })
    void saysWhyALossIsUndefined(String text, String reason) {
        assertThatThrownBy(() -> loss(text).over(point(POINT)).value())
                .isInstanceOf(UndefinedException.class)
                .hasMessageStartingWith(reason);
    }

    /** What is constant need not be smooth, and a value alone need not be either. */
    @Test
    void constantsMayStandAtTheEdgeOfTheirDomain() {
        assertThat(loss("x^2 + sqrt(0)*y + abs(0) + 0^(1/3)").over(point(POINT)).gradient())
                .isEqualTo(point(1.5, 0, 0));
        assertThat(valueOf("sqrt(1/4) + abs(-2)")).isEqualTo(FIELD.of(2.5));
        assertThat(valueOf("(2/3)^2*9 - 2^10/4^3")).isEqualTo(FIELD.of(-12));
        assertThat(loss("log(x)").obstacle(point(POINT))).isEmpty();
        assertThat(loss("log(-x)").obstacle(point(POINT))).isPresent();
    }

    private static DecimalInterval valueOf(String text) {
        return TaylorLoss.valueOf(new FormulaParser(List.of()).parse(text), Map.of(), FIELD);
    }
}
