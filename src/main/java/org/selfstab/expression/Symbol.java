package org.selfstab.expression;

import java.util.List;

/** A variable or a parameter, known by its name. */
public final class Symbol extends Expression {

    private final String name;

    Symbol(String name) {
        super(name.hashCode());
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitSymbol(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        return name.equals(((Symbol) other).name);
    }

    @Override
    int rank() {
        return 2;
    }

    @Override
    int compareWithinRank(Expression other) {
        return name.compareTo(((Symbol) other).name);
    }
}
