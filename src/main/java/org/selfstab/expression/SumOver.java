package org.selfstab.expression;

import java.util.List;

/**
 * A sum over an index that is not written out: as many terms as the index takes values, of one form. {@link Expression#writtenOut()} writes it out;
 * only what says so can do without.
 */
public final class SumOver extends Expression {

    private final Index index;
    private final Expression body;

    SumOver(Index index, Expression body) {
        super(31 * (31 * body.hashCode() + index.hashCode()) + 7);
        this.index = index;
        this.body = body;
    }

    /** What the sum is over. */
    public Index index() {
        return index;
    }

    /** One of its terms, in which the index is free. */
    public Expression body() {
        return body;
    }

    @Override
    public List<Expression> children() {
        return List.of(body);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitSumOver(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        SumOver that = (SumOver) other;
        return index.equals(that.index) && body.equals(that.body);
    }

    @Override
    int rank() {
        return 10;
    }

    @Override
    int compareWithinRank(Expression other) {
        SumOver that = (SumOver) other;
        int byIndex = index.compareTo(that.index);
        return byIndex != 0 ? byIndex : body.compareTo(that.body);
    }
}
