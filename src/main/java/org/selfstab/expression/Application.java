package org.selfstab.expression;

import java.util.List;

/** An elementary function applied to an argument. */
public final class Application extends Expression {

    private final ElementaryFunction function;
    private final Expression argument;

    Application(ElementaryFunction function, Expression argument) {
        super(31 * (31 * argument.hashCode() + function.name().hashCode()) + 4);
        this.function = function;
        this.argument = argument;
    }

    public ElementaryFunction function() {
        return function;
    }

    public Expression argument() {
        return argument;
    }

    @Override
    public List<Expression> children() {
        return List.of(argument);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitApplication(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        Application that = (Application) other;
        return function == that.function && argument.equals(that.argument);
    }

    @Override
    int rank() {
        return 4;
    }

    @Override
    int compareWithinRank(Expression other) {
        Application that = (Application) other;
        int byFunction = function.compareTo(that.function);
        return byFunction != 0 ? byFunction : argument.compareTo(that.argument);
    }
}
