package org.selfstab.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes sums over indices out, term by term, in the canonical form of what somebody wrote out by hand. */
final class WrittenOut extends ExpressionRewriter {

    private final Map<Index, Integer> values;

    WrittenOut(Map<Index, Integer> values) {
        this.values = values;
    }

    @Override
    boolean concerns(Expression expression) {
        return expression.hasSumsOverIndices() || !expression.freeIndices().isEmpty();
    }

    @Override
    public Expression visitIndex(Index index) {
        return Expression.constant(value(index));
    }

    @Override
    public Expression visitElement(Element element) {
        return rewrite(element.at(this::value));
    }

    private int value(Index index) {
        Integer value = values.get(index);
        if (value == null) {
            throw new IllegalArgumentException("a free index: " + index.name());
        }
        return value;
    }

    @Override
    public Expression visitSumOver(SumOver sum) {
        List<Expression> terms = new ArrayList<>();
        Map<Index, Integer> inside = new HashMap<>(values);
        for (int i = sum.index().from(); i <= sum.index().to(); i++) {
            inside.put(sum.index(), i);
            terms.add(new WrittenOut(Map.copyOf(inside)).rewrite(sum.body()));
        }
        return Expression.sum(terms);
    }
}
