package org.selfstab.expression;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Replaces free indices by integer combinations of indices. */
final class IndexSubstitution extends ExpressionRewriter {

    private final Map<Index, Expression> replacements;

    IndexSubstitution(Map<Index, Expression> replacements) {
        this.replacements = Map.copyOf(replacements);
    }

    @Override
    boolean concerns(Expression expression) {
        return !Collections.disjoint(replacements.keySet(), expression.freeIndices());
    }

    @Override
    public Expression visitIndex(Index index) {
        return replacements.getOrDefault(index, index);
    }

    @Override
    public Expression visitElement(Element element) {
        IndexCombination place = IndexCombination.of(element.place().offset());
        for (Map.Entry<Index, Integer> stride : element.place().strides().entrySet()) {
            Expression replacement = visitIndex(stride.getKey());
            place = place.plus(
                    IndexCombination.of(replacement)
                            .orElseThrow(() -> new IllegalArgumentException("not of indices: " + replacement)),
                    stride.getValue());
        }
        return Expression.element(element.table(), place);
    }

    @Override
    public Expression visitSumOver(SumOver sum) {
        Map<Index, Expression> inside = new HashMap<>(replacements);
        inside.remove(sum.index());
        return Expression.sumOver(sum.index(), sum.body().withIndices(inside));
    }
}
