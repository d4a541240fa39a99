package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** Mean square error of a one-dimensional network {@code sum_h c_h tanh(w_h s + b_h)} on a few data points. */
final class TanhNetwork {

    private TanhNetwork() {}

    /** Variables are w, then b, then c; data point p is {@code (p - 1/2, (-1)^p / 3)}. */
    static FormalDerivatives derivatives(int hiddenUnits, int dataPoints) {
        List<Symbol> weights = symbols("w", hiddenUnits);
        List<Symbol> biases = symbols("b", hiddenUnits);
        List<Symbol> outputs = symbols("c", hiddenUnits);
        List<Expression> squares = new ArrayList<>();
        for (int p = 0; p < dataPoints; p++) {
            Expression input = Expression.constant(new BigFraction(2 * p - 1, 2));
            List<Expression> terms = new ArrayList<>();
            terms.add(Expression.constant(new BigFraction(p % 2 == 0 ? -1 : 1, 3)));
            for (int h = 0; h < hiddenUnits; h++) {
                Expression activation = Expression.apply(
                        ElementaryFunction.TANH, weights.get(h).times(input).plus(biases.get(h)));
                terms.add(outputs.get(h).times(activation));
            }
            squares.add(Expression.sum(terms).power(2));
        }
        Expression loss = Expression.sum(squares).dividedBy(Expression.constant(2 * dataPoints));
        return new FormalDerivatives(
                Stream.of(weights, biases, outputs).flatMap(List::stream).toList(), loss);
    }

    private static List<Symbol> symbols(String prefix, int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> Expression.symbol(prefix + i))
                .toList();
    }
}
