package org.selfstab.expression;

import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** An exact rational number. */
public final class Constant extends Expression {

    private final BigFraction value;

    Constant(BigFraction value) {
        super(value.hashCode());
        this.value = value;
    }

    public BigFraction value() {
        return value;
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitConstant(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        return Rationals.equal(value, ((Constant) other).value);
    }

    @Override
    int rank() {
        return 0;
    }

    @Override
    int compareWithinRank(Expression other) {
        return value.compareTo(((Constant) other).value);
    }
}
