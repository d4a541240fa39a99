package org.selfstab.expression.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.Binary64Field;
import org.selfstab.expression.Expression;
import org.selfstab.expression.FieldInterpreter;
import org.selfstab.expression.StraightLineProgram;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.syntax.RandomExpressions;
import org.selfstab.symbolic.SymbolicLossDerivatives;

/**
 * Every entry of every derivative up to order four, by Symja and by differentiation of the graph, against Hipparchus's jets, which share no
 * rule with either. The error allowed is relative to the largest intermediate of the evaluation, because a sum of large terms may cancel.
 */
class DerivativesAgainstJetsTest {

    private static final double TOLERANCE = 1e-10;
    private static final int ORDER = 4;
    private static final AtomicInteger COMPARED = new AtomicInteger();
    private static final AtomicInteger DISCARDED = new AtomicInteger();

    @Property(tries = 150, seed = "20220930")
    void everyEntryAgrees(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @IntRange(min = 1, max = 5) int size) {
        List<Symbol> variables = List.of(Expression.symbol("E"), Expression.symbol("y"), Expression.symbol("D"))
                .subList(0, n);
        Expression graph = new RandomExpressions(seed, variables).grow(size);
        LossDerivatives symbolic = SymbolicLossDerivatives.of(variables, graph);
        LossDerivatives automatic = ExpressionDerivatives.of(variables, graph);
        double[] point = new Random(seed).doubles(n, 0.2, 1.4).toArray();
        DerivativeStructure jet = jetOf(graph, variables, point);
        for (int[] index : multiIndices(n)) {
            double expected = jet.getPartialDerivative(orders(index, n));
            compare(expected, entry(symbolic, index), variables, point, graph);
            compare(expected, entry(automatic, index), variables, point, graph);
        }
    }

    @AfterContainer
    static void mostPointsWereInTheDomain() {
        assertThat(COMPARED.get()).isGreaterThan(2000);
        assertThat(DISCARDED.get()).isLessThan(COMPARED.get() / 10);
    }

    private static void compare(
            double expected, Expression entry, List<Symbol> variables, double[] point, Expression graph) {
        Magnitude found = Magnitude.of(entry, variables, point);
        if (!Double.isFinite(expected) || !Double.isFinite(found.value()) || found.largest() > 1e12) {
            DISCARDED.incrementAndGet();
            return;
        }
        COMPARED.incrementAndGet();
        double scale = Math.max(found.largest(), Math.abs(expected));
        assertThat(Math.abs(found.value() - expected))
                .as("%s of %s at %s: jet %s, found %s", entry, graph, point, expected, found.value())
                .isLessThanOrEqualTo(TOLERANCE * Math.max(1.0, scale));
    }

    /** A value and the largest magnitude met on the way to it. */
    private record Magnitude(double value, double largest) {

        static Magnitude of(Expression entry, List<Symbol> variables, double[] point) {
            List<Expression> nodes = new ArrayList<>(List.of(entry));
            entry.nodes().forEach(nodes::add);
            FieldInterpreter<Binary64> interpreter = new FieldInterpreter<>(
                    StraightLineProgram.of(variables, List.of(nodes)), Binary64Field.getInstance());
            for (int i = 0; i < point.length; i++) {
                interpreter.setInput(i, new Binary64(point[i]));
            }
            interpreter.run(0);
            double largest = IntStream.range(0, nodes.size())
                    .mapToDouble(i -> Math.abs(interpreter.output(0, i).getReal()))
                    .max()
                    .orElseThrow();
            return new Magnitude(interpreter.output(0, 0).getReal(), largest);
        }
    }

    private static DerivativeStructure jetOf(Expression graph, List<Symbol> variables, double[] point) {
        DSFactory factory = new DSFactory(variables.size(), ORDER);
        FieldInterpreter<DerivativeStructure> interpreter = new FieldInterpreter<>(
                StraightLineProgram.of(variables, List.of(List.of(graph))), factory.getDerivativeField());
        for (int i = 0; i < point.length; i++) {
            interpreter.setInput(i, factory.variable(i, point[i]));
        }
        interpreter.run(0);
        return interpreter.output(0, 0);
    }

    private static Expression entry(LossDerivatives d, int[] i) {
        return switch (i.length) {
            case 0 -> d.value();
            case 1 -> d.gradient(i[0]);
            case 2 -> d.hessian(i[0], i[1]);
            case 3 -> d.third(i[0], i[1], i[2]);
            default -> d.fourth(i[0], i[1], i[2], i[3]);
        };
    }

    private static int[] orders(int[] index, int n) {
        int[] orders = new int[n];
        for (int i : index) {
            orders[i]++;
        }
        return orders;
    }

    private static List<int[]> multiIndices(int n) {
        List<int[]> all = new ArrayList<>();
        collect(new int[0], n, all);
        return all;
    }

    private static void collect(int[] prefix, int n, List<int[]> all) {
        all.add(prefix);
        if (prefix.length < ORDER) {
            for (int i = prefix.length == 0 ? 0 : prefix[prefix.length - 1]; i < n; i++) {
                int[] longer = Arrays.copyOf(prefix, prefix.length + 1);
                longer[prefix.length] = i;
                collect(longer, n, all);
            }
        }
    }
}
