package org.selfstab.loss;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.LossDerivatives;

/** The derivatives of any loss by {@link Differentiation}. */
record FormalDerivatives(List<Symbol> variables, Expression value) implements LossDerivatives {

    @Override
    public Expression gradient(int i) {
        return Differentiation.derivative(value, variables.get(i));
    }

    @Override
    public Expression hessian(int i, int j) {
        return Differentiation.derivative(gradient(i), variables.get(j));
    }

    @Override
    public boolean hasFullTensors() {
        return true;
    }

    @Override
    public Expression third(int i, int j, int k) {
        return Differentiation.derivative(hessian(i, j), variables.get(k));
    }

    @Override
    public Expression fourth(int i, int j, int k, int l) {
        return Differentiation.derivative(third(i, j, k), variables.get(l));
    }

    @Override
    public List<Symbol> firstDirection() {
        return direction("a");
    }

    @Override
    public List<Symbol> secondDirection() {
        return direction("b");
    }

    private List<Symbol> direction(String prefix) {
        return variables.stream()
                .map(variable -> Expression.symbol(prefix + "_" + variable.name()))
                .toList();
    }

    @Override
    public Expression thirdAlong(int i, int j) {
        return along(hessian(i, j), firstDirection());
    }

    @Override
    public Expression fourthAlong(int i, int j) {
        return along(thirdAlong(i, j), secondDirection());
    }

    private Expression along(Expression expression, List<Symbol> direction) {
        return Expression.sum(IntStream.range(0, variables.size())
                .mapToObj(k ->
                        Differentiation.derivative(expression, variables.get(k)).times(direction.get(k)))
                .toList());
    }

    @Override
    public LossDerivatives substitute(Map<String, Expression> parameters) {
        return new FormalDerivatives(variables, value.substitute(parameters));
    }
}
