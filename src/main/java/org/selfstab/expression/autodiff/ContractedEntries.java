package org.selfstab.expression.autodiff;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Symbol;

/** Contractions as sums over the entries of the full derivatives. */
public final class ContractedEntries implements DirectionalContractions {

    /** Entries of the derivatives of all orders. */
    public interface Entries {

        /** The derivative by the variables of these indices, in any order. */
        Expression of(int... indices);
    }

    private final Entries entries;
    private final List<Symbol> first;
    private final List<Symbol> second;

    /**
     * Contractions of a loss's derivatives.
     *
     * @param first the symbols of the direction a
     * @param second the symbols of the direction b
     */
    public ContractedEntries(Entries entries, List<Symbol> first, List<Symbol> second) {
        this.entries = entries;
        this.first = first;
        this.second = second;
    }

    @Override
    public Expression third(int i, int j) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            terms.add(first.get(k).times(entries.of(i, j, k)));
        }
        return Expression.sum(terms);
    }

    @Override
    public Expression fourth(int i, int j) {
        List<Expression> terms = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            for (int l = k; l < first.size(); l++) {
                terms.add(weight(k, l).times(entries.of(i, j, k, l)));
            }
        }
        return Expression.sum(terms);
    }

    /** The symmetric weight {@code a_k b_l + a_l b_k} of an entry that occurs twice, so each entry is used once. */
    private Expression weight(int k, int l) {
        Expression weight = first.get(k).times(second.get(l));
        return k == l ? weight : weight.plus(first.get(l).times(second.get(k)));
    }
}
