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

    /** Only what does without writing sums out visits indices, elements and sums over indices. */
    default R visitIndex(Index index) {
        throw ExpressionLimit.sumsTooLong();
    }

    default R visitElement(Element element) {
        throw ExpressionLimit.sumsTooLong();
    }

    default R visitSumOver(SumOver sum) {
        throw ExpressionLimit.sumsTooLong();
    }
}
