package org.selfstab.expression;

import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;

/** A sum of at least two terms, none of them a sum, at most one a constant, no two of them multiples of each other. */
public final class Sum extends Expression {

    private final List<Expression> terms;

    Sum(List<Expression> terms) {
        super(31 * terms.hashCode() + 1);
        this.terms = List.copyOf(terms);
    }

    public List<Expression> terms() {
        return terms;
    }

    @Override
    public List<Expression> children() {
        return terms;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitSum(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        return terms.equals(((Sum) other).terms);
    }

    @Override
    int rank() {
        return 6;
    }

    @Override
    int compareWithinRank(Expression other) {
        return Comparators.lexicographical(Comparator.<Expression>naturalOrder())
                .compare(terms, ((Sum) other).terms);
    }
}
