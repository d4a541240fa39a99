package org.selfstab.expression.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.analysis.differentiation.FDSFactory;
import org.hipparchus.analysis.differentiation.FieldDerivativeStructure;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.selfstab.Problems;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.syntax.RandomExpressions;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemReader;
import org.selfstab.symbolic.SymbolicLossDerivatives;

class ExpressionDerivativesTest {

    private static final Symbol X = Expression.symbol("x");
    private static final Symbol Y = Expression.symbol("y");
    private static final DfpField FIFTY_DIGITS = new DfpField(50);

    private static double firstDirection(int i) {
        return 1.0 / (i + 1);
    }

    private static double secondDirection(int i) {
        return i % 2 == 0 ? 1.0 : -0.5;
    }

    @Test
    void aValleysDerivativesAreAsByHand() {
        Expression zeta = Expression.symbol("zeta");
        Expression valley = Y.plus(zeta.times(X)).times(X.power(2)).dividedBy(Expression.TWO);
        LossDerivatives derivatives = ExpressionDerivatives.of(List.of(X, Y), valley);
        assertThat(derivatives.gradient(1)).hasToString("x^2/2");
        assertThat(derivatives.hessian(1, 0)).hasToString("x");
        assertThat(derivatives.third(0, 0, 0)).hasToString("3*zeta");
        LossDerivatives closed = derivatives.substitute(Map.of("zeta", Expression.constant(new BigFraction(1, 2))));
        assertThat(closed.thirdAlong(0, 0)).hasToString("3*a[x]/2 + a[y]");
    }

    @Test
    void aVariableIsNotAParameter() {
        LossDerivatives derivatives = ExpressionDerivatives.of(List.of(X), X.power(2));
        assertThatThrownBy(() -> derivatives.substitute(Map.of("x", Expression.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }

    /** Where {@code |x|} has a derivative it is a sign, which is constant. */
    @Test
    void theSecondDerivativeOfAnAbsoluteValueIsExactlyZero() {
        Expression kink = Expression.apply(ElementaryFunction.ABS, X.times(Y));
        LossDerivatives derivatives = ExpressionDerivatives.of(List.of(X, Y), kink);
        assertThat(derivatives.hessian(0, 0)).isEqualTo(Expression.ZERO);
        assertThat(derivatives.third(0, 0, 1)).isEqualTo(Expression.ZERO);
    }

    /** Beyond, computer algebra takes too long: networks are held against it in smaller ones. */
    private static final int MOST_VARIABLES = 12;

    /** One of those that have the same loss with other parameters, starts or optimizers. */
    static Stream<Problem> examples() throws IOException {
        Set<List<Object>> losses = new HashSet<>();
        return Problems.examples()
                .filter(problem -> problem.variables().size() <= MOST_VARIABLES)
                .filter(problem -> losses.add(List.of(problem.variables(), problem.loss())));
    }

    /** By two ways that share no rule, to all digits but the guard digits. */
    @ParameterizedTest
    @MethodSource("examples")
    void examplesAgreeWithSymja(Problem problem) {
        LossDerivatives automatic = DerivedLoss.of(problem);
        LossDerivatives symbolic = SymbolicLossDerivatives.of(problem.variables(), problem.loss())
                .substitute(problem.parameters().values());
        List<Dfp> point = IntStream.range(0, problem.variables().size())
                .mapToObj(problem.startOver(FIFTY_DIGITS)::getEntry)
                .toList();
        assertAgreement(automatic, symbolic, point);
    }

    @Property(tries = 50, seed = "20220930")
    void randomLossesAgreeWithSymja(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @IntRange(min = 1, max = 7) int size) {
        List<Symbol> variables = List.of(X, Y, Expression.symbol("z")).subList(0, n);
        Expression loss = new RandomExpressions(seed, variables).grow(size);
        List<Dfp> point = new Random(seed)
                .doubles(n, 0.2, 1.4)
                .mapToObj(FIFTY_DIGITS::newDfp)
                .toList();
        assertAgreement(ExpressionDerivatives.of(variables, loss), SymbolicLossDerivatives.of(variables, loss), point);
    }

    /** Losses that Symja takes too long for, against Hipparchus's jets along the same directions. */
    @ParameterizedTest
    @ValueSource(strings = {"small-network-refused", "deep10", "deep14", "prod-d12", "net-H5-n4", "chain-32"})
    void lossesTooLargeForSymjaAgreeWithJets(String name) {
        Problem problem = ProblemReader.read(Path.of("src/test/resources/cases", name + ".toml"))
                .problem();
        int n = problem.variables().size();
        LossDerivatives derivatives = DerivedLoss.of(problem);
        List<Dfp> values = values(
                derivatives,
                IntStream.range(0, n)
                        .mapToObj(problem.startOver(FIFTY_DIGITS)::getEntry)
                        .toList());
        FDSFactory<Dfp> factory = new FDSFactory<>(FIFTY_DIGITS, 4, 4);
        StraightLineProgram loss = StraightLineProgram.of(problem.variables(), List.of(List.of(derivatives.value())));
        FieldInterpreter<FieldDerivativeStructure<Dfp>> jets =
                new FieldInterpreter<>(loss, factory.getDerivativeField());
        for (int[] entry : new int[][] {{0, 0}, {0, 1}, {n - 2, n - 1}}) {
            for (int i = 0; i < n; i++) {
                jets.setInput(
                        i,
                        factory.constant(problem.startOver(FIFTY_DIGITS).getEntry(i))
                                .add(factory.variable(0, FIFTY_DIGITS.getZero()).multiply(firstDirection(i)))
                                .add(factory.variable(1, FIFTY_DIGITS.getZero()).multiply(secondDirection(i)))
                                .add(i == entry[0] ? factory.variable(2, FIFTY_DIGITS.getZero()) : factory.constant(0))
                                .add(
                                        i == entry[1]
                                                ? factory.variable(3, FIFTY_DIGITS.getZero())
                                                : factory.constant(0)));
            }
            jets.run(0);
            FieldDerivativeStructure<Dfp> jet = jets.output(0, 0);
            int first = indexOfEntry(n, entry[0], entry[1]);
            assertNear(values.get(first), jet.getPartialDerivative(0, 0, 1, 1));
            assertNear(values.get(first + 1), jet.getPartialDerivative(1, 0, 1, 1));
            assertNear(values.get(first + 2), jet.getPartialDerivative(1, 1, 1, 1));
        }
    }

    /** Of the Hessian's entry among {@link #values}. */
    private static int indexOfEntry(int n, int row, int column) {
        int index = 1;
        for (int i = 0; i < row; i++) {
            index += 1 + 3 * (n - i);
        }
        return index + 1 + 3 * (column - row);
    }

    private static void assertNear(Dfp found, Dfp expected) {
        double scale = Math.max(1.0, Math.abs(expected.toDouble()));
        assertThat(found.subtract(expected).abs().toDouble()).isLessThan(1e-38 * scale);
    }

    /** More variables than contractions by entries are made for. */
    @Test
    void contractionsOfManyVariablesAgreeWithSymja() {
        List<Symbol> variables =
                IntStream.range(0, 12).mapToObj(i -> Expression.symbol("t" + i)).toList();
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Expression product = Expression.product(
                    List.of(variables.get(i), variables.get((i + 1) % 12), variables.get((i + 3) % 12)));
            terms.add(product.minus(Expression.ONE).power(2));
            terms.add(Expression.apply(ElementaryFunction.TANH, variables.get(i).times(variables.get((i + 5) % 12))));
        }
        Expression loss = Expression.sum(terms);
        List<Dfp> point = new Random(5)
                .doubles(12, 0.7, 1.3)
                .mapToObj(FIFTY_DIGITS::newDfp)
                .toList();
        assertAgreement(ExpressionDerivatives.of(variables, loss), SymbolicLossDerivatives.of(variables, loss), point);
    }

    private static void assertAgreement(LossDerivatives automatic, LossDerivatives symbolic, List<Dfp> point) {
        List<Dfp> found = values(automatic, point);
        List<Dfp> expected = values(symbolic, point);
        double largest = expected.stream()
                .mapToDouble(value -> Math.abs(value.toDouble()))
                .filter(Double::isFinite)
                .max()
                .orElse(1.0);
        for (int i = 0; i < expected.size(); i++) {
            if (Double.isFinite(expected.get(i).toDouble())) {
                double difference = found.get(i).subtract(expected.get(i)).abs().toDouble();
                assertThat(difference)
                        .as("output %s of %s at %s", i, automatic.value(), point)
                        .isLessThanOrEqualTo(1e-40 * Math.max(1.0, largest));
            }
        }
    }

    /** Value, gradient, Hessian, and both contractions with directions that single out no coordinate. */
    private static List<Dfp> values(LossDerivatives derivatives, List<Dfp> point) {
        int n = point.size();
        List<Expression> outputs = new ArrayList<>(List.of(derivatives.value()));
        for (int i = 0; i < n; i++) {
            outputs.add(derivatives.gradient(i));
            for (int j = i; j < n; j++) {
                outputs.add(derivatives.hessian(i, j));
                outputs.add(derivatives.thirdAlong(i, j));
                outputs.add(derivatives.fourthAlong(i, j));
            }
        }
        List<Symbol> inputs = Stream.of(
                        derivatives.variables(), derivatives.firstDirection(), derivatives.secondDirection())
                .flatMap(List::stream)
                .toList();
        FieldInterpreter<Dfp> interpreter =
                new FieldInterpreter<>(StraightLineProgram.of(inputs, List.of(outputs)), FIFTY_DIGITS);
        for (int i = 0; i < n; i++) {
            interpreter.setInput(i, point.get(i));
            interpreter.setInput(n + i, FIFTY_DIGITS.newDfp(firstDirection(i)));
            interpreter.setInput(2 * n + i, FIFTY_DIGITS.newDfp(secondDirection(i)));
        }
        interpreter.run(0);
        return IntStream.range(0, outputs.size())
                .mapToObj(i -> interpreter.output(0, i))
                .toList();
    }

    /** A layer more adds equally many operations: neither exponential nor quadratic. */
    @ParameterizedTest
    @ValueSource(strings = {"sin", "tanh", "softplus", "exp"})
    void compositionsGrowLinearly(String name) {
        ElementaryFunction function = ElementaryFunction.valueOf(name.toUpperCase(java.util.Locale.ROOT));
        int twenty = operations(composition(function, 20));
        int forty = operations(composition(function, 40));
        int eighty = operations(composition(function, 80));
        assertThat(eighty - forty).isLessThan(3 * (forty - twenty));
    }

    private static Expression composition(ElementaryFunction function, int depth) {
        Expression composed = X.times(Y);
        for (int i = 0; i < depth; i++) {
            composed = Expression.apply(function, composed.times(Expression.constant(new BigFraction(1, i + 2))));
        }
        return composed;
    }

    private static int operations(Expression loss) {
        LossDerivatives derivatives = ExpressionDerivatives.of(List.of(X, Y), loss);
        List<Symbol> inputs = new ArrayList<>(derivatives.variables());
        inputs.addAll(derivatives.firstDirection());
        inputs.addAll(derivatives.secondDirection());
        return StraightLineProgram.of(inputs, List.of(List.of(derivatives.fourthAlong(0, 1))))
                .instructions()
                .size();
    }
}
