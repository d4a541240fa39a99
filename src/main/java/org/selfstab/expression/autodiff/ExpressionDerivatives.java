package org.selfstab.expression.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/**
 * The derivatives of a loss by automatic differentiation of its expression graph: the gradient in reverse mode, the Hessian as the gradient's
 * derivatives in forward mode, higher ones likewise. Each node of a graph is differentiated once along each direction, and no product grows
 * long, so that the derivatives' graph is polynomial in the size of the loss's. May be shared by threads.
 *
 * <p>Up to {@value #MAX_CONTRACTED} variables the contractions are sums over the entries of the third and fourth derivatives; beyond, they
 * are directional derivatives of the Hessian, and single entries are derived only when asked for.
 */
public final class ExpressionDerivatives implements LossDerivatives {

    /** Up to so many variables, programs that contract entries are shorter, as the entries do not depend on the directions. */
    private static final int MAX_CONTRACTED = 10;

    private final DerivativeSize size = new DerivativeSize();
    private final List<Symbol> variables;
    private final Expression value;
    private final Expression withSums;
    private final List<Symbol> first;
    private final List<Symbol> second;
    private final List<ForwardDerivative> byVariable;
    private final DirectionalContractions contractions;
    private List<Expression> gradient;

    private ExpressionDerivatives(List<Symbol> variables, Expression loss, Expression withSums) {
        this.variables = List.copyOf(variables);
        this.value = loss;
        this.withSums = withSums;
        this.first = directions("a");
        this.second = directions("b");
        this.byVariable = this.variables.stream()
                .map(variable -> new ForwardDerivative(Map.of(variable, Expression.ONE), size))
                .toList();
        this.contractions = variables.size() <= MAX_CONTRACTED
                ? new ContractedEntries(this::entry, first, second)
                : new DerivedContractions();
    }

    /**
     * The derivatives of a loss.
     *
     * @param variables the variables, at least one; every other symbol of the loss is a parameter
     */
    public static ExpressionDerivatives of(List<Symbol> variables, Expression loss) {
        return of(variables, loss, loss);
    }

    /**
     * The derivatives of a loss that has sums over indices.
     *
     * @param variables the variables, at least one; every other symbol of the loss is a parameter
     * @param loss the loss, its sums written out; where they are too many for that nothing can be derived
     * @param withSums the same loss with its sums
     */
    public static ExpressionDerivatives of(List<Symbol> variables, Expression loss, Expression withSums) {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("a loss needs at least one variable");
        }
        return new ExpressionDerivatives(variables, loss, withSums);
    }

    /** Direction symbols such as {@code a[x]}: brackets cannot occur in the name of a variable or parameter. */
    private List<Symbol> directions(String letter) {
        List<Symbol> symbols = new ArrayList<>();
        variables.forEach(variable -> symbols.add(Expression.symbol(letter + "[" + variable.name() + "]")));
        return List.copyOf(symbols);
    }

    @Override
    public List<Symbol> variables() {
        return variables;
    }

    @Override
    public Expression value() {
        return value;
    }

    @Override
    public Expression withSums() {
        return withSums;
    }

    @Override
    public synchronized Expression gradient(int i) {
        if (gradient == null) {
            gradient = ReverseGradient.of(value, variables, size);
        }
        return gradient.get(i);
    }

    @Override
    public Expression hessian(int i, int j) {
        return entry(i, j);
    }

    @Override
    public boolean hasFullTensors() {
        return true;
    }

    @Override
    public Expression third(int i, int j, int k) {
        return entry(i, j, k);
    }

    @Override
    public Expression fourth(int i, int j, int k, int l) {
        return entry(i, j, k, l);
    }

    /** The derivative of the gradient's entry of the smallest index by the variables of the others, in order. */
    private synchronized Expression entry(int... indices) {
        int[] sorted = indices.clone();
        Arrays.sort(sorted);
        Expression entry = gradient(sorted[0]);
        for (int i = 1; i < sorted.length; i++) {
            entry = byVariable.get(sorted[i]).of(entry);
        }
        return entry;
    }

    @Override
    public List<Symbol> firstDirection() {
        return first;
    }

    @Override
    public List<Symbol> secondDirection() {
        return second;
    }

    @Override
    public synchronized Expression thirdAlong(int i, int j) {
        return contractions.third(i, j);
    }

    @Override
    public synchronized Expression fourthAlong(int i, int j) {
        return contractions.fourth(i, j);
    }

    @Override
    public LossDerivatives substitute(Map<String, Expression> parameters) {
        variables.stream().map(Symbol::name).filter(parameters::containsKey).forEach(name -> {
            throw new IllegalArgumentException("not a parameter but a variable: " + name);
        });
        return new ExpressionDerivatives(
                variables, Domain.substituted(value, parameters), Domain.substituted(withSums, parameters));
    }

    /** The Hessian's derivatives along the directions. */
    private final class DerivedContractions implements DirectionalContractions {

        private final ForwardDerivative alongFirst = new ForwardDerivative(components(first), size);
        private final ForwardDerivative alongSecond = new ForwardDerivative(components(second), size);

        private Map<Symbol, Expression> components(List<Symbol> direction) {
            Map<Symbol, Expression> components = new HashMap<>();
            for (int i = 0; i < variables.size(); i++) {
                components.put(variables.get(i), direction.get(i));
            }
            return components;
        }

        @Override
        public Expression third(int i, int j) {
            return alongFirst.of(hessian(i, j));
        }

        @Override
        public Expression fourth(int i, int j) {
            return alongSecond.of(third(i, j));
        }
    }

    /** The derivative of expressions along one direction in forward mode: of each node of their graph once. For one thread at a time. */
    private static final class ForwardDerivative {

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
}
