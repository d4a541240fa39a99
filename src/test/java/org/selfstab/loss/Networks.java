package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.Table;

/**
 * Losses of networks whose sums are not written out, with random data.
 *
 * @param variables the parameters
 * @param loss the loss
 */
record Networks(List<Symbol> variables, Expression loss) {

    /** {@code sum(k, (sum(j, a[j]*f(sum(i, W[j,i]*x[k,i]) + b[j])) + c - y[k])^2)/(2*points)}, variables in the order W, b, a and c if there is one. */
    static Networks twoLayers(ElementaryFunction function, int width, int inputs, int points, boolean hasOutputBias) {
        Random random = new Random(points);
        Index k = Expression.index("k", 1, points);
        Index j = Expression.index("j", 1, width);
        Index i = Expression.index("i", 1, inputs);
        Table weights = symbols("W", width, inputs);
        Table biases = symbols("b", width);
        Table outputs = symbols("a", width);
        Expression inner = Expression.sumOver(
                        i, entry(weights, j, i).times(entry(numbers(random, points, inputs), k, i)))
                .plus(entry(biases, j));
        Expression residual = Expression.sumOver(j, entry(outputs, j).times(Expression.apply(function, inner)))
                .minus(entry(numbers(random, points), k));
        List<Symbol> variables = new ArrayList<>();
        for (Table table : List.of(weights, biases, outputs)) {
            table.entries().forEach(entry -> variables.add((Symbol) entry));
        }
        if (hasOutputBias) {
            variables.add(Expression.symbol("c"));
            residual = residual.plus(Expression.symbol("c"));
        }
        Expression loss = Expression.sumOver(k, residual.power(2)).dividedBy(Expression.constant(2 * points));
        return new Networks(variables, loss);
    }

    /** A table of symbols such as {@code W[1,2]}. */
    static Table symbols(String name, Integer... sizes) {
        List<Expression> entries = new ArrayList<>();
        int count = List.of(sizes).stream().reduce(1, (a, b) -> a * b);
        for (int place = 0; place < count; place++) {
            StringBuilder symbol = new StringBuilder();
            int rest = place;
            for (int axis = sizes.length - 1; axis >= 0; axis--) {
                symbol.insert(0, "_" + (rest % sizes[axis] + 1));
                rest /= sizes[axis];
            }
            entries.add(Expression.symbol(name + symbol));
        }
        return new Table(List.of(sizes), entries);
    }

    /** A table of decimals between -1 and 1. */
    static Table numbers(Random random, Integer... sizes) {
        List<Expression> entries = new ArrayList<>();
        int count = List.of(sizes).stream().reduce(1, (a, b) -> a * b);
        for (int place = 0; place < count; place++) {
            entries.add(Expression.constant(new BigFraction(random.nextInt(-1000, 1001), 1000)));
        }
        return new Table(List.of(sizes), entries);
    }

    /** The entry of a table at indices, all from 1 on. */
    static Expression entry(Table table, Index... indices) {
        Map<Index, Integer> strides = new java.util.HashMap<>();
        int offset = 0;
        for (int i = 0; i < indices.length; i++) {
            strides.merge(indices[i], table.stride(i), Integer::sum);
            offset -= table.stride(i);
        }
        return Expression.element(table, offset, strides);
    }
}
