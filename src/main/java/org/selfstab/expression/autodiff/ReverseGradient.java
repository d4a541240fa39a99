package org.selfstab.expression.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.expression.Symbol;

/** The gradient of an expression in reverse mode: the derivative of its value by each node of its graph, from the value down. */
final class ReverseGradient {

    private final Set<Expression> active = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Expression, List<Expression>> contributions = new IdentityHashMap<>();

    private final DerivativeSize size;

    private ReverseGradient(DerivativeSize size) {
        this.size = size;
    }

    /** The derivative by each of the variables. */
    static List<Expression> of(Expression value, List<Symbol> variables, DerivativeSize size) {
        ReverseGradient reverse = new ReverseGradient(size);
        reverse.sweep(value, variables);
        return variables.stream().map(reverse::adjoint).toList();
    }

    private void sweep(Expression value, List<Symbol> variables) {
        List<Expression> order = GraphOrder.childrenFirst(value, node -> false);
        active.addAll(variables);
        order.stream()
                .filter(node -> node.children().stream().anyMatch(active::contains))
                .forEach(active::add);
        contributions.put(value, List.of(Expression.ONE));
        for (int i = order.size() - 1; i >= 0; i--) {
            if (active.contains(order.get(i))) {
                passDown(order.get(i));
            }
        }
    }

    private void passDown(Expression node) {
        Expression adjoint = adjoint(node);
        node.accept(new LocalDerivatives((part, partial) -> {
            if (active.contains(part)) {
                contributions
                        .computeIfAbsent(part, any -> new ArrayList<>())
                        .add(size.counted(Grouping.bounded(signInside(adjoint.times(partial.get())))));
            }
        }));
    }

    private Expression adjoint(Expression node) {
        return Grouping.bounded(Expression.sum(contributions.getOrDefault(node, List.of())));
    }

    /** {@code (b - a)*c} for {@code -(a - b)*c}: one operation less for each node that it is passed to. */
    private static Expression signInside(Expression adjoint) {
        if (!(adjoint instanceof Product product) || !product.coefficient().equals(BigFraction.MINUS_ONE)) {
            return adjoint;
        }
        List<Expression> factors = new ArrayList<>(product.factors());
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i) instanceof Sum sum) {
                factors.set(
                        i,
                        Expression.sum(
                                sum.terms().stream().map(Expression::negate).toList()));
                return Expression.product(factors);
            }
        }
        return adjoint;
    }
}
