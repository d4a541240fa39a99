package org.selfstab.expression;

import java.util.List;

/** The circle constant. */
public final class Pi extends Expression {

    Pi() {
        super(314159);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitPi(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        return true;
    }

    @Override
    int rank() {
        return 1;
    }

    @Override
    int compareWithinRank(Expression other) {
        return 0;
    }
}
