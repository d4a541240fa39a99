package org.selfstab.expression.autodiff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** Derivatives with values put in for parameters; each entry is substituted when asked for. */
public final class SubstitutedDerivatives implements LossDerivatives {

    private final LossDerivatives derivatives;
    private final Map<String, Expression> parameters;

    public SubstitutedDerivatives(LossDerivatives derivatives, Map<String, Expression> parameters) {
        requireParameters(derivatives, parameters.keySet());
        this.derivatives = derivatives;
        this.parameters = Map.copyOf(parameters);
    }

    private static void requireParameters(LossDerivatives derivatives, Set<String> names) {
        for (Symbol variable : derivatives.variables()) {
            if (names.contains(variable.name())) {
                throw new IllegalArgumentException("not a parameter but a variable: " + variable.name());
            }
        }
    }

    private Expression substituted(Expression expression) {
        return expression.substitute(parameters);
    }

    @Override
    public List<Symbol> variables() {
        return derivatives.variables();
    }

    @Override
    public Expression value() {
        return substituted(derivatives.value());
    }

    @Override
    public Expression withSums() {
        return substituted(derivatives.withSums());
    }

    @Override
    public Expression gradient(int i) {
        return substituted(derivatives.gradient(i));
    }

    @Override
    public Expression hessian(int i, int j) {
        return substituted(derivatives.hessian(i, j));
    }

    @Override
    public boolean hasFullTensors() {
        return derivatives.hasFullTensors();
    }

    @Override
    public Expression third(int i, int j, int k) {
        return substituted(derivatives.third(i, j, k));
    }

    @Override
    public Expression fourth(int i, int j, int k, int l) {
        return substituted(derivatives.fourth(i, j, k, l));
    }

    @Override
    public List<Symbol> firstDirection() {
        return derivatives.firstDirection();
    }

    @Override
    public List<Symbol> secondDirection() {
        return derivatives.secondDirection();
    }

    @Override
    public Expression thirdAlong(int i, int j) {
        return substituted(derivatives.thirdAlong(i, j));
    }

    @Override
    public Expression fourthAlong(int i, int j) {
        return substituted(derivatives.fourthAlong(i, j));
    }

    /** Puts in further values; they also reach the values put in before. */
    @Override
    public LossDerivatives substitute(Map<String, Expression> further) {
        Map<String, Expression> all = new HashMap<>(further);
        parameters.forEach((name, value) -> all.put(name, value.substitute(further)));
        return new SubstitutedDerivatives(derivatives, all);
    }
}
