package org.selfstab.expression;

import java.util.List;

/**
 * An expression that canonical forms take for one symbol: a sum in a sum or a product in a product that is not merged into it. So a part that
 * many expressions share stays one node however often it is used, where flattening would write it out each time.
 */
public final class Shared extends Expression {

    private final Expression content;

    Shared(Expression content) {
        super(31 * content.hashCode() + 5);
        this.content = content;
    }

    /** A sum or a product of the same value. */
    public Expression content() {
        return content;
    }

    @Override
    public List<Expression> children() {
        return List.of(content);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitShared(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        return content.equals(((Shared) other).content);
    }

    @Override
    int rank() {
        return 7;
    }

    @Override
    int compareWithinRank(Expression other) {
        return content.compareTo(((Shared) other).content);
    }
}
