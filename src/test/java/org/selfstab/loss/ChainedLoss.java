package org.selfstab.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.ElementaryFunction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ExpressionDerivatives;
import org.selfstab.expression.autodiff.LossDerivatives;

/** {@code sum_i (w_i tanh(c_i x + y) - t_i)^2} with as many terms as wanted, all different: a loss of any size in two variables. */
final class ChainedLoss {

    private ChainedLoss() {}

    static LossDerivatives ofTerms(int terms) {
        Symbol x = Expression.symbol("x");
        Symbol y = Expression.symbol("y");
        List<Expression> squares = new ArrayList<>();
        for (int i = 1; i <= terms; i++) {
            Expression inner = constant(i, terms).times(x).plus(y);
            Expression unit = Expression.apply(ElementaryFunction.TANH, inner);
            squares.add(constant(i + 1, i).times(unit).minus(constant(1, i)).power(2));
        }
        return ExpressionDerivatives.of(List.of(x, y), Expression.sum(squares));
    }

    private static Expression constant(int numerator, int denominator) {
        return Expression.constant(new BigFraction(numerator, denominator));
    }

    static List<Expression> gradient(LossDerivatives loss) {
        return IntStream.range(0, 2).mapToObj(loss::gradient).toList();
    }
}
