package org.selfstab.expression.syntax;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;
import org.selfstab.expression.IndexCombination;
import org.selfstab.vocabulary.SelfstabException;

/** Tells the sums being read that one over some index must be written out: something depends on the index that has to be a number. */
final class NumberNeeded extends SelfstabException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Index> indices;

    NumberNeeded(Set<Index> indices) {
        super("something depends on the index of a sum that has to be a number", "write the sum out");
        this.indices = indices;
    }

    NumberNeeded(List<IndexCombination> combinations) {
        this(combinations.stream()
                .flatMap(combination -> combination.strides().keySet().stream())
                .collect(Collectors.toSet()));
    }

    /** Requires that an expression does not depend on an index. */
    static Expression unlessClosed(Expression expression) {
        if (!expression.freeIndices().isEmpty()) {
            throw new NumberNeeded(expression.freeIndices());
        }
        return expression;
    }

    /** Whether it is the one that must be a number, or one of those. */
    boolean isOf(Index index) {
        return indices.contains(index);
    }
}
