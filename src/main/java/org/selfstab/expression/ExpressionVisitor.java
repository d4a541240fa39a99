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

    /** Only what takes sums that are not written out visits these three. */
    default R visitIndex(Index index) {
        throw notWrittenOut();
    }

    default R visitElement(Element element) {
        throw notWrittenOut();
    }

    default R visitSumOver(SumOver sum) {
        throw notWrittenOut();
    }

    private static ExpressionLimitException notWrittenOut() {
        return new ExpressionLimitException(
                "a loss whose sums are too long to be written out", "this needs a smaller network or fewer data");
    }
}
