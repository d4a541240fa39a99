package org.selfstab.expression.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.Index;

/** Sums over the axes of arrays: kept, or written out where the text's other sums are, or to keep the domain of each term. */
final class AxisSums {

    /** Those of inner sums first. */
    private static final List<String> NAMES = List.of("j", "i", "l", "m", "n", "p", "q", "r");

    private final RecursiveDescent grammar;
    private final Scope scope;

    AxisSums(RecursiveDescent grammar, Scope scope) {
        this.grammar = grammar;
        this.scope = scope;
    }

    /**
     * An index for a sum whose terms are made of some expressions. Its name is the first that means nothing here and is no index of theirs, so that
     * equal texts give equal expressions.
     */
    Index index(int size, Expression... parts) {
        Set<String> taken = new HashSet<>();
        for (Expression part : parts) {
            Stream.concat(part.freeIndices().stream(), part.boundIndices().stream())
                    .forEach(index -> taken.add(index.name()));
        }
        for (int round = 0; ; round++) {
            for (String letter : NAMES) {
                String name = round == 0 ? letter : letter + round;
                if (!taken.contains(name) && scope.isFree(name)) {
                    return Expression.index(name, 1, size);
                }
            }
        }
    }

    /** The sum of all entries. */
    Expression total(ArrayValue value, int offset) {
        List<Index> axes = value.axes();
        Expression sum = value.entry();
        for (int i = axes.size() - 1; i >= 0; i--) {
            Index index = index(axes.get(i).size(), sum);
            sum = total(index, Domain.withIndices(sum, Map.of(axes.get(i), index)), offset);
        }
        return sum;
    }

    /** The sum of terms over an index. */
    Expression total(Index index, Expression term, int offset) {
        if (grammar.keepsSums() && Domain.isEverywhere(term)) {
            return Expression.sumOver(index, term);
        }
        List<Expression> terms = new ArrayList<>();
        for (int value = index.from(); value <= index.to(); value++) {
            Expression number = Expression.constant(value);
            Expression one = Guard.at(offset, () -> Domain.withIndices(term, Map.of(index, number)));
            grammar.work().write(offset, one);
            terms.add(one);
        }
        return Guard.at(offset, () -> Domain.kept(terms, Expression::sum));
    }
}
