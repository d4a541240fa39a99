package org.selfstab.expression.autodiff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** The derivative of expressions along one direction in forward mode: of each node of their graph once. For one thread at a time. */
final class ForwardDerivative {

    private final IdentityHashMap<Expression, Expression> known = new IdentityHashMap<>();
    private final DerivativeSize size;

    /**
     * The derivative along a direction.
     *
     * @param direction the components that are not zero
     * @param size counts what is made
     */
    ForwardDerivative(Map<Symbol, Expression> direction, DerivativeSize size) {
        this.size = size;
        direction.forEach(known::put);
    }

    Expression of(Expression expression) {
        GraphOrder.childrenFirst(expression, known::containsKey).forEach(node -> known.put(node, derivative(node)));
        return known.get(expression);
    }

    private Expression derivative(Expression node) {
        List<Expression> terms = new ArrayList<>();
        node.accept(new LocalDerivatives((part, partial) -> {
            Expression inner = known.get(part);
            if (!inner.isZero()) {
                terms.add(partial.get().times(inner));
            }
        }));
        return size.counted(Grouping.bounded(Expression.sum(terms)));
    }
}
