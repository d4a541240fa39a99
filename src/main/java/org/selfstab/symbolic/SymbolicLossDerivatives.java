package org.selfstab.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;
import org.selfstab.expression.autodiff.ContractedEntries;
import org.selfstab.expression.autodiff.DirectionalContractions;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.expression.autodiff.SubstitutedDerivatives;

/**
 * The derivatives of a loss by Symja, each derived when first asked for and kept; parameters may stay symbolic. May be
 * shared by threads.
 *
 * <p>Up to {@value #MAX_FULL_DIMENSION} variables every unique entry of the third and fourth derivative is available,
 * and the contractions are sums over them. Beyond that the contractions are the second derivatives of
 * {@code sum_i a_i dL/dtheta_i} and of {@code sum_ij a_i b_j d2L/(dtheta_i dtheta_j)}, and single entries are refused.
 */
public final class SymbolicLossDerivatives implements LossDerivatives {

    /** The largest number of variables for which the full third and fourth derivatives are derived. */
    public static final int MAX_FULL_DIMENSION = 10;

    private final List<Symbol> variables;
    private final List<Symbol> first;
    private final List<Symbol> second;
    private final PartialDerivatives partials;
    private final DirectionalContractions contractions;

    private SymbolicLossDerivatives(List<Symbol> variables, Expression loss) {
        this.variables = List.copyOf(variables);
        this.first = directions("a");
        this.second = directions("b");
        SymjaBridge bridge = SymjaBridge.forDerivatives();
        this.partials = new PartialDerivatives(bridge, variables, loss);
        this.contractions = hasFullTensors()
                ? new ContractedEntries(partials::of, first, second)
                : new DirectionalDerivatives(bridge, partials, this.variables, first, second);
    }

    /**
     * The derivatives of a loss.
     *
     * @param variables the variables, at least one; every other symbol of the loss is a parameter
     */
    public static SymbolicLossDerivatives of(List<Symbol> variables, Expression loss) {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("a loss needs at least one variable");
        }
        return new SymbolicLossDerivatives(variables, loss);
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
        return partials.of();
    }

    @Override
    public Expression gradient(int i) {
        return partials.of(i);
    }

    @Override
    public Expression hessian(int i, int j) {
        return partials.of(i, j);
    }

    @Override
    public boolean hasFullTensors() {
        return variables.size() <= MAX_FULL_DIMENSION;
    }

    @Override
    public Expression third(int i, int j, int k) {
        requireFullTensors();
        return partials.of(i, j, k);
    }

    @Override
    public Expression fourth(int i, int j, int k, int l) {
        requireFullTensors();
        return partials.of(i, j, k, l);
    }

    private void requireFullTensors() {
        if (!hasFullTensors()) {
            throw new UnsupportedOperationException("single entries of higher derivatives of a loss of "
                    + variables.size() + " variables; at most " + MAX_FULL_DIMENSION + ". Use the contractions.");
        }
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
    public Expression thirdAlong(int i, int j) {
        return contractions.third(Math.min(i, j), Math.max(i, j));
    }

    @Override
    public Expression fourthAlong(int i, int j) {
        return contractions.fourth(Math.min(i, j), Math.max(i, j));
    }

    @Override
    public LossDerivatives substitute(Map<String, Expression> parameters) {
        return new SubstitutedDerivatives(this, parameters);
    }
}
