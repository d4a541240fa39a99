package org.selfstab.loss;

import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

/** {@code L = (y + z x) x^2/2 - e (x + y)} (theory.md section 9), its derivatives entered by hand. */
record SharpValley(Expression z, Expression e) implements LossDerivatives {

    static final Symbol X = Expression.symbol("x");
    static final Symbol Y = Expression.symbol("y");
    private static final List<Symbol> A = List.of(Expression.symbol("a1"), Expression.symbol("a2"));
    private static final List<Symbol> B = List.of(Expression.symbol("b1"), Expression.symbol("b2"));

    static SharpValley of(BigFraction z, BigFraction e) {
        return new SharpValley(Expression.constant(z), Expression.constant(e));
    }

    @Override
    public List<Symbol> variables() {
        return List.of(X, Y);
    }

    @Override
    public Expression value() {
        return Y.plus(z.times(X)).times(X.power(2)).dividedBy(Expression.TWO).minus(e.times(X.plus(Y)));
    }

    @Override
    public Expression gradient(int i) {
        Expression half = Expression.constant(BigFraction.ONE_HALF);
        Expression threeHalves = Expression.constant(new BigFraction(3, 2));
        return i == 0
                ? X.times(Y).plus(threeHalves.times(z).times(X.power(2))).minus(e)
                : half.times(X.power(2)).minus(e);
    }

    @Override
    public Expression hessian(int i, int j) {
        return switch (i + j) {
            case 0 -> Y.plus(Expression.constant(3).times(z).times(X));
            case 1 -> X;
            default -> Expression.ZERO;
        };
    }

    @Override
    public boolean hasFullTensors() {
        return true;
    }

    @Override
    public Expression third(int i, int j, int k) {
        return switch (i + j + k) {
            case 0 -> Expression.constant(3).times(z);
            case 1 -> Expression.ONE;
            default -> Expression.ZERO;
        };
    }

    @Override
    public Expression fourth(int i, int j, int k, int l) {
        return Expression.ZERO;
    }

    @Override
    public List<Symbol> firstDirection() {
        return A;
    }

    @Override
    public List<Symbol> secondDirection() {
        return B;
    }

    @Override
    public Expression thirdAlong(int i, int j) {
        return third(0, i, j).times(A.get(0)).plus(third(1, i, j).times(A.get(1)));
    }

    @Override
    public Expression fourthAlong(int i, int j) {
        return Expression.ZERO;
    }

    @Override
    public LossDerivatives substitute(Map<String, Expression> parameters) {
        return new SharpValley(z.substitute(parameters), e.substitute(parameters));
    }
}
