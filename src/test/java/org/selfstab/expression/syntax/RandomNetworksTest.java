package org.selfstab.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1Field;
import org.hipparchus.fraction.BigFraction;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.SumInterpreter;
import org.selfstab.expression.Symbol;

/** Networks of any sizes are the same with their sums and written out, as expressions and in numbers. */
class RandomNetworksTest {

    private static final List<String> ACTIVATIONS =
            List.of("tanh", "softplus", "sigmoid", "erf", "gelu", "relu", "linear", "logcosh");

    /** A loss of a network of random sizes on random data, as text, with what its names mean. */
    private static final class RandomLoss {

        private final Random random;
        private final Map<String, ArrayShape> arrays = new HashMap<>();
        private final Map<String, Expression> data = new HashMap<>();
        private final int points;
        private final String text;

        RandomLoss(long seed) {
            random = new Random(seed);
            points = 1 + random.nextInt(4);
            int inputs = 1 + random.nextInt(3);
            column("x", inputs, this::fraction);
            List<String> layers = new ArrayList<>();
            int before = inputs;
            for (int layer = 1; layer <= 1 + random.nextInt(3); layer++) {
                int width = 1 + random.nextInt(3);
                arrays.put("W" + layer + "w", ArrayShape.of(width, before));
                arrays.put("b" + layer + "b", ArrayShape.of(width));
                layers.add("W" + layer + "w, " + (random.nextBoolean() ? "b" + layer + "b" : "0"));
                before = width;
            }
            String network = "mlp(x[k], " + ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())) + ", "
                    + String.join(", ", layers) + ")";
            text = List.of("sum", "mean").get(random.nextInt(2)) + "(k, data, " + loss(network, before) + ")"
                    + (random.nextBoolean() ? "/3 + squared(W1w, 0)/10" : "");
        }

        private String loss(String network, int outputs) {
            if (outputs > 1 && random.nextBoolean()) {
                int classes = outputs;
                column("y", 1, () -> Expression.constant(1 + random.nextInt(classes)));
                return "cross_entropy(" + network + ", y[k,1])";
            }
            if (random.nextBoolean()) {
                column("y", outputs, () -> Expression.constant(random.nextBoolean() ? 1 : -1));
                return "logistic(" + network + ", y[k])";
            }
            column("y", outputs, this::fraction);
            return "squared(" + network + ", y[k])*(1 + k/7)";
        }

        private void column(String name, int width, Supplier<Expression> entry) {
            ArrayShape shape = ArrayShape.of(points, width);
            arrays.put(name, shape);
            shape.indices().forEach(indices -> data.put(ArrayShape.element(name, indices), entry.get()));
        }

        private Expression fraction() {
            return Expression.constant(new BigFraction(random.nextInt(9) - 4, 1 + random.nextInt(3)));
        }

        ExpressionParser parser() {
            List<String> names = new ArrayList<>();
            arrays.forEach((array, shape) -> shape.indices().stream()
                    .map(indices -> ArrayShape.element(array, indices))
                    .filter(name -> !data.containsKey(name))
                    .forEach(names::add));
            return new ExpressionParser(names).withArrays(arrays, data, points);
        }

        /** The value of a variable at a random point, exact. */
        Expression value(String variable) {
            return Expression.constant(new BigFraction(new Random(variable.hashCode()).nextInt(2001) - 1000, 1000));
        }
    }

    @Property(tries = 150)
    void areTheSame(@ForAll long seed) {
        RandomLoss loss = new RandomLoss(seed);
        ExpressionParser.ParsedExpression parsed = loss.parser().parseWithSums(loss.text);
        assertThat(parsed.withSums().writtenOut()).as(loss.text).isSameAs(parsed.expression());
        assertThat(loss.parser().parseWithSums(parsed.withSums().toString()).withSums())
                .as(loss.text)
                .isSameAs(parsed.withSums());
        Map<String, Expression> values = new HashMap<>();
        parsed.expression().symbolNames().forEach(name -> values.put(name, loss.value(name)));
        double expected = FieldInterpreter.evaluate(parsed.expression().substitute(values), Binary64Field.getInstance())
                .getReal();
        UnivariateDerivative1 value = SumInterpreter.value(parsed.withSums(), symbol -> number(loss, symbol));
        assertThat(value.getReal()).as(loss.text).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
        if (!loss.text.contains("relu")) { // which may be at its kink
            double slope = slope(parsed.expression(), loss);
            assertThat(value.getFirstDerivative())
                    .as(loss.text)
                    .isCloseTo(slope, within(1e-13 * (1 + Math.abs(slope))));
        }
    }

    /** The derivative along (1, ..., 1) of a loss written out. */
    private static double slope(Expression writtenOut, RandomLoss loss) {
        List<Symbol> symbols =
                writtenOut.symbolNames().stream().map(Expression::symbol).toList();
        FieldInterpreter<UnivariateDerivative1> interpreter = new FieldInterpreter<>(
                StraightLineProgram.of(symbols, List.of(List.of(writtenOut))),
                UnivariateDerivative1Field.getInstance());
        for (int i = 0; i < symbols.size(); i++) {
            interpreter.setInput(i, new UnivariateDerivative1(number(loss, symbols.get(i)), 1));
        }
        interpreter.run(0);
        return interpreter.output(0, 0).getFirstDerivative();
    }

    private static double number(RandomLoss loss, Symbol symbol) {
        return FieldInterpreter.evaluate(loss.value(symbol.name()), Binary64Field.getInstance())
                .getReal();
    }
}
