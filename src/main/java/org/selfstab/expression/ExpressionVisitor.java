package org.selfstab.expression;

/**
 * One method for each kind of expression.
 *
 * @param <R> what a visit returns
 */
public interface ExpressionVisitor<R> {

    R visitConstant(Constant constant);

    R visitPi(Pi pi);

    R visitSymbol(Symbol symbol);

    R visitSum(Sum sum);

    R visitProduct(Product product);

    R visitPower(Power power);

    R visitApplication(Application application);

    /** By default that of the content. */
    default R visitShared(Shared shared) {
        return shared.content().accept(this);
    }
}
