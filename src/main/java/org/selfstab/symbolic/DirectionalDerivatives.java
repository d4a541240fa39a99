package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.DirectionalContractions;

/** Contractions as second derivatives of directional derivatives, for losses of many variables. */
final class DirectionalDerivatives implements DirectionalContractions {

    private final SymjaBridge bridge;
    private final PartialDerivatives gradient;
    private final List<Symbol> variables;
    private final List<Symbol> first;
    private final List<Symbol> second;
    private PartialDerivatives alongFirst;
    private PartialDerivatives alongBoth;

    DirectionalDerivatives(
            SymjaBridge bridge,
            PartialDerivatives gradient,
            List<Symbol> variables,
            List<Symbol> first,
            List<Symbol> second) {
        this.bridge = bridge;
        this.gradient = gradient;
        this.variables = variables;
        this.first = first;
        this.second = second;
    }

    @Override
    public Expression third(int i, int j) {
        return alongFirst().of(i, j);
    }

    @Override
    public Expression fourth(int i, int j) {
        return alongBoth().of(i, j);
    }

    private synchronized PartialDerivatives alongFirst() {
        if (alongFirst == null) {
            alongFirst = along(first, gradient);
        }
        return alongFirst;
    }

    private synchronized PartialDerivatives alongBoth() {
        if (alongBoth == null) {
            alongBoth = along(second, alongFirst());
        }
        return alongBoth;
    }

    private PartialDerivatives along(List<Symbol> direction, PartialDerivatives derivatives) {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            terms.add(direction.get(i).times(derivatives.of(i)));
        }
        return new PartialDerivatives(bridge, variables, Expression.sum(terms));
    }
}
