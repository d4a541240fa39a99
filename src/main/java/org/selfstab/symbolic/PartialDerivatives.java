package org.selfstab.symbolic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * The partial derivatives of one expression, each derived by Symja when first asked for, from the one of the next lower
 * order, and kept. May be shared by threads.
 */
final class PartialDerivatives {

    private final SymjaBridge bridge;
    private final List<Symbol> variables;
    private final Expression value;
    private final SymjaReader reader;
    private final DerivationBudget budget = new DerivationBudget(DerivationBudget.LIMIT);
    private final SymjaDerivation derivation = new SymjaDerivation(budget);
    private final Map<List<Integer>, IExpr> derived = new HashMap<>();
    private final Map<List<Integer>, Expression> translated = new HashMap<>();

    PartialDerivatives(SymjaBridge bridge, List<Symbol> variables, Expression value) {
        this.bridge = bridge;
        this.reader = bridge.reader();
        this.variables = List.copyOf(variables);
        this.value = value;
    }

    /** The derivative by the variables of these indices, in any order; none for the expression itself. */
    synchronized Expression of(int... indices) {
        List<Integer> sorted = Arrays.stream(indices).sorted().boxed().toList();
        if (sorted.isEmpty()) {
            return value;
        }
        Expression known = translated.get(sorted);
        if (known == null) {
            known = reader.read(derivedBy(sorted));
            translated.put(sorted, known);
        }
        return known;
    }

    private IExpr derivedBy(List<Integer> sorted) {
        IExpr known = derived.get(sorted);
        if (known == null) {
            known = sorted.isEmpty() ? budget.evaluate(bridge.toSymja(value)) : derivativeOfLowerOrder(sorted);
            derived.put(sorted, known);
        }
        return known;
    }

    private IExpr derivativeOfLowerOrder(List<Integer> sorted) {
        int last = sorted.size() - 1;
        IExpr lower = derivedBy(sorted.subList(0, last));
        return derivation.derivative(lower, bridge.toSymja(variables.get(sorted.get(last))));
    }
}
